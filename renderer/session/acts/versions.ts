import { NO_REVIEW } from '../../../shared/model/project';
import { versionParagraphs } from '../../../shared/model/row';
import { takenBack } from '../../../shared/reconcile/take-back';
import { changeOfText, changesToAgree, isChangeAgreed, isSuggested, waysBack } from '../matters/text-changes';
import { send } from '../project/project-store';
import { act, here, ifEditableHere, ifWriting, type Act, type Here } from './act';
import { tellChange, type Tell, type Told } from './tell';

/** What is done with what changed: in one text, or in a whole version at once. */
export const VERSION_ACTS = [
  act({
    id: 'agreeChange',
    keys: [],
    flush: true,
    when: ifEditableHere(({ project, paragraph }) => {
      const change = paragraph && changeOfText(paragraph.id);
      if (!change) return 'noChanges';
      if (isSuggested(change, project.rows)) return 'decideFirst';
      return isChangeAgreed(change, project.rows) ? 'textAgreed' : 'yes';
    }),
    run: here(async ({ paragraph }) => {
      const texts = (paragraph && changeOfText(paragraph.id)?.after) ?? [];
      await send({ type: 'agreeTexts', texts });
    }),
    tell: tellChange,
  }),
  act({
    id: 'takeBackText',
    keys: [],
    flush: true,
    when: ifWriting(({ project, paragraph }) => {
      const change = paragraph && changeOfText(paragraph.id);
      if (!change) return 'noChanges';
      if (isSuggested(change, project.rows)) return 'decideFirst';
      return takenBack(change).length > 0 ? 'yes' : 'noWayBack';
    }),
    run: here(async ({ paragraph }) => {
      const change = paragraph && changeOfText(paragraph.id);
      if (change) await send({ type: 'takeBackChanges', texts: takenBack(change) });
    }),
    tell: tellChange,
  }),
  act({
    id: 'agreeVersion',
    keys: [],
    flush: true,
    when: ifEditableHere(({ language }) => (changesToAgree(language).length > 0 ? 'yes' : 'noChanges')),
    run: here(async ({ language }) => {
      await send({ type: 'agreeTexts', texts: changesToAgree(language).flatMap(({ after }) => after) });
    }),
    tell: tellVersion,
  }),
  act({
    id: 'takeBackVersion',
    keys: [],
    flush: true,
    when: ifWriting(({ language }) => (waysBack(language).length > 0 ? 'yes' : 'noChanges')),
    run: here(async ({ language }) => {
      await send({ type: 'takeBackChanges', texts: waysBack(language) });
    }),
    tell: tellVersion,
  }),
  decideAct('acceptVersion', true),
  decideAct('rejectVersion', false),
  act({
    id: 'pivot',
    keys: [],
    when: ifEditableHere(),
    takesBack: isPivot,
    run: here(async (at) => {
      await send({ type: 'setPivot', language: isPivot(at) ? null : at.language });
    }),
  }),
] as const;

/** Accepts or rejects all that is suggested in a version. */
function decideAct<const Id extends string>(id: Id, accept: boolean): Act<Id> {
  return act({
    id,
    keys: [],
    flush: true,
    when: ifWriting((at) => (suggestedIn(at).length > 0 ? 'yes' : 'noSuggestions')),
    run: here(async (at) => {
      await send({ type: 'decideSuggestions', paragraphIds: suggestedIn(at), which: null, accept });
    }),
    tell: tellVersion,
  });
}

/** The paragraphs of a version in which suggestions wait. */
function suggestedIn({ project, language }: Here): readonly string[] {
  return versionParagraphs(project.rows, language).flatMap(({ id, pending }) => (pending ? [id] : []));
}

function isPivot({ project, language }: Here): boolean {
  return (project.review ?? NO_REVIEW).pivot === language;
}

/** Tells the name of the change: it is one of a version, not of the row it was asked for in. */
function tellVersion(done: Parameters<Tell>[0]): Told {
  return tellChange({ ...done, number: 0 });
}
