import { isBuiltin } from 'node:module';
import path from 'node:path';
import { forImports } from './imports.mjs';

/** Parts of `shared`, each with those it may import besides itself. */
const shared = {
  model: [],
  interface: [],
  text: ['model'],
  align: ['model', 'text'],
  glossary: ['model', 'text'],
  diff: ['model', 'text'],
  // Names are compared by how they sound, sentences by how they were linked.
  checks: ['model', 'text', 'align', 'glossary'],
  mqm: ['model', 'interface', 'text'],
  reconcile: ['model', 'text', 'align', 'diff', 'checks', 'mqm'],
  commands: ['model', 'text', 'align', 'diff', 'checks', 'mqm', 'reconcile'],
  // What one copy split and joined is done in the others as a person would do it.
  merge: ['model', 'text', 'diff', 'reconcile', 'commands'],
  report: ['model', 'text', 'diff', 'checks', 'mqm'],
  contract: ['model', 'interface', 'checks', 'mqm', 'reconcile', 'commands'],
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
  return undefined;
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
    const allowed = shared[/** @type {keyof typeof shared} */ (part)];
    if (allowed === undefined) return `shared/${part} has no place in scripts/lint/layers.mjs`;
    return part === toPart || allowed.some((name) => name === toPart)
      ? undefined
      : `shared/${part} may not import shared/${toPart}`;
  }
  const others = { main: ['renderer'], renderer: ['main'] }[house] ?? [];
  if (others.includes(toHouse)) return `${house} may not import ${toHouse}`;
  if (house !== 'renderer' || toHouse !== 'renderer') return undefined;
  if (part === 'ui' && (toPart === 'store' || toPart === 'features')) return `ui may not import ${toPart}`;
  if (part === 'features' && toPart === 'features' && feature !== toFeature) {
    return `feature ${feature} may not import feature ${toFeature}`;
  }
  return undefined;
}

/**
 * Why a file may not import something: who may import whom in the house.
 * @param {string} file the importing file, relative to the repository, with slashes
 * @param {string} imported as written: `../model/row`, `node:fs`, `react`
 * @returns {string | undefined} undefined if it may
 */
export function judgeImport(file, imported) {
  return imported.startsWith('.')
    ? judgeFile(file, path.posix.join(path.posix.dirname(file), imported))
    : judgePackage(file, imported);
}

/** The lint rule over `judgeImport`. */
export const layers = forImports((file, { source }) => judgeImport(file, source));
