import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/command.mjs';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g;
const EXTENSIONS = ['', '.ts', '.tsx', '.mjs'];

/**
 * The files of the repository that a file imports by name.
 * @param {string} file relative to the repository
 */
function importedBy(file) {
  const text = readFileSync(path.join(root, file), 'utf8');
  return [...text.matchAll(IMPORT)].flatMap(([, name = '']) => {
    const place = path.posix.join(path.posix.dirname(file), name);
    const extension = EXTENSIONS.find(
      (each) => /\.[a-z]+$/.test(place + each) && existsSync(path.join(root, place + each)),
    );
    return extension === undefined ? [] : [place + extension];
  });
}

/**
 * The tests that run what is in some files, nearest first: a test itself, one that imports the file, one that imports what
 * imports it, and so on.
 * @param {readonly string[]} files relative to the repository, all its modules
 * @param {readonly string[]} changed
 * @param {(file: string) => boolean} isTest
 * @returns {readonly string[]}
 */
export function nearestTests(files, changed, isTest) {
  /** @type {Map<string, string[]>} */
  const importers = new Map();
  for (const file of files)
    for (const imported of importedBy(file))
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
  // A set keeps the order in which files are come to: round by round, by distance.
  const reached = new Set(changed);
  for (const file of reached) for (const importer of importers.get(file) ?? []) reached.add(importer);
  return [...reached].filter(isTest);
}
