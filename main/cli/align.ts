import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { TFunction } from 'i18next';
import type { AlignedRow } from '../../shared/align/align-versions';
import { fail, ok, type Result } from '../../shared/model/failure';
import { hasText, type ImportedDocument } from '../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type PerLanguage } from '../../shared/model/language';
import type { Paragraph } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import { proposeTitle } from '../../shared/model/propose-title';
import { readImportFile } from '../import/read-file';
import { perform } from '../jobs/perform';
import { alignmentInput } from '../alignment';
import { documentParagraphs, makeProject } from '../new-project';
import { createProjectFile } from '../project/project-file';
import { countProject } from './figures';
import type { AlignRequest } from './request';
import { rowLines } from './row-lines';
import { withFurniture } from '../import/with-furniture';

/** Reads up to three files, aligns them, and makes a project of them where one is asked for. */
export async function alignFiles(request: AlignRequest, t: TFunction): Promise<Result<string>> {
  const { inputs, out, json } = request;
  // Found out again when the file is written, but then minutes may have passed.
  if (out !== null && existsSync(out)) return fail('projectExists', { path: out });
  const documents: Record<keyof typeof inputs, ImportedDocument | null> = { ru: null, ky: null, en: null };
  for (const language of LANGUAGES) {
    const path = inputs[language];
    if (path === null) continue;
    const read = await readImportFile(path);
    if (!read.ok) return read;
    documents[language] = withFurniture(read.value);
  }
  const making = { newId: randomUUID, time: Date.now() };
  const paragraphs = perLanguage((language) => {
    const document = documents[language];
    return document ? documentParagraphs(document, making) : [];
  });
  const stretches = [perLanguage((language) => alignmentInput(paragraphs[language]))];
  const [aligned = []] = await perform({ kind: 'align', stretches, known: {} }, () => {});
  const title = proposeTitle(LANGUAGES.flatMap((language) => documents[language] ?? []));
  const project = makeProject(title, documents, paragraphs, aligned, making);
  if (out !== null) {
    const created = createProjectFile(out, project);
    if (!created.ok) return created;
    created.value.close();
  }
  return ok(json ? alignmentJson(paragraphs, aligned) : summary(project, documents, out, t));
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
        leftOut: document.blocks.filter(hasText).length - paragraphs,
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
