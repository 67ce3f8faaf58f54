import { createHash } from 'node:crypto';
import type { Flag, TextSpan } from '../../../shared/model/flag';
import type { Language } from '../../../shared/model/language';
import type { Project } from '../../../shared/model/project';
import type { Revision } from '../../../shared/model/revision';
import { versionParagraphs } from '../../../shared/model/row';
import type { NameCategory } from '../version-document';
import type { By } from './docx/tracking';
import type { Remark, TrackedChanges } from './tracked-changes';

/** What is known of a project beside what it says. */
export interface Telling {
  /** Of every paragraph there is or was, newest first. */
  readonly revisions: ReadonlyMap<string, readonly Revision[]>;
  /** The number of its last change. */
  readonly position: number;
  /** The flags that may be told. */
  readonly flags: readonly Flag[];
  readonly nameOf: NameCategory;
  /** Who is named where nobody is known to have made a change. */
  readonly author: string;
}

/** What is told of the changes of a version since its import, and of the words that are flagged. */
export function trackedChanges(project: Project, language: Language, telling: Telling): TrackedChanges {
  const { revisions, flags, nameOf, author } = telling;
  const present = versionParagraphs(project.rows, language);
  const known = new Set(present.map(({ id }) => id));
  const gone = [...revisions].flatMap(([id, ofOne]) => {
    const [last] = ofOne;
    const first = ofOne.at(-1)?.before;
    return last && first && !known.has(id)
      ? [{ text: first.text, author: last.author, time: last.time }]
      : [];
  });
  const latest = [...revisions.values()].flatMap(([last]) => last ?? []).sort((a, b) => a.seq - b.seq);
  const time = latest.at(-1)?.time ?? project.origins[language]?.time ?? project.created;
  const remarks = flags.flatMap((flag) => remarkOf(flag, project, language, nameOf) ?? []);
  return {
    gone,
    otherwise: { author, time },
    remarks,
    stamp: exportStamp(project, language, telling.position),
  };
}

/** The state a version is exported in: its project, the number of the last change, and what the version shows. */
export function exportStamp(project: Project, language: Language, position: number): string {
  const texts = versionParagraphs(project.rows, language).map(({ text }) => text);
  const hash = createHash('sha256')
    .update(JSON.stringify([language, texts]))
    .digest('hex')
    .slice(0, 16);
  return `${project.id} ${position} ${hash}`;
}

/** What a flag says as a comment. */
export function remarkText({ note, spans, category }: Flag, nameOf: NameCategory): string {
  const fixes = spans.flatMap((span) => (span.at === 'text' && span.fix ? [`→ ${span.fix}`] : []));
  return [note === '' ? nameOf(category) : note, ...fixes].join('\n');
}

function remarkOf(flag: Flag, project: Project, language: Language, nameOf: NameCategory): Remark | null {
  if (flag.status !== 'open') return null;
  const place = placeOf(flag, project, language);
  if (!place) return null;
  const replies = flag.thread.map(({ author, time, text }): By & { text: string } => ({
    author,
    time,
    text,
  }));
  const { author, time } = flag;
  return { author, time, text: remarkText(flag, nameOf), replies, ...place };
}

/** Where a flag stands in a version; of one about a missing paragraph, behind the one before it. */
function placeOf({ spans }: Flag, { rows }: Project, language: Language) {
  const paragraphs = versionParagraphs(rows, language);
  const text = spans.find((span): span is TextSpan => span.at === 'text' && span.language === language);
  if (text) {
    const paragraph = paragraphs.findIndex(({ id }) => id === text.paragraphId);
    return paragraph < 0 ? null : { paragraph, start: text.start, end: text.end };
  }
  const gap = spans.find((span) => span.at === 'gap' && span.language === language);
  if (gap?.at !== 'gap') return null;
  const row = rows.findIndex(({ id }) => id === gap.rowId);
  const before = versionParagraphs(rows.slice(0, Math.max(0, row)), language);
  const end = before.at(-1)?.text.length ?? 0;
  return { paragraph: Math.max(0, before.length - 1), start: end, end };
}
