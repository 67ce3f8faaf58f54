import type { TFunction } from 'i18next';
import { LANGUAGES } from '../../shared/model/language';
import type { Flag } from '../../shared/model/flag';
import type { Project } from '../../shared/model/project';
import { writeCsv } from './csv';
import type { NameCategory } from './version-document';

/**
 * All flags as CSV.
 *
 * @param t strings in the language the table is to be written in
 */
export function flagsCsv(project: Project, t: TFunction, nameOf: NameCategory): string {
  const rowOf = new Map<string, number>();
  for (const [index, row] of project.rows.entries()) {
    rowOf.set(row.id, index);
    for (const language of LANGUAGES) {
      for (const paragraph of row.cells[language].paragraphs) rowOf.set(paragraph.id, index);
    }
  }
  const columns = [
    'row',
    'languages',
    'category',
    'severity',
    'status',
    'assignee',
    'quotes',
    'fixes',
    'note',
    'author',
    'time',
    'thread',
  ];
  const head = columns.map((column) => t(`csv.${column}`));
  const lines = project.flags.map((flag) => flagCells(flag, rowOf, t, nameOf));
  return writeCsv([head, ...lines]);
}

function flagCells(
  flag: Flag,
  rowOf: ReadonlyMap<string, number>,
  t: TFunction,
  nameOf: NameCategory,
): readonly string[] {
  const [first] = flag.spans;
  const row = first ? rowOf.get(first.at === 'gap' ? first.rowId : first.paragraphId) : undefined;
  const texts = flag.spans.filter((span) => span.at === 'text');
  return [
    row === undefined ? '' : String(row + 1),
    flag.spans.map((span) => span.language).join(' '),
    nameOf(flag.category),
    t(`severity.${flag.severity}`),
    t(`flagStatus.${flag.status}`),
    flag.assignee ?? '',
    texts.map((span) => `${span.language}: ${span.quote}`).join('\n'),
    texts.flatMap((span) => (span.fix === null ? [] : [`${span.language}: ${span.fix}`])).join('\n'),
    flag.note,
    flag.author,
    new Date(flag.time).toISOString(),
    flag.thread.map((comment) => `${comment.author}: ${comment.text}`).join('\n'),
  ];
}
