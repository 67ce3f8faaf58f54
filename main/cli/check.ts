import type { TFunction } from 'i18next';
import { ALL_CHECKS } from '../../shared/checks/all-checks';
import { makeChecker } from '../../shared/checks/check-rows';
import type { Finding } from '../../shared/checks/finding';
import { findingSentence } from '../../shared/contract/finding-sentence';
import { ok, type Result } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { knownToChecks } from '../check-context';
import { readGlossaryFile } from '../glossary-file';
import { openProjectFile } from '../project/project-file';
import { loadSpelling } from '../spelling/load-spelling';
import type { Told } from './merge';
import { readVersions } from './read-versions';
import type { CheckRequest } from './request';
import { watchSteps } from './watch-steps';

/** The exit code when there are findings and they were asked to count. */
const FOUND = 3;

/** Checks a project, or up to three texts that are aligned first, and lists what is found. */
export async function checkTexts(request: CheckRequest, t: TFunction): Promise<Result<Told>> {
  const read = request.project === null ? await readTexts(request) : readProject(request.project);
  if (!read.ok) return read;
  const project = read.value;
  const terms = request.glossary === null ? ok([]) : await readGlossaryFile(request.glossary);
  if (!terms.ok) return terms;
  const known = knownToChecks({ glossary: terms.value.join('\n'), words: [] }, project);
  const context = { ...known.context, spelling: await loadSpelling() };
  const watch = watchSteps(
    project.rows.map(({ id }) => id),
    {
      inRow: (check, row) => t('cli.stuck.row', { check: t(`check.${check}.name`), row }),
      inArticle: (check) => t('cli.stuck.article', { check: t(`check.${check}.name`) }),
    },
  );
  const findings = makeChecker(ALL_CHECKS, context, watch)(project.rows);
  watch.end();
  const text = request.json ? findingsJson(project, findings, t) : summary(project, findings, t);
  return ok({ text, code: request.strict && findings.length > 0 ? FOUND : 0 });
}

async function readTexts({ inputs }: CheckRequest): Promise<Result<Project>> {
  const read = await readVersions(inputs);
  return read.ok ? ok(read.value.project) : read;
}

function readProject(path: string): Result<Project> {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  return ok(project);
}

/** Rows and paragraphs count from 0, paragraphs within their version; offsets are in UTF-16 units. */
function findingsJson(project: Project, findings: readonly Finding[], t: TFunction): string {
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
  });
}

function summary(project: Project, findings: readonly Finding[], t: TFunction): string {
  const rows = new Map(project.rows.map(({ id }, position) => [id, position]));
  const lines = findings.map((finding) =>
    t('cli.line.finding', {
      row: (rows.get(finding.rowId) ?? 0) + 1,
      severity: t(`severity.${finding.severity}`),
      check: t(`check.${finding.check}.name`),
      message: findingSentence(finding, t),
    }),
  );
  return [...lines, t('cli.line.findings', { count: findings.length })].join('\n');
}
