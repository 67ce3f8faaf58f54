import { z } from 'zod';

/**
 * Everything that can go wrong and is not a bug. Each code has a sentence in the locales under
 * `failure.<code>`, which says what happened and what to do next, with `params` filled in.
 */
export const FAILURE_CODES = [
  // reading a file to import
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
  'glossaryFull',
  // opening and keeping a project
  'projectNotFound',
  'projectNotAProject',
  'projectDamaged',
  'projectBeyondRepair',
  'projectUnsafe',
  'projectNotOpened',
  'projectPutAway',
  'addressUnreadable',
  'projectNewerVersion',
  'projectInUse',
  'projectOverLimits',
  'projectReadOnly',
  'projectExists',
  'copyOfAnother',
  'diskFull',
  'folderNotWritable',
  'writeFailed',
  // what is looked for
  'patternGroup',
  'patternClass',
  'patternRepeat',
  'patternEnd',
  'patternRange',
  'patternNumber',
  'patternWrong',
  'patternEndless',
  // what the app keeps for the person
  'keptDamaged',
  'keptNotWritten',
  // the newsroom's categories
  'typologyDamaged',
  // changing a project
  'commandRefused',
  'overLimits',
  'mergeOutdated',
  'projectMoved',
  'documentForgotten',
  'originalMissing',
  'originalUnwritable',
  'noProject',
  // work off the main thread
  'jobCancelled',
  'jobFailed',
  'jobBroken',
  'jobTimedOut',
  'jobTooLarge',
  // command line
  'usage',
] as const;

export const failureSchema = z
  .object({
    code: z.enum(FAILURE_CODES),
    /** Values for the sentence: `file`, `path`, `limit`, `detail`, ... */
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
  })
  .readonly();

export type Failure = z.infer<typeof failureSchema>;

export type FailureCode = Failure['code'];

export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(code: FailureCode, params: Failure['params'] = {}): Result<never> {
  return { ok: false, failure: { code, params } };
}
