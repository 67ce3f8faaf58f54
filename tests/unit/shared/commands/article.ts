import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { Flag, FlagSpan } from '../../../../shared/model/flag';
import { LANGUAGES, perLanguage, type Language } from '../../../../shared/model/language';
import type { Mark } from '../../../../shared/model/mark';
import { plainBlock, type Paragraph } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import type { Row, Status } from '../../../../shared/model/row';

export const BY = { author: 'Айгүл', time: 1_700_000_000_000 };

/**
 * A project from lines such as `'Раз / Два | Бир | '`: one line a row, `|` between the languages, `/` between
 * paragraphs. Rows are called r1, r2, ..., paragraphs ru1, ru2, ..., ky1, ..., en1, ...; every cell with text is
 * `translated`.
 */
export function article(...lines: readonly string[]): Project {
  const counts = { ru: 0, ky: 0, en: 0 };
  const rows = lines.map((line, i): Row => {
    const parts = line.split('|');
    const cells = perLanguage((language) => {
      const texts = (parts[LANGUAGES.indexOf(language)] ?? '').split('/').map((text) => text.trim());
      const paragraphs = texts
        .filter((text) => text !== '')
        .map((text): Paragraph => {
          counts[language] += 1;
          return { id: `${language}${counts[language]}`, ...plainBlock(text), imported: null };
        });
      return { paragraphs, status: paragraphs.length > 0 ? ('translated' as const) : ('draft' as const) };
    });
    return { id: `r${i + 1}`, cells, confidence: 0.5, confirmed: false };
  });
  return { id: 'p', title: 'Макала', created: 0, origins: { ru: null, ky: null, en: null }, rows, flags: [] };
}

/** The rows of a project as lines for `article`. */
export function lines(project: Project): readonly string[] {
  return project.rows.map((row) =>
    LANGUAGES.map((language) => row.cells[language].paragraphs.map(({ text }) => text).join(' / '))
      .join(' | ')
      .trim(),
  );
}

/** The project after commands none of which may be refused. */
export function run(project: Project, ...commands: readonly Command[]): Project {
  return commands.reduce((before, command) => {
    const applied = applyCommand(before, command, BY);
    if (!applied.ok) throw new Error(`refused: ${JSON.stringify(command)}`);
    return applied.value;
  }, project);
}

/** Whether a command is refused. */
export function isRefused(project: Project, command: Command): boolean {
  const applied = applyCommand(project, command, BY);
  return !applied.ok && applied.failure.code === 'commandRefused';
}

export function withStatus(project: Project, rowId: string, language: Language, status: Status): Project {
  return run(project, { type: 'setStatus', cells: [{ rowId, language }], status });
}

export function confirmed(project: Project, ...rowIds: readonly string[]): Project {
  return run(project, { type: 'confirmRows', rowIds, confirmed: true });
}

export function paragraph(project: Project, id: string): Paragraph {
  const all = project.rows.flatMap((row) => LANGUAGES.flatMap((language) => row.cells[language].paragraphs));
  const found = all.find((each) => each.id === id);
  if (!found) throw new Error(`no paragraph ${id}`);
  return found;
}

export function row(project: Project, id: string): Row {
  const found = project.rows.find((each) => each.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
}

/** The same project with marks on a paragraph, as if it had been imported so. */
export function marked(project: Project, paragraphId: string, marks: readonly Mark[]): Project {
  const change = (each: Paragraph) => (each.id === paragraphId ? { ...each, marks } : each);
  const rows = project.rows.map((each) => ({
    ...each,
    cells: perLanguage((language) => ({
      ...each.cells[language],
      paragraphs: each.cells[language].paragraphs.map(change),
    })),
  }));
  return { ...project, rows };
}

/** A span over the only place where a paragraph says `quote`. */
export function spanOn(
  project: Project,
  paragraphId: string,
  quote: string,
  fix: string | null = null,
): FlagSpan {
  const start = paragraph(project, paragraphId).text.indexOf(quote);
  if (start === -1) throw new Error(`${paragraphId} does not say ${quote}`);
  const language = LANGUAGES.find((each) => paragraphId.startsWith(each)) ?? 'ru';
  return { at: 'text', language, paragraphId, start, end: start + quote.length, quote, orphaned: false, fix };
}

/** The project with one more flag, called f1, f2, ... */
export function flagged(project: Project, ...spans: readonly FlagSpan[]): Project {
  return run(project, {
    type: 'addFlag',
    flagId: `f${project.flags.length + 1}`,
    spans,
    category: 'accuracy/mistranslation',
    severity: 'major',
    note: '',
  });
}

export function flag(project: Project, id = 'f1'): Flag {
  const found = project.flags.find((each) => each.id === id);
  if (!found) throw new Error(`no flag ${id}`);
  return found;
}

/** What the spans of a flag cover now: the text in [brackets], with "!" when orphaned, or the row of a gap. */
export function covered(project: Project, id = 'f1'): readonly string[] {
  return flag(project, id).spans.map((span) => {
    if (span.at === 'gap') return `gap in ${span.language} of ${span.rowId}`;
    const { text } = paragraph(project, span.paragraphId);
    const shown = `${text.slice(0, span.start)}[${text.slice(span.start, span.end)}]${text.slice(span.end)}`;
    return `${span.paragraphId}: ${shown}${span.orphaned ? '!' : ''}`;
  });
}
