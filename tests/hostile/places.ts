import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { reads, refused, type HostileFile } from './hostile-file';

const at = (
  what: string,
  fileName: string,
  place: NonNullable<HostileFile['place']>,
  becomes: HostileFile['becomes'],
): HostileFile => ({ kind: 'place', what, fileName, content: () => '', place, becomes });

const WORDS = 'Вода придёт весной.';

const onUnix: readonly HostileFile[] = [
  at('a named pipe', 'pipe.docx', (path) => void execFileSync('mkfifo', [path]), refused('fileUnreadable')),
  at('a link to /dev/zero', 'zero.txt', (path) => symlinkSync('/dev/zero', path), refused('fileUnreadable')),
  at(
    'a link to /dev/random',
    'random.docx',
    (path) => symlinkSync('/dev/random', path),
    refused('fileUnreadable'),
  ),
  at('a link to itself', 'loop.txt', (path) => symlinkSync(path, path), refused('fileUnreadable')),
  at(
    'a link to nothing',
    'nothing.txt',
    (path) => symlinkSync(`${path}.gone`, path),
    refused('fileNotFound'),
  ),
  at(
    'a file that is empty and never ends',
    'empty.txt',
    (path) => symlinkSync('/proc/self/mem', path),
    refused('fileUnreadable'),
  ),
  at(
    'a name with a line end and turned writing',
    'report\n\u202etxt.exe\u2066.txt',
    (path) => writeFileSync(path, WORDS),
    reads([WORDS]),
  ),
];

/** Things on a disk that are no plain files, or have names that mislead. */
export const PLACES: readonly HostileFile[] = [
  at('a folder', 'folder.docx', (path) => void mkdirSync(path), refused('fileUnreadable')),
  at(
    '10 GB of nothing',
    'sparse.html',
    (path) => {
      writeFileSync(path, '');
      truncateSync(path, 10 * 2 ** 30);
    },
    refused('fileTooLarge'),
  ),
  ...(process.platform === 'win32' ? [] : onUnix),
];
