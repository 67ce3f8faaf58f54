import type { Authored, Paragraph, RichText, Role } from '../../../shared/model/paragraph';
import type { Picture } from '../../../shared/model/picture';
import type { Project } from '../../../shared/model/project';
import type { Language } from '../../../shared/model/language';
import { versionParagraphs } from '../../../shared/model/row';
import { settledText } from '../../../shared/reconcile/suggestions';
import { leadsOnlyToTheWeb } from '../version-document';

/** A paragraph of a version, as it is put into the original. */
export interface PresentText {
  readonly role: Role;
  readonly label: string;
  /** As it is written; empty for a paragraph that goes. */
  readonly settled: RichText;
  /** With what is only suggested. */
  readonly shown: RichText;
  /** What it is found again by: its text as imported, else the present one. */
  readonly known: string;
  /** The picture whose alternative text it is; null for words. */
  readonly picture: Picture | null;
  /** What the alternative text of a picture was when it was imported. */
  readonly alternative: string;
  /** Who made it what it is since, as far as that is known; offsets in `shown`. */
  readonly by: readonly Authored[];
}

/**
 * The paragraphs of a version in order. Those that were emptied are among them.
 *
 * @param authors who made a paragraph what it is
 */
export function presentText(
  project: Project,
  language: Language,
  authors: (paragraph: Paragraph) => readonly Authored[],
): readonly PresentText[] {
  return versionParagraphs(project.rows, language).map((paragraph) => ({
    role: paragraph.role,
    label: paragraph.label,
    settled: safe(settledText(paragraph)),
    shown: safe(paragraph),
    by: authors(paragraph),
    picture: paragraph.picture ?? null,
    alternative: (paragraph.imported ?? paragraph).text,
    known: (paragraph.imported ?? paragraph).text || paragraph.text,
  }));
}

function safe({ text, marks }: RichText | Paragraph): RichText {
  return { text, marks: marks.filter(leadsOnlyToTheWeb) };
}
