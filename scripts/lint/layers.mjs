import { isBuiltin } from 'node:module';
import path from 'node:path';
import { forImports } from './imports.mjs';

/** Parts of `shared`, each with those it may import besides itself. */
const shared = {
  model: [],
  interface: [],
  text: ['model'],
  // What differs between two states of a project.
  patch: ['model'],
  kyrgyz: [],
  align: ['model', 'text', 'kyrgyz'],
  glossary: ['model', 'text'],
  diff: ['model', 'text'],
  // Names are compared by how they sound, sentences by how they were linked.
  checks: ['model', 'text', 'align', 'glossary'],
  mqm: ['model', 'interface', 'text'],
  // Words are known by the stems and the lexicon of the aligner.
  said: ['model', 'text', 'align', 'kyrgyz', 'diff'],
  reconcile: ['model', 'text', 'patch', 'align', 'diff', 'checks', 'mqm'],
  commands: ['model', 'text', 'patch', 'align', 'diff', 'checks', 'mqm', 'reconcile'],
  search: ['model', 'text', 'said', 'commands'],
  // What one copy split and joined is done in the others as a person would do it.
  merge: ['model', 'text', 'diff', 'reconcile', 'commands'],
  report: ['model', 'text', 'diff', 'checks', 'mqm'],
  contract: ['model', 'interface', 'patch', 'checks', 'mqm', 'said', 'search', 'reconcile', 'commands'],
};

/** Families of checks, each with those it may import besides itself. The lists beside them may import all. */
const checks = {
  engine: [],
  numbers: ['engine'],
  // A name that is lost with its sentence is not told.
  names: ['engine', 'sentences'],
  terms: ['engine'],
  sentences: ['engine'],
  // Words are compared within sentences that belong together.
  meaning: ['engine', 'names', 'sentences'],
  marks: ['engine'],
  // A list's numbers are read as numbers are.
  structure: ['engine', 'numbers'],
  letters: ['engine'],
  words: ['engine'],
  typography: ['engine'],
};

/** Rooms of `main`, each with those it may import besides itself. The entry points beside the rooms may import all. */
const main = {
  system: [],
  checking: ['system'],
  project: ['system'],
  merge: ['system', 'project'],
  said: ['system', 'project'],
  search: [],
  import: ['system'],
  exchange: ['system', 'import'],
  export: ['system', 'checking', 'import'],
  jobs: ['system', 'checking', 'project', 'merge', 'said', 'import', 'export'],
  app: ['system', 'checking', 'project', 'merge', 'exchange', 'export', 'jobs'],
  ipc: ['system', 'checking', 'project', 'search', 'import', 'exchange', 'export', 'jobs', 'app'],
  cli: ['system', 'checking', 'project', 'merge', 'search', 'import', 'exchange', 'export', 'jobs'],
};

/** Parts of `renderer`, each with those it may import besides itself; `app` may import all. */
const renderer = {
  session: [],
  hooks: ['session'],
  ui: [],
  controls: ['session', 'hooks', 'ui'],
  features: ['session', 'hooks', 'ui', 'controls'],
};

const platformPackages = ['electron', 'react', 'react-dom', 'react-i18next', 'zustand', 'virtua'];

/**
 * @param {string} name a package, perhaps with a path inside it
 * @param {readonly string[]} packages
 */
function isOneOf(name, packages) {
  return packages.some((one) => name === one || name.startsWith(`${one}/`));
}

/**
 * Why a file may not import a package.
 * @param {string} file relative to the repository
 * @param {string} name as imported
 * @returns {string | undefined} undefined if it may
 */
function judgePackage(file, name) {
  const [house] = file.split('/');
  if (house === 'shared' && (isBuiltin(name) || isOneOf(name, platformPackages))) {
    return `shared is pure: it may not import ${name}`;
  }
  if (house === 'renderer' && (isBuiltin(name) || isOneOf(name, ['electron']))) {
    return `renderer runs without Node: it may not import ${name}`;
  }
  // `zustand` itself brings React along.
  const drawing = /^(react|virtua|prosemirror)(-|\/|$)/.test(name) || name === 'zustand';
  if (file.startsWith('renderer/session/') && drawing) {
    return `renderer/session draws nothing: it may not import ${name}`;
  }
  return undefined;
}

/** The strings people read. Everybody may know which there are; `shared` does not carry them. */
const STRINGS = /^locales\/[^/]+\.json$/;

/** A file beside the rooms of `main`: where a process begins, and everything is put together. */
const ENTRY = /^main\/[^/]+$/;

/**
 * Why a room may not import another room of its house.
 * @param {string} house
 * @param {Readonly<Record<string, readonly string[]>>} rooms with the rooms that each may import
 * @param {string} room
 * @param {string} imported
 * @returns {string | undefined} undefined if it may
 */
function judgeRoom(house, rooms, room, imported) {
  const allowed = rooms[room];
  if (allowed === undefined) return `${house}/${room} has no place in scripts/lint/layers.mjs`;
  return room === imported || allowed.includes(imported)
    ? undefined
    : `${house}/${room} may not import ${house}/${imported}`;
}

/**
 * Why a file may not import another file of the repository.
 * @param {string} from relative to the repository
 * @param {string} to relative to the repository
 * @returns {string | undefined} undefined if it may
 */
function judgeFile(from, to) {
  const [house = '', part = '', feature = ''] = from.split('/');
  const [toHouse = '', toPart = '', toFeature = ''] = to.split('/');
  if (house === 'shared') {
    // The list of the languages the interface speaks names their files.
    if (part === 'interface' && toHouse === 'locales') return undefined;
    if (toHouse !== 'shared') return `shared may not import ${toHouse}`;
    const isOfFamily = part === 'checks' && toPart === 'checks' && !feature.endsWith('.ts');
    return isOfFamily
      ? judgeRoom('shared/checks', checks, feature, toFeature)
      : judgeRoom('shared', shared, part, toPart);
  }
  const others = { main: ['renderer'], renderer: ['main'] }[house] ?? [];
  if (others.includes(toHouse)) return `${house} may not import ${toHouse}`;
  if (house === 'main' && toHouse === 'main')
    return ENTRY.test(from) ? undefined : judgeRoom('main', main, part, toPart);
  if (house !== 'renderer' || toHouse !== 'renderer') return undefined;
  const allowed = renderer[/** @type {keyof typeof renderer} */ (part)];
  if (part !== toPart && allowed && !allowed.some((name) => name === toPart)) {
    return `renderer/${part} may not import renderer/${toPart}`;
  }
  if (part === 'features' && toPart === 'features' && feature !== toFeature) {
    return `feature ${feature} may not import feature ${toFeature}`;
  }
  return undefined;
}

/**
 * Why a file may not import something: who may import whom in the house.
 * @param {string} file the importing file, relative to the repository, with slashes
 * @param {string} imported as written: `../model/row`, `node:fs`, `react`
 * @param {boolean} isTypes whether it is an `import type`
 * @returns {string | undefined} undefined if it may
 */
export function judgeImport(file, imported, isTypes) {
  if (!imported.startsWith('.')) return judgePackage(file, imported);
  const to = path.posix.join(path.posix.dirname(file), imported);
  return STRINGS.test(to) && isTypes ? undefined : judgeFile(file, to);
}

/** The lint rule over `judgeImport`. */
export const layers = forImports((file, { source, isTypes }) => judgeImport(file, source, isTypes));
