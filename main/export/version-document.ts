import type { TFunction } from 'i18next';
import type { Language } from '../../shared/model/language';
import { assessReadiness, rowNumbers } from '../../shared/model/readiness';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import type { ExportDocument } from './export-document';

/**
 * One version as it is exported: its paragraphs that have text, and remarks that name what is unfinished.
 *
 * @param t strings in the language the remarks are to be written in
 */
export function versionDocument(project: Project, language: Language, t: TFunction): ExportDocument {
  const blocks = versionParagraphs(project.rows, language)
    .filter((paragraph) => paragraph.text !== '')
    .map(({ role, text, marks, label, depth, cell }) => ({ role, text, marks, label, depth, cell }));
  const title = blocks.find((block) => block.role === 'title')?.text ?? project.title;
  return { language, title, blocks, remarks: remarks(project, language, t) };
}

function remarks(project: Project, language: Language, t: TFunction): readonly string[] {
  const { critical, notAgreed, missing } = assessReadiness(project, language);
  const lines = critical.map(({ flag, row }) =>
    t('remark.critical', {
      row: row + 1,
      note: flag.note || t(`mqm.dimension.${flag.category.split('/')[0]}`),
    }),
  );
  if (missing.length > 0)
    lines.push(t('remark.missing', { count: missing.length, rows: rowNumbers(missing) }));
  if (notAgreed.length > 0) {
    lines.push(t('remark.notAgreed', { count: notAgreed.length, rows: rowNumbers(notAgreed) }));
  }
  return lines;
}
