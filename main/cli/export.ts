import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TFunction } from 'i18next';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { fail, ok, type Result } from '../../shared/model/failure';
import { LANGUAGES, type Language } from '../../shared/model/language';
import { isThere } from '../../shared/model/paragraph';
import { versionParagraphs } from '../../shared/model/row';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { orderOriginal } from '../export/original/order-original';
import { filesBeside } from '../export/pictures/export-pictures';
import { picturesFolder, writeFilesBeside } from '../export/pictures/write-beside';
import { versionDocument } from '../export/version-document';
import { writeEach, type Target } from '../export/write-each';
import { writeVersion } from '../export/write-version';
import { safeStem } from '../system/file-name';
import { perform } from '../jobs/perform';
import { unpackOriginal } from '../project/originals';
import { openProjectFile, type ProjectFile } from '../project/project-file';
import { writeFailure } from '../system/system-error';
import { categoryNames } from '../export/category-names';
import type { Told } from './merge';
import type { ExportRequest } from './request';
import { complain } from './say';

/** Writes versions of a project to files of a folder, which is made where it is missing; gives their paths. What cannot be written is told on standard error, with exit code 1. */
export async function exportVersions(
  request: ExportRequest,
  t: TFunction,
  uiLanguage: InterfaceLanguage,
): Promise<Result<Told>> {
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  try {
    return await writeVersions(opened.value, request, t, uiLanguage);
  } finally {
    opened.value.close();
  }
}

async function writeVersions(
  file: ProjectFile,
  request: ExportRequest,
  t: TFunction,
  uiLanguage: InterfaceLanguage,
): Promise<Result<Told>> {
  const { format, layout, out, force } = request;
  const project = file.project();
  const filled = LANGUAGES.filter((language) => versionParagraphs(project.rows, language).some(isThere));
  const originOf = (language: Language) => project.origins[layout ?? language]?.original;
  const withOriginal = filled.filter(originOf);
  const possible = format === 'original' && withOriginal.length > 0 ? withOriginal : filled;
  const languages = request.languages ?? possible;
  const blank = languages.find((language) => !filled.includes(language));
  if (blank) return refuse(t('cli.usage.noText', { language: t(`language.${blank}`) }));
  if (languages.length === 0) return refuse(t('cli.usage.noTextAtAll'));

  const without = languages.find((language) => format === 'original' && !originOf(language));
  if (without) return refuse(t('cli.usage.noOriginal', { language: t(`language.${layout ?? without}`) }));

  const otherwise = languages.find((language) => request.tracked && originOf(language)?.format !== 'docx');
  if (otherwise) return refuse(t('cli.usage.trackedOriginal', { language: t(`language.${otherwise}`) }));

  const stem = safeStem(project.title);
  const endingOf = (language: Language) =>
    format === 'original' ? (originOf(language)?.format ?? 'docx') : format;
  const targets = languages.map((language) => ({
    language,
    path: join(out, `${stem}.${language}.${endingOf(language)}`),
  }));
  const taken = targets.find(({ path }) => existsSync(path));
  if (taken && !force) return refuse(t('cli.usage.exists', { path: taken.path }));
  try {
    mkdirSync(out, { recursive: true });
  } catch (error) {
    return writeFailure(error, out);
  }
  const pictureIn = (hash: string): Uint8Array | null => {
    const unpacked = unpackOriginal(file.packedOriginal(hash));
    return unpacked.ok ? unpacked.value : null;
  };
  const nameOf = categoryNames(CORE_TYPOLOGY, uiLanguage, t);
  const bytesOf = async ({ language, path }: Target): Promise<Result<Uint8Array>> => {
    if (format !== 'original') {
      const pictures = { folder: picturesFolder(path), bytesOf: pictureIn };
      const document = { ...versionDocument(project, language, t, nameOf), pictures };
      const beside = await writeFilesBeside(path, filesBeside(document, format));
      return beside.ok ? ok(await writeVersion(document, format)) : beside;
    }
    const told = request.tracked ? file.allRevisions() : ok(null);
    if (!told.ok) return told;
    const telling = told.value && {
      revisions: told.value,
      position: file.history().position,
      flags: project.flags,
      author: '',
      nameOf,
    };
    const read = (hash: string) => unpackOriginal(file.packedOriginal(hash));
    const order = orderOriginal(project, language, layout ?? language, read, telling);
    return order.ok ? perform({ kind: 'original', order: order.value }, () => {}) : order;
  };
  const { paths, failed } = await writeEach(targets, bytesOf);
  const [only] = failed;
  if (only && targets.length === 1) return fail(only.failure.code, only.failure.params);
  for (const { language, failure } of failed)
    complain(`${t(`language.${language}`)}: ${failureSentence(failure, t)}`);
  return ok({ text: paths.join('\n'), code: failed.length > 0 ? 1 : 0 });
}

function refuse(detail: string): Result<never> {
  return fail('usage', { detail });
}
