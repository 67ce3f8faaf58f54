import type { Paragraph } from '../../model/paragraph';
import { TO_KYRGYZ, vowelHarmony } from '../../text/look-alikes';
import type { ArticleCheck, CheckedRow } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan, Fix, ReportOf } from '../engine/finding';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;

/** Letters of Kazakh that Kyrgyz has not; what they stand for, if that can be told. */
const KAZAKH: ReadonlyMap<string, string | null> = new Map([
  ['қ', 'к'],
  ['Қ', 'К'],
  ['ғ', 'г'],
  ['Ғ', 'Г'],
  ['і', 'и'],
  ['І', 'И'],
  ['ә', null],
  ['Ә', null],
  ['һ', null],
  ['Һ', null],
]);

const KAZAKH_LETTER = /[қғіәұһ]/iu;

/** A version as long as this without any ө, ү or ң was typed on a keyboard that has none. */
const TELLING_LENGTH = 400;

/** A list no person reads to its end. */
const MOST_SPANS = 200;

interface Letter {
  readonly wrong: string;
  readonly right: string | null;
  readonly span: FindingSpan;
}

const lettersOf = readOnce((paragraph): readonly Letter[] => {
  const words = [...paragraph.text.matchAll(WORD)];
  return words.flatMap(({ 0: word, index: at }, n) => {
    if (!/\p{Script=Cyrillic}/u.test(word)) return [];
    const isKazakh =
      KAZAKH_LETTER.test(word) &&
      [words[n - 1], words[n + 1]].some((other) => other !== undefined && KAZAKH_LETTER.test(other[0]));
    return [...word.matchAll(/[^а-яёөүң]/giu)].flatMap(({ 0: wrong, index }): readonly Letter[] => {
      const right = isKazakh && KAZAKH_LETTER.test(wrong) ? undefined : rightLetter(wrong, word);
      if (right === undefined) return [];
      const start = at + index;
      const span = {
        language: 'ky' as const,
        paragraphId: paragraph.id,
        start,
        end: start + wrong.length,
      };
      return [{ wrong, right, span }];
    });
  });
});

/** Characters in Kyrgyz words that only look like the right letter: one finding for each of them. */
export const kyrgyzLetter: ArticleCheck<'kyrgyzLetter'> = {
  id: 'kyrgyzLetter',
  scope: 'article',
  severity: 'minor',
  category: 'linguisticConventions/characterEncoding',
  find: (rows) => {
    const byCharacter = new Map<string, Letter[]>();
    const paragraphs = rows.flatMap(({ all }) => all.ky);
    for (const letter of paragraphs.flatMap((paragraph) => lettersOf(paragraph, 'ky'))) {
      // ұ may be two letters: what it stands for is a finding of its own.
      const said = `${letter.wrong}${letter.right ?? ''}`;
      const same = byCharacter.get(said);
      if (same) same.push(letter);
      else byCharacter.set(said, [letter]);
    }
    return [...[...byCharacter.values()].map(reportOf), ...withoutKyrgyzLetters(rows)];
  },
};

/** undefined for a letter that is not wrong, null where nobody can know the right one. */
function rightLetter(wrong: string, word: string): string | null | undefined {
  if (wrong === 'ұ' || wrong === 'Ұ') {
    const harmony = vowelHarmony(word);
    if (harmony === null) return null;
    if (harmony === 'front') return wrong === 'ұ' ? 'ү' : 'Ү';
    return wrong === 'ұ' ? 'у' : 'У';
  }
  return KAZAKH.has(wrong) ? KAZAKH.get(wrong) : TO_KYRGYZ.get(wrong);
}

function reportOf(letters: readonly Letter[]): ReportOf<'kyrgyzLetter'> {
  const { wrong = '', right = null } = letters[0] ?? {};
  const fixes: readonly Fix[] = right === null ? [] : letters.map(({ span }) => ({ ...span, text: right }));
  return {
    message: right === null ? 'foreign' : 'wrong',
    params: { wrong, right: right ?? '', count: letters.length },
    spans: letters.slice(0, MOST_SPANS).map(({ span }) => span),
    fixes,
  };
}

function withoutKyrgyzLetters(rows: readonly CheckedRow[]): readonly ReportOf<'kyrgyzLetter'>[] {
  const paragraphs: readonly Paragraph[] = rows.flatMap(({ all }) => all.ky);
  let length = 0;
  for (const { text } of paragraphs) {
    if (/[өүңѳɵöüұ]/iu.test(text)) return [];
    length += text.length;
  }
  const longest = paragraphs.reduce<Paragraph | undefined>(
    (most, paragraph) => (paragraph.text.length > (most?.text.length ?? 0) ? paragraph : most),
    undefined,
  );
  if (length < TELLING_LENGTH || longest === undefined || !/\p{Script=Cyrillic}/u.test(longest.text))
    return [];
  const { id: paragraphId, text } = longest;
  return [{ message: 'none', spans: [{ language: 'ky', paragraphId, start: 0, end: text.length }] }];
}
