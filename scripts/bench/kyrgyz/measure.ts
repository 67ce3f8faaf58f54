import { loadSpelling } from '../../../main/checking/load-spelling';
import { kyrgyzAnalyser } from '../../../shared/align/kyrgyz';
import { makeChecker } from '../../../shared/checks/engine/check-rows';
import { spelling } from '../../../shared/checks/words/spelling';
import { perLanguage } from '../../../shared/model/language';
import { plainBlock } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';

export const ALPHABET = 'абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя';

/** Words in small letters, which are no names. */
const WORD = /(?<![\p{L}\p{M}\p{N}'’-])[а-яёөүң]+(?![\p{L}\p{M}\p{N}'’-])/gu;

export function wordsIn(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

export const isAnalysed = (word: string): boolean => kyrgyzAnalyser()(word).length > 0;

/** What the checks know of words and say of paragraphs. */
export async function speller() {
  const dictionaries = await loadSpelling();
  return {
    isKnown: (word: string): boolean => dictionaries.isKnown(word, 'ky'),
    /** The suggestions for the words it reports in these paragraphs, by word. */
    report: (
      paragraphs: readonly string[],
    ): readonly { readonly word: string; readonly suggestion: string }[] =>
      makeChecker([spelling], { glossary: '', spelling: dictionaries })(paragraphs.map(rowOf)).map(
        ({ params: { word = '', suggestion = '' } }) => ({
          word: String(word),
          suggestion: String(suggestion),
        }),
      ),
  };
}

function rowOf(text: string, n: number): Row {
  return {
    id: `r${n}`,
    cells: perLanguage((language) => ({
      paragraphs: language === 'ky' ? [{ ...plainBlock(text), id: `p${n}`, imported: null }] : [],
      status: 'translated' as const,
    })),
    confidence: 1,
    confirmed: false,
  };
}
