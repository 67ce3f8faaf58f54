import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { fail, ok, type Result } from '../../shared/model/failure';
import { LANGUAGES } from '../../shared/model/language';
import { versionParagraphs } from '../../shared/model/row';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { versionDocument } from '../export/version-document';
import { writeVersion } from '../export/write-version';
import { safeStem } from '../system/file-name';
import { openProjectFile } from '../project/project-file';
import { writeFailure } from '../system/system-error';
import { categoryNames } from '../export/category-names';
import { writeFileAtomically } from '../system/write-file-atomically';
import type { ExportRequest } from './request';

/** Writes versions of a project to files of a folder, which is made where it is missing; gives their paths. */
export async function exportVersions(
  request: ExportRequest,
  t: TFunction,
  uiLanguage: InterfaceLanguage,
): Promise<Result<string>> {
  const { format, out, force } = request;
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();

  const filled = LANGUAGES.filter((language) =>
    versionParagraphs(project.rows, language).some(({ text }) => text !== ''),
  );
  const languages = request.languages ?? filled;
  const blank = languages.find((language) => !filled.includes(language));
  if (blank) return refuse(t('cli.usage.noText', { language: t(`language.${blank}`) }));
  if (languages.length === 0) return refuse(t('cli.usage.noTextAtAll'));

  const stem = safeStem(project.title);
  const targets = languages.map((language) => ({
    language,
    path: join(out, `${stem}.${language}.${format}`),
  }));
  const taken = targets.find(({ path }) => existsSync(path));
  if (taken && !force) return refuse(t('cli.usage.exists', { path: taken.path }));
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    return writeFailure(error, out);
  }
  const nameOf = categoryNames(CORE_TYPOLOGY, uiLanguage, t);
  for (const { language, path } of targets) {
    const bytes = await writeVersion(versionDocument(project, language, t, nameOf), format);
    const written = await writeFileAtomically(path, bytes);
    if (!written.ok) return written;
  }
  return ok(targets.map(({ path }) => path).join('\n'));
}

function refuse(detail: string): Result<never> {
  return fail('usage', { detail });
}
