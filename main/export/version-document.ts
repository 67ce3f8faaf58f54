import type { TFunction } from 'i18next';
import { flaggedRemark } from '../../shared/contract/flagged-remark';
import type { Language } from '../../shared/model/language';
import type { Mark } from '../../shared/model/mark';
import { assessReadiness, rowNumbers } from '../../shared/model/readiness';
import type { Project } from '../../shared/model/project';
import { isThere } from '../../shared/model/paragraph';
import { versionParagraphs } from '../../shared/model/row';
import { settledText } from '../../shared/reconcile/suggestions';
import { replaceLoneSurrogates } from '../import/decode-text';
import { webAddress } from '../../shared/text/web-address';
import type { ExportDocument } from './export-document';
import { versionHeadline } from './version-headline';

/** What people call a category of flags. */
export type NameCategory = (category: string) => string;

/**
 * One version as it is exported: its pictures, its paragraphs that have text, and remarks that name what is unfinished.
 *
 * @param t strings in the language the remarks are to be written in
 */
export function versionDocument(
  project: Project,
  language: Language,
  t: TFunction,
  nameOf: NameCategory,
): ExportDocument {
  // What is only suggested is not part of the text yet.
  const blocks = versionParagraphs(project.rows, language)
    .map((paragraph) => {
      const { role, label, depth, cell, picture } = paragraph;
      const { text, marks } = settledText(paragraph);
      const safe = marks.filter(leadsOnlyToTheWeb).map(wellFormed);
      const plain = { role, text, marks: safe, label: replaceLoneSurrogates(label), depth, cell };
      return picture ? { ...plain, picture } : plain;
    })
    .filter(isThere);
  return {
    language,
    title: versionHeadline(project, language),
    blocks,
    remarks: remarks(project, language, t, nameOf),
  };
}

/** A stranger's project may hold links that run programs; importing lets none in, and exporting lets none out. */
export function leadsOnlyToTheWeb(mark: Mark): boolean {
  return mark.type !== 'link' || webAddress(mark.href) !== null;
}

/** Halves of characters have no place in an address within the page, which the label of a note becomes. */
function wellFormed(mark: Mark): Mark {
  return mark.type === 'footnoteReference' ? { ...mark, label: replaceLoneSurrogates(mark.label) } : mark;
}

function remarks(
  project: Project,
  language: Language,
  t: TFunction,
  nameOf: NameCategory,
): readonly string[] {
  const { critical, flagged, notAgreed, missing, suggested } = assessReadiness(project, language);
  const lines = critical.map(({ flag, row }) =>
    t('remark.critical', {
      row: row + 1,
      note: flag.note || nameOf(flag.category),
    }),
  );
  if (flagged.length > 0) lines.push(flaggedRemark(flagged, t));
  if (missing.length > 0)
    lines.push(t('remark.missing', { count: missing.length, rows: rowNumbers(missing) }));
  if (notAgreed.length > 0) {
    lines.push(t('remark.notAgreed', { count: notAgreed.length, rows: rowNumbers(notAgreed) }));
  }
  if (suggested.length > 0) {
    lines.push(t('remark.suggested', { count: suggested.length, rows: rowNumbers(suggested) }));
  }
  return lines;
}
