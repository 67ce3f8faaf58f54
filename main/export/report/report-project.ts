import { ALL_CHECKS } from '../../../shared/checks/all-checks';
import type { PlainReportFormat } from '../../../shared/contract/formats';
import { makeChecker } from '../../../shared/checks/engine/check-rows';
import type { Finding } from '../../../shared/checks/engine/finding';
import { isSameStep, type Overseer } from '../../../shared/checks/engine/step';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import type { Project } from '../../../shared/model/project';
import { makeReport, type ReportInput } from '../../../shared/report/review-report';
import type { KnownToChecks } from '../../checking/check-context';
import { loadSpelling } from '../../checking/load-spelling';
import { withWords } from '../../checking/with-words';
import { writeReport } from './write-report';

/** What report is asked for, as plain values that can be sent to another process. */
export interface ReportOrder extends Omit<ReportInput, 'findings'> {
  readonly format: PlainReportFormat;
  readonly language: InterfaceLanguage;
  /** The newsroom's terms. */
  readonly known: KnownToChecks;
  /** The checks a person has switched off. */
  readonly checksOff: readonly string[];
}

/** Checks a project and reports on its review. */
export async function reportProject(project: Project, order: ReportOrder): Promise<Uint8Array> {
  const findings = order.parts.findings ? await openFindings(project, order) : [];
  return writeReport(makeReport(project, { ...order, findings }), order.format, order.language);
}

/** What the checks find that nobody has decided on. */
async function openFindings(
  project: Project,
  { known, checksOff, unchecked = [] }: ReportOrder,
): Promise<readonly Finding[]> {
  const checks = ALL_CHECKS.filter(({ id }) => !checksOff.includes(id));
  const context = { ...known.context, spelling: withWords(await loadSpelling(), known.words) };
  const overseer: Overseer = {
    begins: () => undefined,
    isLeftOut: (step) => unchecked.some((other) => isSameStep(step, other)),
  };
  return undecided(makeChecker(checks, context, overseer)(project.rows), project);
}

/** The findings that nobody has dismissed. */
export function undecided(
  findings: readonly Finding[],
  { dismissals }: Pick<Project, 'dismissals'>,
): readonly Finding[] {
  const dismissed = new Set(dismissals?.map(({ key }) => key));
  return findings.filter(({ key }) => !dismissed.has(key));
}
