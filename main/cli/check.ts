import type { TFunction } from 'i18next';
import { findingSentence } from '../../shared/contract/finding-sentence';
import { ok, type Result } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { knownToChecks } from '../checking/check-context';
import { readGlossaryFile } from '../exchange/glossary-file';
import { openProjectFile } from '../project/project-file';
import { checkWatched, NOT_ALL_CHECKED, stepName, type Checked } from './check-watched';
import type { Told } from './merge';
import { readVersions } from './read-versions';
import type { CheckRequest } from './request';

/** The exit code when there are findings and they were asked to count. */
const FOUND = 3;

/**
 * Checks a project, or up to three texts that are aligned first, and lists what is found and what could not be checked.
 * Fails as reading them does.
 */
export async function checkTexts(request: CheckRequest, t: TFunction): Promise<Result<Told>> {
  const read = request.project === null ? await readTexts(request) : readProject(request.project);
  if (!read.ok) return read;
  const project = read.value;
  const terms = request.glossary === null ? ok([]) : await readGlossaryFile(request.glossary);
  if (!terms.ok) return terms;
  const known = knownToChecks({ glossary: terms.value.join('\n'), words: [] }, project);
  const checked = await checkWatched(project.rows, known, t);
  const text = request.json ? checkedJson(project, checked, t) : summary(project, checked, t);
  return ok({ text, code: exitCode(checked, request.strict) });
}

function exitCode({ findings, leftOut, stopped }: Checked, strict: boolean): number {
  if (stopped || leftOut.length > 0) return NOT_ALL_CHECKED;
  return strict && findings.length > 0 ? FOUND : 0;
}

async function readTexts({ inputs }: CheckRequest): Promise<Result<Project>> {
  const read = await readVersions({ inputs, table: null });
  return read.ok ? ok(read.value.project) : read;
}

function readProject(path: string): Result<Project> {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  return ok(project);
}

/**
 * Rows and paragraphs count from 0, paragraphs within their version; the row of what is left out in the whole article is
 * null; offsets are in UTF-16 units.
 */
function checkedJson(project: Project, { findings, leftOut, stopped }: Checked, t: TFunction): string {
  const rows = new Map(project.rows.map(({ id }, position) => [id, position]));
  const versions = perLanguage((language) => {
    const paragraphs = versionParagraphs(project.rows, language);
    return new Map(paragraphs.map(({ id, text }, position) => [id, { position, text }]));
  });
  return JSON.stringify({
    findings: findings.map((finding) => ({
      check: finding.check,
      severity: finding.severity,
      row: rows.get(finding.rowId),
      spans: finding.spans.map(({ language, paragraphId, start, end }) => {
        const { position, text = '' } = versions[language].get(paragraphId) ?? {};
        return { lang: language, paragraph: position, start, end, text: text.slice(start, end) };
      }),
      message: findingSentence(finding, t),
    })),
    leftOut: leftOut.map(({ check, rowId }) => ({ check, row: rowId === null ? null : rows.get(rowId) })),
    stopped,
  });
}

function summary(project: Project, { findings, leftOut }: Checked, t: TFunction): string {
  const rows = new Map(project.rows.map(({ id }, position) => [id, position]));
  const lines = findings.map((finding) =>
    t('cli.line.finding', {
      row: (rows.get(finding.rowId) ?? 0) + 1,
      severity: t(`severity.${finding.severity}`),
      check: t(`check.${finding.check}.name`),
      message: findingSentence(finding, t),
    }),
  );
  const missing = leftOut.map((step) => `  ${stepName(step, project.rows, t)}`);
  return [
    ...lines,
    t('cli.line.findings', { count: findings.length }),
    ...(missing.length > 0 ? [t('finding.leftOut'), ...missing] : []),
  ].join('\n');
}
