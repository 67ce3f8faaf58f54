import { z } from 'zod';
import { assertNever } from '../model/assert-never';
import { excessOfRows, type Excess } from '../model/excess';
import { fail, ok, type Result } from '../model/failure';
import { MOST_FLAGS } from '../model/limits';
import type { Project } from '../model/project';
import { agreeRow, agreeRowSchema } from './agree-row';
import { agreeTexts, agreeTextsSchema } from './agree-texts';
import {
  approveSpelling,
  approveSpellingSchema,
  setArticleGlossary,
  setArticleGlossarySchema,
} from './agree-words';
import { bringInDraft, bringInDraftSchema } from './bring-in-draft';
import type { ChangeContext } from './change';
import { confirmRows, confirmRowsSchema } from './confirm-rows';
import { decideSuggestions, decideSuggestionsSchema } from './decide-suggestions';
import { dismissFinding, dismissFindingSchema, restoreFinding, restoreFindingSchema } from './dismissals';
import { editParagraph, editParagraphSchema } from './edit-paragraph';
import {
  addFlag,
  addFlagSchema,
  applyFix,
  applyFixSchema,
  assignFlag,
  assignFlagSchema,
  commentFlag,
  commentFlagSchema,
  editFlag,
  editFlagSchema,
  removeFlag,
  removeFlagSchema,
  setFlagStatus,
  setFlagStatusSchema,
} from './flags';
import { fixFindings, fixFindingsSchema } from './fix-findings';
import { groupParagraphs, groupParagraphsSchema } from './group-paragraphs';
import { holdCellsRight, holdCellsRightSchema } from './hold-right';
import { insertParagraph, insertParagraphSchema } from './insert-paragraph';
import { insertRow, insertRowSchema } from './insert-row';
import { joinParagraphs, joinParagraphsSchema } from './join-paragraphs';
import { mergeRows, mergeRowsSchema } from './merge-rows';
import { moveParagraph, moveParagraphSchema } from './move-paragraph';
import { rowsBetween } from './patch';
import { raiseFinding, raiseFindingSchema } from './raise-finding';
import { removeParagraph, removeParagraphSchema } from './remove-paragraph';
import { removeRow, removeRowSchema } from './remove-row';
import { reviewBlind, reviewBlindSchema } from './review-blind';
import {
  removeSnapshot,
  removeSnapshotSchema,
  reopenSignOffs,
  restoreSnapshot,
  restoreSnapshotSchema,
  setPivot,
  setPivotSchema,
  signOff,
  signOffSchema,
  takeSnapshot,
  takeSnapshotSchema,
} from './review';
import { addVersion, addVersionSchema, replaceAlignment, replaceAlignmentSchema } from './replace-alignment';
import { setAdapted, setAdaptedSchema } from './set-adapted';
import { setRole, setRoleSchema } from './set-role';
import { setStatus, setStatusSchema } from './set-status';
import { setTitle, setTitleSchema } from './set-title';
import { splitAtSentence, splitAtSentenceSchema } from './split-at-sentence';
import { splitParagraph, splitParagraphSchema } from './split-paragraph';
import { splitRow, splitRowSchema } from './split-row';
import { takeBackChanges, takeBackChangesSchema } from './take-back-changes';
import { takeMerged, takeMergedSchema } from './take-merged';

/** Everything a person can change in a project, each as a plain serialisable value. */
export const commandSchema = z.discriminatedUnion('type', [
  editParagraphSchema,
  insertParagraphSchema,
  removeParagraphSchema,
  splitParagraphSchema,
  joinParagraphsSchema,
  setRoleSchema,
  mergeRowsSchema,
  groupParagraphsSchema,
  splitRowSchema,
  moveParagraphSchema,
  insertRowSchema,
  removeRowSchema,
  confirmRowsSchema,
  setStatusSchema,
  replaceAlignmentSchema,
  addVersionSchema,
  addFlagSchema,
  editFlagSchema,
  removeFlagSchema,
  setFlagStatusSchema,
  assignFlagSchema,
  commentFlagSchema,
  applyFixSchema,
  dismissFindingSchema,
  restoreFindingSchema,
  setTitleSchema,
  decideSuggestionsSchema,
  bringInDraftSchema,
  takeMergedSchema,
  agreeTextsSchema,
  takeBackChangesSchema,
  holdCellsRightSchema,
  setAdaptedSchema,
  signOffSchema,
  setPivotSchema,
  reviewBlindSchema,
  approveSpellingSchema,
  setArticleGlossarySchema,
  takeSnapshotSchema,
  removeSnapshotSchema,
  restoreSnapshotSchema,
  splitAtSentenceSchema,
  agreeRowSchema,
  fixFindingsSchema,
  raiseFindingSchema,
]);

export type Command = z.infer<typeof commandSchema>;

/**
 * The project with a command carried out; the same object when there was nothing to change. Fails with
 * `commandRefused` when the project no longer has what the command names, and with `overLimits` when a paragraph, a row
 * or the flags would become more than a project may hold, so that what is kept can be opened again. The inverse of a command is the
 * patch back to the state before it (see patch.ts).
 */
export function applyCommand(project: Project, command: Command, context: ChangeContext): Result<Project> {
  const changed = dispatch(project, command, context);
  if (!changed) return fail('commandRefused', { command: command.type });
  const excess = excessOfChange(project, changed);
  if (excess) return fail('overLimits', { excess: excess.kind, limit: excess.limit });
  // What a colleague signed stays signed: merging has looked whether the text is still what was read.
  return ok(command.type === 'takeMerged' ? changed : reopenSignOffs(project, changed));
}

function excessOfChange(before: Project, after: Project): Excess | null {
  const rows = excessOfRows(rowsBetween(before.rows, after.rows)?.insert ?? []);
  if (rows) return rows;
  const added = after.flags.length > Math.max(MOST_FLAGS, before.flags.length);
  return added ? { kind: 'flags', limit: MOST_FLAGS } : null;
}

function dispatch(project: Project, command: Command, context: ChangeContext): Project | null {
  switch (command.type) {
    case 'editParagraph':
      return editParagraph(project, command, context);
    case 'insertParagraph':
      return insertParagraph(project, command);
    case 'removeParagraph':
      return removeParagraph(project, command);
    case 'splitParagraph':
      return splitParagraph(project, command);
    case 'joinParagraphs':
      return joinParagraphs(project, command);
    case 'setRole':
      return setRole(project, command);
    case 'mergeRows':
      return mergeRows(project, command);
    case 'groupParagraphs':
      return groupParagraphs(project, command);
    case 'splitRow':
      return splitRow(project, command);
    case 'moveParagraph':
      return moveParagraph(project, command);
    case 'insertRow':
      return insertRow(project, command);
    case 'removeRow':
      return removeRow(project, command);
    case 'confirmRows':
      return confirmRows(project, command);
    case 'setStatus':
      return setStatus(project, command);
    case 'replaceAlignment':
      return replaceAlignment(project, command);
    case 'addVersion':
      return addVersion(project, command);
    case 'addFlag':
      return addFlag(project, command, context);
    case 'editFlag':
      return editFlag(project, command);
    case 'removeFlag':
      return removeFlag(project, command);
    case 'setFlagStatus':
      return setFlagStatus(project, command);
    case 'assignFlag':
      return assignFlag(project, command);
    case 'commentFlag':
      return commentFlag(project, command, context);
    case 'applyFix':
      return applyFix(project, command, context);
    case 'dismissFinding':
      return dismissFinding(project, command, context);
    case 'restoreFinding':
      return restoreFinding(project, command);
    case 'setTitle':
      return setTitle(project, command);
    case 'takeMerged':
      return takeMerged(project, command);
    case 'bringInDraft':
      return bringInDraft(project, command, context);
    case 'decideSuggestions':
      return decideSuggestions(project, command);
    case 'agreeTexts':
      return agreeTexts(project, command);
    case 'takeBackChanges':
      return takeBackChanges(project, command, context);
    case 'holdCellsRight':
      return holdCellsRight(project, command);
    case 'setAdapted':
      return setAdapted(project, command, context);
    case 'signOff':
      return signOff(project, command, context);
    case 'setPivot':
      return setPivot(project, command);
    case 'reviewBlind':
      return reviewBlind(project, command, context);
    case 'approveSpelling':
      return approveSpelling(project, command, context);
    case 'setArticleGlossary':
      return setArticleGlossary(project, command);
    case 'takeSnapshot':
      return takeSnapshot(project, command, context);
    case 'removeSnapshot':
      return removeSnapshot(project, command);
    case 'restoreSnapshot':
      return restoreSnapshot(project, command);
    case 'splitAtSentence':
      return splitAtSentence(project, command);
    case 'agreeRow':
      return agreeRow(project, command);
    case 'fixFindings':
      return fixFindings(project, command, context);
    case 'raiseFinding':
      return raiseFinding(project, command, context);
    default:
      return assertNever(command);
  }
}
