import { z } from 'zod';
import { excessOfRows, type Excess } from '../model/excess';
import { fail, ok, type Result } from '../model/failure';
import { MOST_FLAGS } from '../model/limits';
import type { Project } from '../model/project';
import { rowsThatDiffer } from '../patch/project-patch';
import { addFlag } from './add-flag';
import { addVersion } from './add-version';
import { agreeRow } from './agree-row';
import { agreeRows } from './agree-rows';
import { agreeTexts } from './agree-texts';
import { applyFix } from './apply-fix';
import { approveSpelling } from './approve-spelling';
import { assignFlag } from './assign-flag';
import { bringInDraft } from './bring-in-draft';
import type { ChangeContext } from './change';
import { commentFlag } from './comment-flag';
import { confirmRows } from './confirm-rows';
import { decideSuggestions } from './decide-suggestions';
import { dismissFinding } from './dismiss-finding';
import { editFlag } from './edit-flag';
import { editParagraph } from './edit-paragraph';
import { fixFindings } from './fix-findings';
import { groupParagraphs } from './group-paragraphs';
import { holdCellsRight } from './hold-cells-right';
import { insertParagraph } from './insert-paragraph';
import { insertRow } from './insert-row';
import { joinParagraphs } from './join-paragraphs';
import { mergeRows } from './merge-rows';
import { moveInOrder } from './move-in-order';
import { moveParagraph } from './move-paragraph';
import { pasteParagraphs } from './paste-paragraphs';
import { raiseFinding } from './raise-finding';
import { removeFlag } from './remove-flag';
import { removeParagraph } from './remove-paragraph';
import { removePicture } from './remove-picture';
import { removeRow } from './remove-row';
import { removeSnapshot } from './remove-snapshot';
import { replaceAlignment } from './replace-alignment';
import { replaceWords } from './replace-words';
import { restoreFinding } from './restore-finding';
import { restoreSnapshot } from './restore-snapshot';
import { reopenSignOffs } from './review';
import { reviewBlind } from './review-blind';
import { setAdapted } from './set-adapted';
import { setArticleGlossary } from './set-article-glossary';
import { setFlagStatus } from './set-flag-status';
import { setPivot } from './set-pivot';
import { setRole } from './set-role';
import { setStatus } from './set-status';
import { setTitle } from './set-title';
import { signOff } from './sign-off';
import { splitAtSentence } from './split-at-sentence';
import { splitParagraph } from './split-paragraph';
import { splitRow } from './split-row';
import { takeBackChanges } from './take-back-changes';
import { takeMerged } from './take-merged';
import { takePicture } from './take-picture';
import { takeSnapshot } from './take-snapshot';

/** Everything a person can change in a project. */
const COMMANDS = [
  // The text
  editParagraph,
  insertParagraph,
  removeParagraph,
  removePicture,
  splitParagraph,
  joinParagraphs,
  pasteParagraphs,
  takePicture,
  setRole,
  // Rows
  mergeRows,
  groupParagraphs,
  splitRow,
  splitAtSentence,
  moveParagraph,
  moveInOrder,
  insertRow,
  removeRow,
  confirmRows,
  replaceAlignment,
  // How far it has come
  setStatus,
  agreeRow,
  agreeRows,
  holdCellsRight,
  setAdapted,
  signOff,
  setPivot,
  // Flags and findings
  addFlag,
  editFlag,
  removeFlag,
  setFlagStatus,
  assignFlag,
  commentFlag,
  applyFix,
  reviewBlind,
  fixFindings,
  raiseFinding,
  dismissFinding,
  restoreFinding,
  // Changes and suggestions
  decideSuggestions,
  agreeTexts,
  takeBackChanges,
  replaceWords,
  // The article as a whole
  setTitle,
  approveSpelling,
  setArticleGlossary,
  takeSnapshot,
  removeSnapshot,
  restoreSnapshot,
  addVersion,
  bringInDraft,
  takeMerged,
] as const;

const [first, ...others] = COMMANDS;

/** Each command as a plain serialisable value. */
export const commandSchema = z.discriminatedUnion('type', [
  first.schema,
  ...others.map(({ schema }) => schema),
]);

export type Command = z.infer<typeof commandSchema>;

/** The names of all kinds of commands. */
export const COMMAND_TYPES = COMMANDS.map(({ type }) => type);

const KINDS = new Map<string, (typeof COMMANDS)[number]>(COMMANDS.map((kind) => [kind.type, kind]));

/**
 * The project with a command carried out; the same object when there was nothing to change. Fails with
 * `commandRefused` when the project no longer has what the command names, and with `overLimits` when a paragraph, a row
 * or the flags would become more than a project may hold, so that what is kept can be opened again. The inverse of a
 * command is the patch back to the state before it (`shared/patch`).
 */
export function applyCommand(project: Project, command: Command, context: ChangeContext): Result<Project> {
  const kind = KINDS.get(command.type);
  const changed = kind?.carryOut(project, command, context);
  if (!kind || !changed) return fail('commandRefused', { command: command.type });
  const excess = excessOfChange(project, changed);
  if (excess) return fail('overLimits', { excess: excess.kind, limit: excess.limit });
  return ok(kind.keepsSignOffs ? changed : reopenSignOffs(project, changed));
}

function excessOfChange(before: Project, after: Project): Excess | null {
  const rows = excessOfRows(rowsThatDiffer(before.rows, after.rows)?.rows ?? []);
  if (rows) return rows;
  const added = after.flags.length > Math.max(MOST_FLAGS, before.flags.length);
  return added ? { kind: 'flags', limit: MOST_FLAGS } : null;
}
