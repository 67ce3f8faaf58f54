import { alignVersions } from '../../../shared/align/align-versions';
import type { AlignmentInput } from '../../../shared/align/alignment';
import { perLanguage } from '../../../shared/model/language';
import { times, type Growing } from './growing';

const WORDS: AlignmentInput = { role: 'paragraph', text: 'Сегодня', label: '' };

const picture = (hash: string): AlignmentInput => ({
  role: 'picture',
  text: '',
  label: '',
  picture: { hash, name: '' },
});

/** Versions that are put beside each other. */
export const ALIGNED: readonly Growing[] = (
  [
    ['the same pictures in every version', (_, i) => picture(`same ${i}`)],
    ['other pictures in every version', (language, i) => picture(`${language} ${i}`)],
  ] satisfies readonly (readonly [string, (language: string, i: number) => AlignmentInput])[]
).map(([what, make]) => ({
  kind: 'align',
  what,
  n: 600,
  make: (size) => {
    const versions = perLanguage((language) => [WORDS, ...times(size, (i) => make(language, i))]);
    return () => alignVersions(versions);
  },
}));
