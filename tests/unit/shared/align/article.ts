import { LANGUAGES, perLanguage, type Language, type PerLanguage } from '../../../../shared/model/language';
import type { AlignmentInput } from '../../../../shared/align/alignment';

/** An article made up for the tests: ten paragraphs that stand for the same in the three languages. */
export const ARTICLE: PerLanguage<readonly string[]> = {
  ru: [
    'Новая библиотека в Нарыне',
    'В субботу, 14 мая 2022 года, в Нарыне открылась библиотека на 320 мест. На церемонию пришли учителя, школьники и строители.',
    'Архитектор Азамат Токтогулов рассказал, что проект обошёлся в 6,5 млн сомов.',
    'Кто за это заплатил?',
    'Половину суммы дал фонд Open Shelf, остальное собрали жители: всего поступило 1 240 переводов, самый большой из Германии, а самый маленький — из соседнего дома.',
    '«Мы ждали этого 18 лет», — сказала директор школы Гульнара Осмонова.',
    'Фото: Марат Кадыров',
    'В читальном зале стоят компьютеры с бесплатным интернетом; по вечерам здесь будут проходить лекции по истории, физике и экономике.',
    'Книги привезли из Бишкека, Оша и Алматы — около 12 000 томов на четырёх языках.',
    'Библиотека работает ежедневно с 9:00 до 19:30.',
  ],
  ky: [
    'Нарындагы жаңы китепкана',
    '2022-жылдын 14-майында, ишемби күнү Нарында 320 орундуу китепкана ачылды. Салтанатка мугалимдер, окуучулар жана куруучулар келишти.',
    'Архитектор Азамат Токтогулов долбоор 6,5 млн сомго түшкөнүн айтып берди.',
    'Акчаны ким төлөдү?',
    'Каражаттын жарымын Open Shelf фонду берди, калганын тургундар чогултту: жалпысынан 1 240 которуу түштү, эң чоңу Германиядан, эң кичинеси кошуна үйдөн келди.',
    '«Биз муну 18 жыл күттүк», — деди мектептин директору Гүлнара Осмонова.',
    'Сүрөт: Марат Кадыров',
    'Окуу залында акысыз интернети бар компьютерлер турат; кечкисин бул жерде тарых, физика жана экономика боюнча лекциялар өтөт.',
    'Китептер Бишкектен, Оштон жана Алматыдан алынып келинди — төрт тилде 12 000ге жакын том.',
    'Китепкана күн сайын 9:00дөн 19:30га чейин иштейт.',
  ],
  en: [
    'A new library in Naryn',
    'On Saturday, May 14, 2022, a library with 320 seats opened in Naryn. Teachers, pupils and builders came to the ceremony.',
    'The architect Azamat Toktogulov said that the project had cost 6.5 million soms.',
    'Who paid for it?',
    'Half of the sum came from the Open Shelf fund, the rest was raised by residents: 1,240 transfers in all, the largest from Germany and the smallest from the house next door.',
    '“We waited 18 years for this,” said the school director Gulnara Osmonova.',
    'Photo: Marat Kadyrov',
    'The reading room has computers with free internet; in the evenings there will be lectures on history, physics and economics.',
    'The books were brought from Bishkek, Osh and Almaty: about 12,000 volumes in four languages.',
    'The library is open daily from 9:00 to 19:30.',
  ],
};

export function inputs(texts: readonly string[]): readonly AlignmentInput[] {
  return texts.map((text) => ({ role: 'paragraph', text, label: '' }));
}

/** The article with the texts of one language changed. */
export function articleWith(
  language: Language,
  change: (texts: readonly string[]) => readonly string[],
): PerLanguage<readonly AlignmentInput[]> {
  return perLanguage((other) => inputs(other === language ? change(ARTICLE[other]) : ARTICLE[other]));
}

/**
 * An article of any length: row n tells of a place and numbers of its own, so that rows can be told apart. Every
 * `drop`-th paragraph of ky is missing.
 */
export function longArticle(rows: number, drop: number): PerLanguage<readonly AlignmentInput[]> {
  const texts = perLanguage((): string[] => []);
  const names = {
    ru: ['Село', 'построило дорог', 'и школ'],
    ky: ['Айыл', 'жол салды', 'жана мектеп'],
    en: ['Village', 'built roads', 'and schools'],
  };
  for (let n = 0; n < rows; n += 1) {
    for (const language of LANGUAGES) {
      const [place, built, also] = names[language];
      const tail = ` ${also ?? ''}`.repeat((n * 7) % 5);
      if (language !== 'ky' || n % drop !== drop - 1) {
        texts[language].push(`${place ?? ''} ${n * 37 + 1000} ${built ?? ''} ${(n * n) % 97}${tail}.`);
      }
    }
  }
  return perLanguage((language) => inputs(texts[language]));
}
