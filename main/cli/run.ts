import type { TFunction } from 'i18next';
import { version } from '../../package.json';
import type { FailureCode, Result } from '../../shared/model/failure';
import type { InterfaceLanguage } from '../../shared/interface/languages';
import { parseArguments } from './parse-arguments';
import type { Told } from './merge';
import type { CliRequest } from './request';
import { complain, print } from './say';

const BAD_INPUT = 2;
const FAILED = 1;

/** Failures that the same command would meet again: something in what was given has to change. */
const INPUT_CODES: ReadonlySet<FailureCode> = new Set([
  'usage',
  'fileNotFound',
  'fileUnreadable',
  'fileEmpty',
  'fileTooLarge',
  'fileUnpacksTooLarge',
  'fileWrongType',
  'fileUnsupported',
  'filePdf',
  'filePicture',
  'fileOldWord',
  'fileNotConverted',
  'fileLocked',
  'fileSpreadsheet',
  'fileMail',
  'fileArchive',
  'fileSeveralPages',
  'fileDamaged',
  'fileUnsafe',
  'fileTooDeep',
  'fileTooManyParts',
  'fileNoText',
  'fileNoColumns',
  'fileNoColumn',
  'fileNothingProposed',
  'glossaryTooLong',
  'projectNotFound',
  'projectNotAProject',
  'projectDamaged',
  'projectUnsafe',
  'projectNewerVersion',
  'projectExists',
  'copyOfAnother',
  'typologyDamaged',
  'patternGroup',
  'patternClass',
  'patternRepeat',
  'patternEnd',
  'patternRange',
  'patternNumber',
  'patternWrong',
  'patternEndless',
]);

/**
 * Does what the arguments ask and says how it went: results on standard output, what went wrong as a sentence
 * on standard error.
 *
 * @returns the exit code: 0, 2 when something is wrong with what was given, 1 for any other failure; 3 and 4 are told
 *   by the commands that check
 */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const parsed = parseArguments(args);
  if ('request' in parsed && parsed.request.command === 'version') {
    print(version);
    return 0;
  }
  // Parts are loaded when they are needed: a slip of the pen is told at once.
  const { chooseLanguage, failureIn, translator } = await import('../system/translate');
  const language = chooseLanguage([locale()]);
  const t = translator(language);
  if ('problem' in parsed) {
    complain(t(`cli.usage.${parsed.problem}`, parsed.params));
    return BAD_INPUT;
  }
  try {
    const done = await carryOut(parsed.request, t, language);
    if (done.ok) {
      const told = typeof done.value === 'string' ? { text: done.value, code: 0 } : done.value;
      print(told.text);
      return told.code;
    }
    complain(failureIn(language, done.failure));
    return INPUT_CODES.has(done.failure.code) ? BAD_INPUT : FAILED;
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    complain(t('cli.bug', { detail }));
    return FAILED;
  }
}

async function carryOut(
  request: CliRequest,
  t: TFunction,
  language: InterfaceLanguage,
): Promise<Result<string | Told>> {
  switch (request.command) {
    case 'align':
      return (await import('./align')).alignFiles(request, t);
    case 'check':
      return (await import('./check')).checkTexts(request, t);
    case 'diff':
      return (await import('./diff')).diffFiles(request, t);
    case 'export':
      return (await import('./export')).exportVersions(request, t, language);
    case 'find':
      return (await import('./find')).findWords(request, t);
    case 'merge':
      return (await import('./merge')).mergeCopies(request, t);
    case 'info':
      return (await import('./info')).tellInfo(request, t);
    case 'replace':
      return (await import('./replace')).replaceInProject(request, t);
    case 'report':
      return (await import('./report')).writeReportFile(request, t, language);
    case 'score':
      return (await import('./score')).tellScore(request, t, language);
    case 'help':
    case 'version':
      return { ok: true, value: t('cli.help', { version }) };
  }
}

/** The locale of messages by the rules of POSIX. */
function locale(): string {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return LC_ALL || LC_MESSAGES || LANG || '';
}
