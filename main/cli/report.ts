import { existsSync } from 'node:fs';
import type { TFunction } from 'i18next';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Language } from '../../shared/model/language';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { knownToChecks } from '../check-context';
import { reportProject } from '../export/report/report-project';
import { openProjectFile } from '../project/project-file';
import { writeFileAtomically } from '../write-file-atomically';
import type { ReportRequest } from './request';
import { loadTypology } from './score';

/** Writes the review of a project to a file, with what the checks find in it; gives the path of the file. */
export async function writeReportFile(
  request: ReportRequest,
  t: TFunction,
  uiLanguage: Language,
): Promise<Result<string>> {
  const { format, out, force } = request;
  if (!force && existsSync(out)) return fail('usage', { detail: t('cli.usage.exists', { path: out }) });
  const typology = request.typology === null ? ok(CORE_TYPOLOGY) : loadTypology(request.typology);
  if (!typology.ok) return typology;
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  const bytes = await reportProject(project, {
    ...{ format, language: request.language ?? uiLanguage, time: Date.now(), author: null },
    ...{ typology: typology.value, checksOff: [] },
    known: knownToChecks({ glossary: '', words: [] }, project),
    parts: { scores: true, settled: true, findings: true },
  });
  const written = await writeFileAtomically(out, bytes);
  return written.ok ? ok(out) : written;
}
