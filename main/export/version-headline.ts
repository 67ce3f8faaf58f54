import { LANGUAGES, type Language } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import { isHeadline } from '../../shared/model/propose-title';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';
import { settledText } from '../../shared/reconcile/suggestions';
import { countedText } from '../../shared/text/counted-text';

/**
 * What a version is called, in one line: its headline, else what stands beside that of another version, else the name of the
 * project, which may be in another language.
 */
export function versionHeadline({ rows, title }: Project, language: Language): string {
  for (const of of [language, ...LANGUAGES.filter((other) => other !== language)]) {
    const row = rows.find(({ cells }) => cells[of].paragraphs.some(isHeadline));
    const said = row && wordsIn(row, language);
    if (said) return said;
  }
  return title;
}

function wordsIn({ cells }: Row, language: Language): string | undefined {
  const { paragraphs } = cells[language];
  const inOrder = [...paragraphs.filter(isHeadline), ...paragraphs];
  return inOrder
    .filter(({ picture }) => !picture)
    .map(said)
    .find((text) => text !== '');
}

function said(paragraph: Paragraph): string {
  return countedText(settledText(paragraph)).text.trim();
}
