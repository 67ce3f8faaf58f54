import path from 'node:path';

/**
 * A node of a program's tree, as far as imports need it.
 * @typedef {{ readonly type: string, readonly source?: Node | null, readonly value?: unknown, readonly importKind?: string, readonly specifiers?: readonly { readonly imported?: { readonly name: string } }[] }} Node
 */

/**
 * What a lint rule is given: the file and where to complain.
 * @typedef {{ readonly cwd: string, readonly filename: string, readonly report: (complaint: { node: Node, message: string }) => void }} Context
 */

/**
 * An import or a re-export, of whatever kind: where from, as written, by which names (null for everything there is), and
 * whether nothing is left of it once types are gone.
 * @typedef {{ readonly source: string, readonly names: readonly string[] | null, readonly isTypes: boolean }} Import
 */

/**
 * A lint rule that judges each import of a file.
 * @param {(file: string, imported: Import) => string | undefined} judge says why not, of a file relative to the repository
 */
export function forImports(judge) {
  return {
    meta: { type: 'problem', schema: [] },
    /** @param {Context} context */
    create(context) {
      const file = path.relative(context.cwd, context.filename).replaceAll(path.sep, '/');
      /** @param {Node} node */
      const look = (node) => {
        const { source } = node;
        if (source?.type !== 'Literal' || typeof source.value !== 'string') return;
        const message = judge(file, {
          source: source.value,
          names: namesOf(node),
          isTypes: node.importKind === 'type',
        });
        if (message !== undefined) context.report({ node: source, message });
      };
      return {
        ImportDeclaration: look,
        ImportExpression: look,
        ExportNamedDeclaration: look,
        ExportAllDeclaration: look,
        TSImportType: look,
      };
    },
  };
}

/**
 * @param {Node} node
 * @returns {readonly string[] | null}
 */
function namesOf({ type, specifiers }) {
  if (type !== 'ImportDeclaration') return null;
  const names = (specifiers ?? []).map(({ imported }) => imported?.name);
  return names.every((name) => name !== undefined) ? names : null;
}
