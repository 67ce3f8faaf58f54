import { makeAnalyser, type Analyser } from '../kyrgyz/analyse';
import { readLexicon, readWords } from '../kyrgyz/read-stems';
import words from '../kyrgyz/words.txt?raw';
import { LEXICON_TEXTS } from './lexicon-texts';

let analyser: Analyser | undefined;

/** The analyser of Kyrgyz words with the stems that come with Triptych, made when it is first needed. */
export function kyrgyzAnalyser(): Analyser {
  analyser ??= makeAnalyser([...readWords(words), ...LEXICON_TEXTS.flatMap(readLexicon)]);
  return analyser;
}
