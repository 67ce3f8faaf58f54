import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language, type PerLanguage } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { staleSources } from '../../../../shared/reconcile/stale';
import { projectOf, run } from './rows';

function edited(project: Project, language: Language, text: string, suggest = false): Project {
  return run(project, {
    type: 'editParagraph',
    paragraphId: language,
    content: { text, marks: [] },
    suggest,
  });
}

/** The languages that have been outrun by one. */
function outrunBy({ rows: [row] }: Project, language: Language): readonly Language[] {
  return LANGUAGES.filter((other) => row && staleSources(row, other).includes(language));
}

const PEOPLE = {
  ru: 'На стройке работали 45 000 человек, 21 % из них женщины.',
  ky: 'Курулушта 45 000 адам иштеген, алардын 21 %ы аялдар.',
  en: 'Of the 4,500 people who worked on the site, 21% were women.',
};

describe('an edit that follows the others makes none stale', () => {
  test('when a number comes to be what both say, also digit by digit and as a suggestion that is accepted', () => {
    const project = projectOf(PEOPLE);
    const right = PEOPLE.en.replace('4,500', '45,000');
    expect(outrunBy(edited(project, 'en', right), 'en')).toEqual([]);
    const halfway = edited(project, 'en', PEOPLE.en.replace('4,500', '45,00'));
    expect(outrunBy(halfway, 'en')).toEqual(['ru', 'ky']);
    expect(outrunBy(edited(halfway, 'en', right), 'en')).toEqual([]);
    const suggested = edited(project, 'en', right, true);
    const accept = { type: 'decideSuggestions', paragraphIds: ['en'], which: null, accept: true } as const;
    expect(outrunBy(run(suggested, accept), 'en')).toEqual([]);
  });

  test('when a finding is put right by its fix, whatever it is about', () => {
    const counted = {
      ru: 'Пострадали пять человек.',
      ky: 'Беш адам жабыркады.',
      en: 'Six people were hurt.',
    };
    const fix = { language: 'en', paragraphId: 'en', start: 0, end: 3, text: 'Five', was: 'Six' } as const;
    expect(outrunBy(edited(projectOf(counted), 'en', 'Five people were hurt.'), 'en')).toEqual(['ru', 'ky']);
    const fixed = run(projectOf(counted), { type: 'fixFindings', fixes: [fix], suggest: false });
    expect(fixed.rows[0]?.cells.en.paragraphs[0]?.text).toBe('Five people were hurt.');
    expect(outrunBy(fixed, 'en')).toEqual([]);
    // What the others had to follow before, they still have to.
    const longer = edited(projectOf(counted), 'en', 'Six people were hurt. It cost 5 million soms.');
    const later = run(longer, { type: 'fixFindings', fixes: [fix], suggest: false });
    expect(outrunBy(later, 'en')).toEqual(['ru', 'ky']);
  });

  test('when a name comes to be the one both have', () => {
    const names = {
      ru: 'Об этом сказала аналитик Айгуль Сыдыкова.',
      ky: 'Бул тууралуу аналитик Айгүл Сыдыкова айтты.',
      en: 'Analyst Aigul Osmonova spoke of this.',
    };
    expect(outrunBy(edited(projectOf(names), 'en', 'Analyst Aigul Sydykova spoke of this.'), 'en')).toEqual(
      [],
    );
    // The one they have was there, and another comes.
    const right = projectOf({ ...names, en: 'Analyst Aigul Sydykova spoke of this.' });
    expect(outrunBy(edited(right, 'en', 'Analyst Aigul Sadykova spoke of this.'), 'en')).toEqual([
      'ru',
      'ky',
    ]);
  });

  test('and where there are two versions, the one', () => {
    const two = projectOf({ ...PEOPLE, ky: '' });
    expect(outrunBy(edited(two, 'en', PEOPLE.en.replace('4,500', '45,000')), 'en')).toEqual([]);
  });
});

describe('in doubt the others are stale:', () => {
  const cases: Readonly<Record<string, readonly [PerLanguage<string>, string]>> = {
    'the others differ': [
      { ...PEOPLE, ky: PEOPLE.ky.replace('45 000', '46 000') },
      PEOPLE.en.replace('4,500', '45,000'),
    ],
    'something else changed with it': [
      PEOPLE,
      PEOPLE.en.replace('4,500', '45,000').replace('worked', 'never worked'),
    ],
    'it is a number of theirs that stands elsewhere': [PEOPLE, PEOPLE.en.replace('4,500', '21')],
    'its unit is another': [
      {
        ru: 'Ремонт стоит 25 млн долларов.',
        ky: 'Оңдоо 25 млн доллар турат.',
        en: 'It costs 20 million soms.',
      },
      'It costs 25 million soms.',
    ],
    'two changed places': [
      {
        ru: 'Доля выросла с 5 до 7 процентов.',
        ky: 'Үлүш 5тен 7 пайызга өстү.',
        en: 'The share grew from 6 to 8 percent.',
      },
      'The share grew from 7 to 5 percent.',
    ],
    'all had agreed': [{ ...PEOPLE, en: PEOPLE.en.replace('4,500', '45,000') }, PEOPLE.en],
  };
  test.each(Object.entries(cases))('%s', (_name, [texts, text]) => {
    expect(outrunBy(edited(projectOf(texts), 'en', text), 'en')).toEqual(['ru', 'ky']);
  });

  test('what made them stale before stays', () => {
    const project = edited(projectOf(PEOPLE), 'en', PEOPLE.en.replace('women', 'men'));
    const after = edited(project, 'en', PEOPLE.en.replace('women', 'men').replace('4,500', '45,000'));
    expect(outrunBy(after, 'en')).toEqual(['ru', 'ky']);
  });

  test('whatever the numbers: none is stale only if all say the same afterwards', () => {
    const digits = fc.integer({ min: 2, max: 999 });
    fc.assert(
      fc.property(digits, digits, digits, digits, fc.constantFrom(...LANGUAGES), (a, b, c, to, language) => {
        fc.pre(to !== { ru: a, ky: b, en: c }[language]);
        const say = (said: PerLanguage<number>): PerLanguage<string> => ({
          ru: `Мост закрыт ${said.ru} суток.`,
          ky: `Көпүрө ${said.ky} сутка жабык.`,
          en: `The bridge has been closed for ${said.en} days.`,
        });
        const before = { ru: a, ky: b, en: c };
        const after = { ...before, [language]: to };
        const project = edited(projectOf(say(before)), language, say(after)[language]);
        const agree = new Set(Object.values(after)).size === 1;
        expect(outrunBy(project, language).length === 0).toBe(agree);
      }),
    );
  });
});
