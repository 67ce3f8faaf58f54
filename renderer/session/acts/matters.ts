import type { Finding } from '../../../shared/checks/engine/finding';
import type { DismissalReason } from '../../../shared/model/dismissal';
import type { Flag } from '../../../shared/model/flag';
import { changeNow, formerContent, type ChangeNow } from '../matters/changes-now';
import { dismissFinding, fixFinding, raiseFinding } from '../matters/findings';
import { findingNow } from '../matters/findings-store';
import { flagMatter } from '../matters/flag-matter';
import { isSameMatter, type Matter } from '../matters/matter';
import { mattersHere } from '../matters/matters-here';
import { goToMatter } from '../matters/show-matter';
import type { Target } from '../place/target';
import { beginFlag } from '../matters/flag-draft';
import { setView, viewStore } from '../place/view-store';
import { projectStore, send } from '../project/project-store';
import { addWord } from '../settings/dictionary-words';
import { changeSettings, settingsStore } from '../settings/settings-store';
import { act, hereNow, ifEditable, type Act } from './act';
import { tellChange } from './tell';
import type { Answer } from './why';

/** What is done about what asks for an eye: what a check finds, a flag, a change. */
export const MATTER_ACTS = [
  act({
    id: 'fixFinding',
    keys: [],
    flush: true,
    when: ifFinding(({ fixes, choices, order, role }, isReading, { choice }) => {
      if (fixes.length === 0 && !order && !role && !choices?.some(({ text }) => text === choice))
        return choices ? 'chooseFix' : 'noFix';
      return isReading ? 'reading' : 'yes';
    }),
    deals: findingMeant,
    run: atFinding((finding, { choice }) => fixFinding(finding, choice)),
  }),
  act({
    id: 'flagFinding',
    keys: [],
    flush: true,
    when: ifFinding(),
    run: atFinding(raiseFinding),
  }),
  dismissAct('dismissRight', 'right'),
  dismissAct('dismissIntended', 'intended'),
  dismissAct('dismissNotWorth', 'notWorth'),
  act({
    id: 'addWord',
    keys: [],
    when: ifFinding(({ check }) => (check === 'spelling' ? 'yes' : 'noMisspelling')),
    deals: findingMeant,
    run: atFinding(addWord),
  }),
  act({
    id: 'takeBackChange',
    keys: [],
    flush: true,
    when: ifEditable(({ settings }, target) => {
      const change = changeMeant(target);
      if (!change) return 'noChangeHere';
      if (change.paragraph.pending) return 'decideFirst';
      return settings.mode === 'reading' ? 'reading' : 'yes';
    }),
    deals: (target) => meant(target, 'change'),
    run: async (target) => {
      const change = changeMeant(target);
      if (!change) return;
      const texts = [{ paragraphId: change.paragraph.id, content: formerContent(change) }];
      await send({ type: 'takeBackChanges', texts });
    },
    tell: () => ({ key: 'news.doneTakenBack', params: {} }),
  }),
  statusAct('resolveFlag', 'resolved'),
  statusAct('dismissFlag', 'dismissed'),
  statusAct('reopenFlag', 'open'),
  act({
    id: 'fixFlag',
    keys: [],
    flush: true,
    when: ifFlag((flag, isReading) => {
      if (flag.status !== 'open' || !flag.spans.some(hasFix)) return 'noFix';
      return isReading ? 'reading' : 'yes';
    }),
    deals: (target) => meant(target, 'flag'),
    run: atFlag(async ({ id }) => void (await send({ type: 'applyFix', flagId: id }))),
    tell: () => ({ key: 'news.doneFlagFixed', params: {} }),
  }),
  act({
    id: 'editFlag',
    keys: [],
    when: ifFlag(),
    run: atFlag(async ({ id: flagId, spans, category, severity, note }) => {
      changeSettings({ inspectorOpen: true });
      setView({ shown: null });
      await beginFlag({ flagId, spans, category, severity, note });
    }),
  }),
  answerAct('replyFlag', 'reply'),
  answerAct('assignFlag', 'assign'),
  act({
    id: 'removeFlag',
    keys: [],
    flush: true,
    when: ifFlag(),
    deals: (target) => meant(target, 'flag'),
    run: atFlag(async ({ id: flagId }) => void (await send({ type: 'removeFlag', flagId }))),
    tell: () => ({ key: 'news.doneFlagRemoved', params: {} }),
  }),
] as const;

/** Asks what is to be said to a flag, or who is to see to it: where the flag is shown, else on its card. */
function answerAct<const Id extends string>(id: Id, by: 'reply' | 'assign'): Act<Id> {
  return act({
    id,
    keys: [],
    when: ifFlag(),
    run: atFlag((flag) => {
      const matter = flagMatter(flag);
      const { tab, shown } = viewStore.getState();
      const isListed = settingsStore.getState().settings.inspectorOpen && (tab === 'row' || tab === 'flags');
      const isOnCard = isSameMatter(shown?.matter, matter) && shown?.card !== 'none';
      if (!isListed && !isOnCard) goToMatter(matter, 'open');
      setView({ answering: { flagId: flag.id, by } });
    }),
  });
}

/** Whether a place of a flag has a text to be put there, and the words it stands for are there. */
export function hasFix(span: Flag['spans'][number]): boolean {
  return span.at === 'text' && span.fix !== null && !span.orphaned;
}

function dismissAct<const Id extends string>(id: Id, reason: DismissalReason): Act<Id> {
  return act({
    id,
    keys: [],
    when: ifFinding(),
    deals: findingMeant,
    run: atFinding(async (finding) => void (await dismissFinding(finding, reason, ''))),
    tell: tellChange,
  });
}

function statusAct<const Id extends string>(id: Id, status: Flag['status']): Act<Id> {
  const isOpening = status === 'open';
  return act({
    id,
    keys: [],
    when: ifFlag((flag) => {
      if (isOpening) return flag.status === 'open' ? 'flagOpen' : 'yes';
      return flag.status === 'open' ? 'yes' : 'noFlagHere';
    }),
    deals: (target) => (isOpening ? null : meant(target, 'flag')),
    run: atFlag(async ({ id: flagId }) => void (await send({ type: 'setFlagStatus', flagId, status }))),
    tell: () => ({ key: `news.doneFlag.${status}`, params: {} }),
  });
}

/** The matter of a kind that is meant: the one that was asked for, or else the nearest to the place. */
function meant<K extends Matter['kind']>(target: Target, kind: K): Extract<Matter, { kind: K }> | null {
  const isOfKind = (matter: Matter | null): matter is Extract<Matter, { kind: K }> => matter?.kind === kind;
  if (isOfKind(target.matter)) return target.matter;
  const at = hereNow(target);
  return (at && mattersHere(at).find(isOfKind)) ?? null;
}

function findingMeant(target: Target): Matter | null {
  return meant(target, 'finding');
}

function changeMeant(target: Target): ChangeNow | null {
  const matter = meant(target, 'change');
  return matter && changeNow(matter);
}

function flagMeant(target: Target): Flag | undefined {
  const matter = meant(target, 'flag');
  return projectStore.getState().project?.flags.find(({ id }) => id === matter?.flagId);
}

function foundAt(target: Target): Finding | undefined {
  const matter = meant(target, 'finding');
  return matter ? findingNow(matter.rowId, matter.key) : undefined;
}

function ifFinding(
  more: (finding: Finding, isReading: boolean, target: Target) => Answer = () => 'yes',
): Act['when'] {
  return ifEditable(({ settings }, target) => {
    const finding = foundAt(target);
    return finding ? more(finding, settings.mode === 'reading', target) : 'noFindingHere';
  });
}

function ifFlag(more: (flag: Flag, isReading: boolean) => Answer = () => 'yes'): Act['when'] {
  return ifEditable(({ settings }, target) => {
    const flag = flagMeant(target);
    return flag ? more(flag, settings.mode === 'reading') : 'noFlagHere';
  });
}

function atFinding(run: (finding: Finding, target: Target) => void | Promise<void>): Act['run'] {
  return (target) => {
    const finding = foundAt(target);
    return finding && run(finding, target);
  };
}

function atFlag(run: (flag: Flag) => void | Promise<void>): Act['run'] {
  return (target) => {
    const flag = flagMeant(target);
    return flag && run(flag);
  };
}
