import { existsSync } from 'node:fs';
import type { TFunction } from 'i18next';
import { ALL_CHECKS } from '../../shared/checks/all-checks';
import type { Step } from '../../shared/checks/engine/step';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { fail, ok, type Result } from '../../shared/model/failure';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { makeReport } from '../../shared/report/review-report';
import { knownToChecks } from '../checking/check-context';
import { undecided } from '../export/report/report-project';
import { writeReport } from '../export/report/write-report';
import { openProjectFile } from '../project/project-file';
import { writeFileAtomically } from '../system/write-file-atomically';
import { checkWatched, NOT_ALL_CHECKED, type Checked } from './check-watched';
import type { Told } from './merge';
import type { ReportRequest } from './request';
import { loadTypology } from './score';

/** Writes the review of a project to a file, with what the checks find in it; gives the path of the file. */
export async function writeReportFile(
  request: ReportRequest,
  t: TFunction,
  uiLanguage: InterfaceLanguage,
): Promise<Result<Told>> {
  const { format, out, force } = request;
  if (!force && existsSync(out)) return fail('usage', { detail: t('cli.usage.exists', { path: out }) });
  const typology = request.typology === null ? ok(CORE_TYPOLOGY) : loadTypology(request.typology);
  if (!typology.ok) return typology;
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  const known = knownToChecks({ glossary: '', words: [] }, project);
  const checked = await checkWatched(project.rows, known, t);
  const report = makeReport(project, {
    ...{ time: Date.now(), author: null, typology: typology.value },
    ...{ findings: undecided(checked.findings, project), unchecked: unchecked(checked) },
    parts: { scores: true, settled: true, findings: true },
  });
  const bytes = await writeReport(report, format, request.language ?? uiLanguage);
  const written = await writeFileAtomically(out, bytes);
  if (!written.ok) return written;
  return ok({ text: out, code: report.unchecked.length > 0 ? NOT_ALL_CHECKED : 0 });
}

/** Which checks the report has to say it may lack something of: any, when they were stopped. */
function unchecked({ leftOut, stopped }: Checked): readonly Step[] {
  return stopped ? ALL_CHECKS.map(({ id }) => ({ check: id, rowId: null })) : leftOut;
}
