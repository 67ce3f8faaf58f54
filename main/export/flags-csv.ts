import type { TFunction } from 'i18next';
import type english from '../../locales/en.json';
import { LANGUAGES } from '../../shared/model/language';
import type { Flag } from '../../shared/model/flag';
import type { Project } from '../../shared/model/project';
import { writeCsv } from './csv';
import type { NameCategory } from './version-document';

/** What a cell may need to know besides its flag. */
interface Table {
  /** The row of a flag, from 0; undefined where it has none any more. */
  readonly rowOf: (flag: Flag) => number | undefined;
  /** Strings in the language the table is written in. */
  readonly t: TFunction;
  readonly nameOf: NameCategory;
}

/**
 * The columns in their order: what stands below each head. The heads are in the locales, `csv.<column>`; one too many
 * there or here does not compile.
 */
const COLUMNS: { readonly [Column in keyof (typeof english)['csv']]: (flag: Flag, table: Table) => string } =
  {
    row: (flag, { rowOf }) => {
      const row = rowOf(flag);
      return row === undefined ? '' : String(row + 1);
    },
    languages: ({ spans }) => spans.map(({ language }) => language).join(' '),
    category: ({ category }, { nameOf }) => nameOf(category),
    severity: ({ severity }, { t }) => t(`severity.${severity}`),
    status: ({ status }, { t }) => t(`flagStatus.${status}`),
    assignee: ({ assignee }) => assignee ?? '',
    quotes: (flag) =>
      textsOf(flag)
        .map(({ language, quote }) => `${language}: ${quote}`)
        .join('\n'),
    fixes: (flag) =>
      textsOf(flag)
        .flatMap(({ language, fix }) => (fix === null ? [] : [`${language}: ${fix}`]))
        .join('\n'),
    note: ({ note }) => note,
    author: ({ author }) => author,
    time: ({ time }) => new Date(time).toISOString(),
    thread: ({ thread }) => thread.map(({ author, text }) => `${author}: ${text}`).join('\n'),
  };

/**
 * All flags as CSV.
 *
 * @param t strings in the language the table is to be written in
 */
export function flagsCsv(project: Project, t: TFunction, nameOf: NameCategory): string {
  const table: Table = { rowOf: rowsOf(project), t, nameOf };
  const head = Object.keys(COLUMNS).map((column) => t(`csv.${column}`));
  const lines = project.flags.map((flag) => Object.values(COLUMNS).map((cellOf) => cellOf(flag, table)));
  return writeCsv([head, ...lines]);
}

function rowsOf({ rows }: Project): Table['rowOf'] {
  const positions = new Map<string, number>();
  for (const [index, row] of rows.entries()) {
    positions.set(row.id, index);
    for (const language of LANGUAGES) {
      for (const paragraph of row.cells[language].paragraphs) positions.set(paragraph.id, index);
    }
  }
  return ({ spans: [first] }) => first && positions.get(first.at === 'gap' ? first.rowId : first.paragraphId);
}

function textsOf({ spans }: Flag) {
  return spans.filter((span) => span.at === 'text');
}
