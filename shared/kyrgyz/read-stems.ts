import type { PartOfSpeech } from './analyse';

type Stem = readonly [stem: string, partOfSpeech: PartOfSpeech];

/** Words that stand one after another below the part of speech they are: see words.txt. */
export function readWords(text: string): readonly Stem[] {
  const stems: Stem[] = [];
  let partOfSpeech: PartOfSpeech = 'fixed';
  for (const line of text.split('\n')) {
    if (line.startsWith('# ')) partOfSpeech = line.slice(2) as PartOfSpeech;
    else for (const word of line.split(' ')) if (word !== '') stems.push([word, partOfSpeech]);
  }
  return stems;
}

/** The Kyrgyz words of lines `ru | ky | en`; verbs end in a hyphen there: "бар-". */
export function readLexicon(text: string): readonly Stem[] {
  return text.split('\n').flatMap((line): readonly Stem[] => {
    if (line.startsWith('# ')) return [];
    return [...(line.split('|')[1] ?? '').toLowerCase().matchAll(/([а-яёөүң]+)(-?)(?![а-яёөүң])/gu)].map(
      ([, word = '', hyphen]) => [word, hyphen === '-' ? 'verb' : 'noun'],
    );
  });
}
