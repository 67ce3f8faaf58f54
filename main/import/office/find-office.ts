import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where LibreOffice is when it is not on the path: as its own packages and those of the systems install it. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/usr/bin/soffice',
    '/usr/lib/libreoffice/program/soffice',
    '/usr/lib64/libreoffice/program/soffice',
    '/opt/libreoffice/program/soffice',
  ],
  darwin: ['/Applications/LibreOffice.app/Contents/MacOS/soffice'],
  win32: ['ProgramW6432', 'ProgramFiles', 'ProgramFiles(x86)'].flatMap((name) => {
    const folder = process.env[name];
    return folder === undefined ? [] : [join(folder, 'LibreOffice', 'program', 'soffice.com')];
  }),
};

/** The program of LibreOffice on this computer; null where it is not installed. */
export function findOffice(
  path = process.env['PATH'] ?? '',
  places = PLACES[process.platform] ?? [],
): string | null {
  const name = process.platform === 'win32' ? 'soffice.com' : 'soffice';
  const onPath = path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name));
  return [...onPath, ...places].find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // It is not there, or not for this person.
    return false;
  }
}
