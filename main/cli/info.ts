import { accessSync, constants } from 'node:fs';
import type { TFunction } from 'i18next';
import { ok, type Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { readHeader } from '../project/header';
import { openProjectFile } from '../project/project-file';
import { systemErrorCode } from '../system/system-error';
import { countProject } from './figures';
import type { InfoRequest } from './request';
import { rowLines } from './row-lines';

/** Tells what is in a project, without changing the file. */
export function tellInfo({ project: path, json }: InfoRequest, t: TFunction): Result<string> {
  const opened = openProjectFile(path, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  const header = readHeader(path);
  if (!header.ok) return header;
  const readOnly = !isWritable(path);
  return ok(json ? infoJson(project, header.value.version, readOnly) : summary(project, readOnly, t));
}

function infoJson(project: Project, formatVersion: number, readOnly: boolean): string {
  const { versions, rows, confirmed, gaps, lowConfidence, flags } = countProject(project);
  const { title, created } = project;
  return JSON.stringify({
    title,
    created: new Date(created).toISOString(),
    formatVersion,
    readOnly,
    versions,
    rows,
    confirmed,
    gaps: gaps.length,
    lowConfidence: lowConfidence.length,
    flags,
  });
}

function summary(project: Project, readOnly: boolean, t: TFunction): string {
  const figures = countProject(project);
  const { neutral, minor, major, critical } = figures.flags.open;
  return [
    project.title + (readOnly ? ` (${t('cli.line.readOnly')})` : ''),
    ...LANGUAGES.map((language) => {
      const { paragraphs, words, statuses } = figures.versions[language];
      const params = { language: t(`language.${language}`), paragraphs, words, agreed: statuses.agreed };
      return paragraphs > 0 ? t('cli.line.version', params) : t('cli.line.noVersion', params);
    }),
    ...rowLines(figures, t),
    t('cli.line.confirmed', { rows: figures.confirmed }),
    t('cli.line.openFlags', { flags: neutral + minor + major + critical, critical }),
  ].join('\n');
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch (error) {
    systemErrorCode(error);
    return false;
  }
}
