import { existsSync } from 'node:fs';
import type { TFunction } from 'i18next';
import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { makeChecker } from '../../shared/checks/check-rows';
import { fail, ok, type Result } from '../../shared/model/failure';
import type { Language } from '../../shared/model/language';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { makeReport } from '../../shared/report/review-report';
import { writeReport } from '../export/report/write-report';
import { checkContext } from '../check-context';
import { openProjectFile } from '../project/project-file';
import { loadSpelling } from '../spelling/load-spelling';
import { writeFileAtomically } from '../write-file-atomically';
import type { ReportRequest } from './request';
import { loadTypology } from './score';

/** Writes the review of a project to a file, with what the checks find in it; gives the path of the file. */
export async function reportProject(
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
  const context = { ...checkContext({ glossary: '' }), spelling: await loadSpelling() };
  const report = makeReport(project, {
    time: Date.now(),
    author: null,
    typology: typology.value,
    findings: makeChecker(ALL_CHECKS, context)(project.rows),
    parts: { scores: true, settled: true, findings: true },
  });
  const bytes = await writeReport(report, format, request.language ?? uiLanguage);
  const written = await writeFileAtomically(out, bytes);
  return written.ok ? ok(out) : written;
}
