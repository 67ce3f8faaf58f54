import { existsSync } from 'node:fs';
import type { TFunction } from 'i18next';
import type { AlignedRow } from '../../shared/align/alignment';
import { fail, ok, type Result } from '../../shared/model/failure';
import { hasText, type ImportedBlock, type ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type PerLanguage } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import { createProjectFile } from '../project/project-file';
import { countProject } from './figures';
import { readVersions } from './read-versions';
import type { AlignRequest } from './request';
import { rowLines } from './row-lines';

/** Reads up to three files, aligns them, and makes a project of them where one is asked for. */
export async function alignFiles(request: AlignRequest, t: TFunction): Promise<Result<string>> {
  const { out, json } = request;
  // Found out again when the file is written, but then minutes may have passed.
  if (out !== null && existsSync(out)) return fail('projectExists', { path: out });
  const read = await readVersions(request);
  if (!read.ok) return read;
  const { documents, paragraphs, rows, project, originals } = read.value;
  if (out !== null) {
    const created = createProjectFile(out, project, null, originals);
    if (!created.ok) return created;
    created.value.close();
  }
  return ok(json ? alignmentJson(paragraphs, rows) : summary(project, documents, out, t));
}

/** The rows as positions of paragraphs, counted from 0 within each version. */
function alignmentJson(
  paragraphs: PerLanguage<readonly Paragraph[]>,
  aligned: readonly AlignedRow[],
): string {
  const versions = perLanguage((language) => ({
    paragraphs: paragraphs[language].map(({ id, role, text }) => ({ id, role, text })),
  }));
  const rows = aligned.map(({ ru, ky, en, confidence }) => ({
    ru,
    ky,
    en,
    confidence: Number(confidence.toFixed(3)),
  }));
  return JSON.stringify({ versions, rows });
}

/** Whether a block may be one of the version: of columns side by side, only those of its own are no cells any more. */
function isOfVersion({ columns }: ImportedDocument, { block }: ImportedBlock): boolean {
  return columns === undefined || columns.proposed === null || block.cell === null;
}

function summary(
  project: Project,
  documents: PerLanguage<ImportedDocument | null>,
  out: string | null,
  t: TFunction,
): string {
  const figures = countProject(project);
  const read = LANGUAGES.flatMap((language) => {
    const document = documents[language];
    if (!document) return [];
    const { paragraphs } = figures.versions[language];
    return [
      t('cli.line.read', {
        language: t(`language.${language}`),
        file: document.fileName,
        paragraphs,
        leftOut: document.blocks.filter(
          (each) => hasText(each) && !each.included && isOfVersion(document, each),
        ).length,
      }),
      ...document.notices.map(({ code, count }) => `  ${t(`notice.${code}`, { count })}`),
    ];
  });
  return [
    ...read,
    ...rowLines(figures, t),
    ...(out === null ? [] : [t('cli.line.written', { path: out })]),
  ].join('\n');
}
