import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { SetupError } from '../setup/command.mjs';

/**
 * @typedef {object} Lock what is read of `package-lock.json`
 * @property {Readonly<Record<string, { dev?: boolean, optional?: boolean, devOptional?: boolean }>>} packages by folder
 *
 * @typedef {object} Licensed
 * @property {string} name
 * @property {string} version
 * @property {string} licence the id of the licence, for example `MIT`
 * @property {string} author
 * @property {string} text the licence, as the package has it; empty where it has none
 */

const licenceFile = /^(licen[cs]e|copying|notice)/i;

/**
 * Packages that are offered under several licences, and the one Triptych takes them under.
 * @type {Readonly<Record<string, { licence: string, file: RegExp, offered: string }>>}
 */
const chosen = {
  'hunspell-wasm': {
    licence: 'MPL-1.1',
    file: /^COPYING\.MPL$/,
    offered: '(LGPL-2.0 OR GPL-2.0 OR MPL-1.1)',
  },
};

/**
 * The folders of the packages that may be part of the app: all but those that only build and test it.
 * @param {Lock} lock
 * @returns {readonly string[]} as in the lock: `node_modules/zod`
 */
function findShipped({ packages }) {
  return Object.entries(packages)
    .filter(([folder, { dev, optional, devOptional }]) => folder && !dev && !optional && !devOptional)
    .map(([folder]) => folder)
    .sort();
}

/**
 * @param {string} folder of a package
 * @returns {Promise<Licensed>}
 */
async function readLicence(folder) {
  const about = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, author, repository } = about;
  const choice = chosen[name];
  if (/\bOR\b/.test(license ?? '') && choice?.offered !== license)
    throw new SetupError(
      `${name} is offered under ${license}: choose one of them in scripts/release/licences.mjs.`,
    );
  const wanted = choice?.file ?? licenceFile;
  const files = (await readdir(folder)).filter((file) => wanted.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const taken = choice
    ? `Offered under ${choice.offered.slice(1, -1)}. Triptych takes and passes it on, unchanged, under ${choice.licence}. ` +
      `Its source: ${repository?.url ?? repository}`
    : '';
  const text = [taken, ...texts.map((each) => each.replaceAll('\r\n', '\n').trim())]
    .filter((part) => part !== '')
    .join('\n\n');
  if (typeof license !== 'string' && text === '')
    throw new SetupError(`${name} does not say under which licence it is: it cannot be part of the app.`);
  return {
    name,
    version,
    licence: choice?.licence ?? (typeof license === 'string' ? license : 'see below'),
    author: (typeof author === 'string' ? author : author?.name) ?? `the authors of ${name}`,
    text,
  };
}

/**
 * All licences as one text for people to read.
 * @param {string} own that of Triptych itself
 * @param {readonly Licensed[]} packages
 */
function renderLicences(own, packages) {
  const rule = '-'.repeat(78);
  const parts = packages.map(({ name, version, licence, author, text }) =>
    [rule, `${name} ${version} (${licence})`, '', text || `Copyright ${author}. Licence: ${licence}`].join(
      '\n',
    ),
  );
  return [
    `Triptych\n\n${own.trim()}`,
    'Triptych is made with the works below. The licences of Electron and Chromium lie beside the program: ' +
      'LICENSE.electron.txt and LICENSES.chromium.html.',
    ...parts,
    '',
  ].join('\n\n');
}

/**
 * Writes the licences of all the app is made of into a file.
 * @param {string} root the folder of the repository
 * @param {string} file
 */
export async function writeLicences(root, file) {
  /** @type {Lock} */
  const lock = JSON.parse(await readFile(path.join(root, 'package-lock.json'), 'utf8'));
  const packages = await Promise.all(findShipped(lock).map((each) => readLicence(path.join(root, each))));
  await writeFile(file, renderLicences(await readFile(path.join(root, 'LICENSE'), 'utf8'), packages));
}
