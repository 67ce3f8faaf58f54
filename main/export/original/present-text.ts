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
  /** Where its words led when it was imported. */
  readonly links: ReadonlySet<string>;
  /** The picture whose alternative text it is; null for words. */
  readonly picture: Picture | null;
  /** What the alternative text of a picture was when it was imported. */
  readonly alternative: string;
  /** Whether it is put in place of a text in another language, of which no word stays. */
  readonly isTranslation?: true;
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
    links: linksOf(paragraph.imported ?? paragraph),
    picture: paragraph.picture ?? null,
    alternative: (paragraph.imported ?? paragraph).text,
    known: (paragraph.imported ?? paragraph).text || paragraph.text,
  }));
}

/**
 * The paragraphs of a version as they are put into the original of another: each in place of one of its row, those that have
 * none behind the one before.
 */
export function textInLayout(project: Project, language: Language, layout: Language): readonly PresentText[] {
  const replaced = new Map<string, Paragraph>();
  for (const { cells } of project.rows) {
    const left = [...cells[layout].paragraphs];
    for (const isSame of [true, false]) {
      for (const paragraph of cells[language].paragraphs) {
        if (replaced.has(paragraph.id)) continue;
        const at = left.findIndex(({ role }) =>
          isSame ? role === paragraph.role : (role === 'footnote') === (paragraph.role === 'footnote'),
        );
        const [found] = at < 0 ? [] : left.splice(at, 1);
        if (found) replaced.set(paragraph.id, found);
      }
    }
  }
  const paragraphs = versionParagraphs(project.rows, language);
  return presentText(project, language, () => []).map((text, n): PresentText => {
    const counterpart = replaced.get(paragraphs[n]?.id ?? '');
    if (!counterpart) return { ...text, isTranslation: true };
    const known = (counterpart.imported ?? counterpart).text || counterpart.text;
    const label = counterpart.role === 'footnote' ? text.label : counterpart.label;
    return { ...text, known, role: counterpart.role, label, shown: text.settled, isTranslation: true };
  });
}

function linksOf({ marks }: Pick<RichText, 'marks'>): ReadonlySet<string> {
  return new Set(marks.flatMap((mark) => (mark.type === 'link' ? [mark.href] : [])));
}

function safe({ text, marks }: RichText | Paragraph): RichText {
  return { text, marks: marks.filter(leadsOnlyToTheWeb) };
}
