import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeRandom } from './random.mjs';

/** @typedef {'ru' | 'ky' | 'en'} Language */
/** @typedef {Readonly<Record<Language, string>>} Wording */

/** @type {readonly Language[]} */
const languages = ['ru', 'ky', 'en'];

/**
 * @param {string} ru
 * @param {string} ky
 * @param {string} en
 * @returns {Wording}
 */
function say(ru, ky, en) {
  return { ru, ky, en };
}

const names = [
  say('Азамат Токтоналиев', 'Азамат Токтоналиев', 'Azamat Toktonaliev'),
  say('Гульнара Осмонова', 'Гүлнара Осмонова', 'Gulnara Osmonova'),
  say('Бакыт Сыдыков', 'Бакыт Сыдыков', 'Bakyt Sydykov'),
  say('Айнура Жолдошева', 'Айнура Жолдошева', 'Ainura Zholdosheva'),
  say('Жылдыз Эсенгулова', 'Жылдыз Эсенгулова', 'Zhyldyz Esengulova'),
  say('Марат Орозов', 'Марат Орозов', 'Marat Orozov'),
];

const places = [
  say('Ош', 'Ош', 'Osh'),
  say('Нарын', 'Нарын', 'Naryn'),
  say('Каракол', 'Каракол', 'Karakol'),
  say('Джалал-Абад', 'Жалал-Абад', 'Jalal-Abad'),
  say('Баткен', 'Баткен', 'Batken'),
  say('Токмок', 'Токмок', 'Tokmok'),
];

const projects = [
  say('Чистая вода', 'Таза суу', 'Clean Water'),
  say('Новая школа', 'Жаңы мектеп', 'New School'),
  say('Горная дорога', 'Тоо жолу', 'Mountain Road'),
  say('Зелёный двор', 'Жашыл короо', 'Green Yard'),
  say('Общий рынок', 'Жалпы базар', 'Common Market'),
];

const sentences = [
  say(
    'По словам {name}, проект «{project}» получил {number} миллионов сомов в {year} году.',
    '{name} айткандай, «{project}» долбоору {year}-жылы {number} миллион сом алган.',
    'According to {name}, the {project} project received {number} million soms in {year}.',
  ),
  say(
    'В городе {place} работу закончили на {number} дней раньше срока.',
    '{place} шаарында иш мөөнөтүнөн {number} күн мурда бүттү.',
    'In the town of {place} the work was finished {number} days ahead of time.',
  ),
  say(
    'Доля семей, которые пользуются новой услугой, выросла до {percent}%.',
    'Жаңы кызматты пайдаланган үй-бүлөлөрдүн үлүшү {percent}% чейин өстү.',
    'The share of families that use the new service grew to {percent}%.',
  ),
  say(
    'Жители спрашивают, кто будет отвечать за ремонт, когда строители уедут.',
    'Куруучулар кеткенден кийин оңдоого ким жооп берерин тургундар сурап жатышат.',
    'Residents ask who will answer for repairs once the builders have left.',
  ),
  say(
    '«Мы считали каждый день, — вспоминает {name}, — и на {number}-й день вода пришла».',
    '«Биз ар бир күндү санадык, — деп эскерет {name}, — {number}-күнү суу келди».',
    '“We counted every day,” {name} recalls, “and on day {number} the water came.”',
  ),
  say(
    'Отчёт за {year} год называет три причины задержки: погоду, цены и нехватку рабочих.',
    '{year}-жылдагы отчёт кечигүүнүн үч себебин атайт: аба ырайы, баалар жана жумушчулардын жетишсиздиги.',
    'The report for {year} names three reasons for the delay: weather, prices and a lack of workers.',
  ),
  say(
    'Раньше дорога в {place} занимала целый день, а теперь автобус доезжает за {number} минут.',
    'Мурда {place} шаарына жол бүтүндөй бир күндү алчу, азыр автобус {number} мүнөттө жетет.',
    'The road to {place} used to take a whole day, and now the bus gets there in {number} minutes.',
  ),
  say(
    'Ни одно ведомство не подтвердило эти данные, хотя запросы ушли ещё весной.',
    'Суроо-талаптар жазында эле жөнөтүлсө да, бул маалыматты бир да мекеме тастыктаган жок.',
    'Not one office has confirmed these data, though the requests went out in spring.',
  ),
  say(
    'Решение принимали открыто, и протокол может прочитать каждый.',
    'Чечим ачык кабыл алынды, протоколду ар ким окуй алат.',
    'The decision was taken in the open, and anyone can read the minutes.',
  ),
];

/**
 * A sentence with its slots filled: "the {project} project" -> "the Clean Water project"
 * @param {Wording} sentence
 * @param {Readonly<Record<string, Wording | number>>} slots
 * @param {Language} language
 */
function fill(sentence, slots, language) {
  return sentence[language].replace(/\{(\w+)\}/g, (_, slot) => {
    const value = slots[slot];
    return typeof value === 'object' ? value[language] : String(value);
  });
}

/**
 * An invented article with the same number of paragraphs in each language. As in real translations, now and
 * then one language has in two paragraphs what the others have in one, and the other way round.
 * @param {number} count how many paragraphs; a multiple of 50
 * @returns {Readonly<Record<Language, readonly string[]>>}
 */
export function writeArticle(count) {
  const random = makeRandom(count);
  const below = (/** @type {number} */ limit) => Math.floor(random() * limit);
  const pick = (/** @type {readonly Wording[]} */ wordings) =>
    /** @type {Wording} */ (wordings[below(wordings.length)]);
  /** @type {Record<Language, string[]>} */
  const article = { ru: [], ky: [], en: [] };
  for (let index = 0; index < count; index += 1) {
    const odd = languages[Math.floor(index / 50) % 3];
    const unsaid = [...sentences];
    const told = Array.from({ length: 2 + below(4) }, () => ({
      sentence: /** @type {Wording} */ (unsaid.splice(below(unsaid.length), 1)[0]),
      slots: {
        name: pick(names),
        place: pick(places),
        project: pick(projects),
        number: 2 + below(998),
        percent: 1 + below(99),
        year: 1995 + below(30),
      },
    }));
    for (const language of languages) {
      const texts = told.map(({ sentence, slots }) => fill(sentence, slots, language));
      const paragraphs = article[language];
      if (language === odd && index % 50 === 7) paragraphs.push(texts[0] ?? '', texts.slice(1).join(' '));
      else if (language === odd && index % 50 === 33) paragraphs.push([paragraphs.pop(), ...texts].join(' '));
      else paragraphs.push(texts.join(' '));
    }
  }
  return article;
}

/**
 * Writes an article into three text files.
 * @param {string} folder made if it is not there
 * @param {number} count how many paragraphs in each language
 * @returns {Promise<readonly string[]>} the arguments that name the files to `triptych align`
 */
export async function writeArticleFiles(folder, count) {
  await mkdir(folder, { recursive: true });
  const article = writeArticle(count);
  const named = languages.map(async (language) => {
    const file = path.join(folder, `${language}.txt`);
    await writeFile(file, `${article[language].join('\n\n')}\n`);
    return [`--${language}`, file];
  });
  return (await Promise.all(named)).flat();
}
