import { forImports } from './imports.mjs';

/** What opens files, and what looks at them by following links. */
const OPENING = new Set(
  [
    ...['readFile', 'open', 'copyFile', 'cp', 'writeFile', 'appendFile', 'stat'],
    ...['createReadStream', 'createWriteStream', 'openAsBlob'],
  ].flatMap((name) => [name, `${name}Sync`]),
);

const FILE_SYSTEM = /^(node:)?fs(\/promises)?$/;

/** The modules of the main process that open files. */
const DOORS = new Set([
  'main/system/outside-file.ts',
  'main/system/own-file.ts',
  'main/system/sync-directory.ts',
]);

const ONLY_DOOR =
  "what lies on a disk comes in through main/system/outside-file.ts, the app's own through main/system/own-file.ts";

/**
 * Why a file of the main process may not import something: it would open files by another way than those doors.
 * @param {string} file relative to the repository
 * @param {import('./imports.mjs').Import} imported
 * @returns {string | undefined} undefined if it may
 */
function judgeOpening(file, { source, names }) {
  if (DOORS.has(file) || !FILE_SYSTEM.test(source)) return undefined;
  const opens = names?.some((name) => OPENING.has(name) || name === 'promises' || name === 'default') ?? true;
  return opens ? ONLY_DOOR : undefined;
}

const imports = forImports(judgeOpening);

/** The lint rule over `judgeOpening`; what fetches Node's own modules without an import is refused altogether. */
export const outsideFile = {
  meta: imports.meta,
  /** @param {import('./imports.mjs').Context} context */
  create: (context) => ({
    ...imports.create(context),
    /** @param {import('./imports.mjs').Node & { readonly name?: string }} node */
    Identifier(node) {
      if (node.name === 'getBuiltinModule') context.report({ node, message: ONLY_DOOR });
    },
  }),
};
