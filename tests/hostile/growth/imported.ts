import { readDocument } from '../../../main/import/read-document';
import { readPastedText } from '../../../main/import/read-pasted-text';
import { EQUATIONS } from './equations';
import type { Growing, GrowingFile } from './growing';
import { OPEN_TEXT_FILES } from './open-texts';
import { PAGES } from './pages';
import { PLAIN_TEXTS } from './plain-texts';
import { WORD_FILES } from './word-files';

const FILES: readonly GrowingFile[] = [
  ...WORD_FILES,
  ...OPEN_TEXT_FILES,
  ...PAGES,
  ...EQUATIONS,
  ...PLAIN_TEXTS,
];

/** Files that are read, and pages and texts that are pasted. */
export const IMPORTED: readonly Growing[] = [
  ...FILES.map(([what, fileName, n, make]): Growing => ({
    kind: 'import',
    what: `${what}, ${fileName.slice(1)}`,
    n,
    make: async (size) => {
      const content = await make(size);
      return () => readDocument({ fileName, bytes: content });
    },
  })),
  ...FILES.filter(([, fileName]) => /(html|txt)$/.test(fileName)).map(
    ([what, fileName, n, make]): Growing => ({
      kind: 'import',
      what: `${what}, pasted as ${fileName.slice(1)}`,
      n,
      make: async (size) => {
        const content = new TextDecoder().decode(await make(size));
        return () => (fileName === 'a.html' ? readPastedText('', content) : readPastedText(content, null));
      },
    }),
  ),
];
