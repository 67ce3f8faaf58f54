import { expect, test } from 'vitest';
import { kyrgyzAnalyser } from '../../../../shared/align/kyrgyz';
import { makeAnalyser, type Analyser } from '../../../../shared/kyrgyz/analyse';

const read: Analyser = makeAnalyser([
  ['китеп', 'noun'],
  ['тилек', 'noun'],
  ['банк', 'noun'],
  ['суу', 'noun'],
  ['үй', 'noun'],
  ['апрель', 'noun'],
  ['кыл', 'verb'],
  ['башта', 'verb'],
  ['иште', 'verb'],
  ['кой', 'verb'],
  ['тап', 'verb'],
  ['жана', 'fixed'],
]);

function said(word: string): string | undefined {
  const [first] = read(word);
  return first && [first.stem, ...first.suffixes].join('+');
}

test.each([
  ['китептердин', 'китеп+тер+дин'],
  ['китебинен', 'китеп+и+нен'],
  ['китебибиздеги', 'китеп+ибиз+де+ги'],
  ['тилегиңиз', 'тилек+иңиз'],
  ['тилектүү', 'тилек+түү'],
  ['банкы', 'банк+ы'],
  ['суунун', 'суу+нун'],
  ['сууга', 'суу+га'],
  ['үйлөрүндө', 'үй+лөр+ү+ндө'],
  ['апрелдин', 'апрель+дин'],
  ['кылбайт', 'кыл+ба+й+т'],
  ['кылгандыгынан', 'кыл+ган+дыг+ы+нан'],
  ['кылышкан', 'кыл+ыш+кан'],
  ['баштоо', 'башта'],
  ['баштоого', 'башта+го'],
  ['иштөөчү', 'иште+чү'],
  ['иштээрин', 'иште+и+н'],
  ['баштаары', 'башта+ы'],
  ['кылгыс', 'кыл+гыс'],
  ['кылындылар', 'кыл+ынды+лар'],
  ['табыктуу', 'тап+ык+туу'],
  ['башталды', 'башта+л+ды'],
  ['коёбуз', 'кой+о+буз'],
  ['табылса', 'тап+ыл+са'],
  ['үйдүкүнө', 'үй+дүкү+нө'],
  ['үйүмдүкүндө', 'үй+үм+дүкү+ндө'],
  ['китепче', 'китеп+че'],
  ['китепчелерге', 'китеп+че+лер+ге'],
  ['тапчу', 'тап+чу'],
  ['кылчудай', 'кыл+чу+дай'],
  ['иштебечү', 'иште+бе+чү'],
  ['кылгам', 'кыл+гам'],
  ['кылбагам', 'кыл+ба+гам'],
  ['кылмайынча', 'кыл+майынча'],
  ['иштебептир', 'иште+бе+п+тир'],
  ['кылалы', 'кыл+алы'],
  ['кылгысы', 'кыл+гы+сы'],
  ['кылгыбыз', 'кыл+гы+быз'],
  ['кыласызбы', 'кыл+а+сыз+бы'],
  ['иштейсиңби', 'иште+й+сиң+би'],
  ['кылдыкпы', 'кыл+ды+к+пы'],
  ['тапсаңчы', 'тап+са+ң+чы'],
  ['китептерби', 'китеп+тер+би'],
  ['жана', 'жана'],
])('takes %s apart', (word, parts) => {
  expect(said(word)).toBe(parts);
});

test.each([
  ['китептардин', 'harmony'],
  ['китепдер', 'a voiced consonant behind a voiceless one'],
  ['китепи', 'a consonant that should have softened'],
  ['кылпайт', 'a voiceless consonant behind a voiced one'],
  ['кылдыбыз', 'persons of another tense'],
  ['жанага', 'a suffix on what takes none'],
  ['китептиндер', 'a plural behind a case'],
  ['иштеерин', 'a long vowel written otherwise'],
  ['кылгы', 'a wish that is nobody’s'],
  ['кылабызды', 'a case behind a person'],
  ['тстс', 'no vowel'],
  ['', 'nothing'],
])('makes no word of %s: %s', (word) => {
  expect(read(word)).toEqual([]);
});

test('takes words of another language as nouns where no stem fits', () => {
  const isRussian = (word: string) => word === 'кампания';
  expect(read('кампаниясынын', isRussian)).toEqual([
    { stem: 'кампания', partOfSpeech: 'noun', suffixes: ['сы', 'нын'] },
  ]);
  expect(read('кампаниясынын')).toEqual([]);
});

test('says all that a word may be', () => {
  const stems = kyrgyzAnalyser()('алма').map(({ stem }) => stem);
  expect(stems).toContain('алма');
  expect(stems).toContain('ал');
});

test('does not look at what is longer than words are', () => {
  expect(read(`кыл${'ыш'.repeat(3)}ты`)).not.toEqual([]);
  expect(read(`кыл${'ба'.repeat(20)}`)).toEqual([]);
  expect(read(`жана${' '.repeat(40)}`)).toEqual([]);
});
