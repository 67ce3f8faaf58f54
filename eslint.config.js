import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { layers } from './scripts/lint/layers.mjs';

/** What opens files, and what looks at them by following links: in main only the modules below do. */
const OPENING = [
  ...['readFile', 'open', 'copyFile', 'cp', 'writeFile', 'appendFile', 'stat'],
  ...['createReadStream', 'createWriteStream', 'openAsBlob'],
].flatMap((name) => [name, `${name}Sync`]);

const ONLY_DOOR =
  "what lies on a disk comes in through main/outside-file.ts, the app's own through main/own-file.ts";

export default defineConfig(
  globalIgnores(['out', 'dist', 'coverage', 'test-results', 'playwright-report', 'tests/fixtures']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    extends: [tseslint.configs.strict, tseslint.configs.stylistic],
    plugins: { triptych: { rules: { layers } } },
    rules: {
      'triptych/layers': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-empty-function': 'off',
      // `const { pending, ...rest } = paragraph` is how a property is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Statements of SQL are written as tagged templates.
      '@typescript-eslint/no-unused-expressions': ['error', { allowTaggedTemplates: true }],
    },
  },
  {
    // What only types can tell: promises nobody waits for, and unions not handled to the end.
    files: ['{main,renderer,shared,tests}/**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      // React ignores what an event handler returns.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
    },
  },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [reactHooks.configs.flat['recommended-latest']] },
  {
    // Dense tables are read at indexes that the loops around them bound.
    files: ['shared/{align,diff}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  { files: ['shared/**', 'renderer/**'], rules: { 'no-console': 'error' } },
  {
    files: ['main/**/*.ts'],
    ignores: ['main/outside-file.ts', 'main/own-file.ts', 'main/sync-directory.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: ['node:fs', 'node:fs/promises', 'fs', 'fs/promises'].map((name) => ({
            name,
            importNames: ['default', 'promises', ...OPENING],
            message: ONLY_DOOR,
          })),
        },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ImportExpression[source.value=/^(node:)?fs/]', message: ONLY_DOOR },
        { selector: "CallExpression[callee.property.name='getBuiltinModule']", message: ONLY_DOOR },
      ],
    },
  },
);
