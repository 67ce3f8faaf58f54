import type { TFunction } from 'i18next';
import { diffRich } from '../../../../shared/diff/diff-rich';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import { formatTime } from '../../../../shared/interface/format-time';
import { cutText } from '../../../../shared/model/cut-text';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { raiseNotes } from '../../../../shared/text/raise-notes';
import { staleSources } from '../../../../shared/reconcile/stale';
import { suggestionsIn } from '../../../../shared/reconcile/suggestions';
import type { Hunk } from '../../../../shared/reconcile/hunks';
import { baselineText } from '../../../../shared/reconcile/baseline';
import { baselineRuleNow } from '../../../session/matters/baseline';
import { findingNow } from '../../../session/matters/findings-store';
import { changeAt, changesIn, formerText } from '../../../session/matters/changes-in';
import type { Matter } from '../../../session/matters/matter';
import { projectStore } from '../../../session/project/project-store';
import { settingsStore } from '../../../session/settings/settings-store';
import { paragraphNow } from '../../../session/project/text-of';

/** What is told of a matter in one line; null where it is gone. */
export function matterLine(matter: Matter, t: TFunction): string | null {
  const { project } = projectStore.getState();
  switch (matter.kind) {
    case 'finding': {
      const finding = findingNow(matter.rowId, matter.key);
      return finding ? findingSentence(finding, t) : null;
    }
    case 'flag': {
      const flag = project?.flags.find(({ id }) => id === matter.flagId);
      if (!flag) return null;
      const severity = t(`severity.${flag.severity}`);
      return flag.note ? t('matter.flagLine', { severity, note: cutText(flag.note) }) : severity;
    }
    case 'stale': {
      const row = project?.rows.find(({ id }) => id === matter.rowId);
      const sources = row ? staleSources(row, matter.language) : [];
      return sources.length > 0 ? staleLine(sources, t) : null;
    }
    case 'alignment': {
      const row = project?.rows.find(({ id }) => id === matter.rowId);
      return row ? t('row.check', { percent: Math.round(row.confidence * 100) }) : null;
    }
    case 'change': {
      const paragraph = paragraphNow(matter.paragraphId);
      const found = paragraph && changeOf(paragraph, matter.at);
      if (!found) return null;
      const { hunk, removed, moved } = found;
      const what = moved ? t('cell.moved') : t(`matter.line.${hunk.kind}`, { removed: cutText(removed) });
      const by = paragraph.pending ? suggestionsIn(paragraph)[found.which]?.by : null;
      if (by) return t('suggestion.by', { author: by.author, time: formatTime(by.time, t) });
      return paragraph.pending ? t('suggestion.some') : what;
    }
  }
}

/** "English and Russian have changed". */
export function staleLine(sources: ReturnType<typeof staleSources>, t: TFunction): string {
  return t('stale.changed', {
    count: sources.length,
    versions: sources
      .map((each) => t(`stale.version.${each}`))
      .reduce((first, second) => t('stale.and', { first, second })),
  });
}

/** A change of a paragraph as it is now. */
export interface FoundChange {
  readonly hunk: Hunk;
  /** Its position among the changes of the paragraph. */
  readonly which: number;
  /** What stood there, to be shown. */
  readonly removed: string;
  /** Whether it stands, or stood, elsewhere in the text. */
  readonly moved: boolean;
}

/** The change at a UTF-16 offset of a paragraph; null where there is none. */
export function changeOf(paragraph: Paragraph, at: number): FoundChange | null {
  const rule = baselineRuleNow();
  const { textView } = settingsStore.getState().settings;
  const changes = changesIn(paragraph, rule, textView);
  const which = changeAt(changes, at);
  const hunk = changes[which];
  if (!hunk) return null;
  const former = formerText(paragraph, baselineText(rule, paragraph), textView);
  const moved = diffRich(former, paragraph).some(
    (run) => run.moved !== undefined && run.after >= hunk.after.start && run.after <= hunk.after.end,
  );
  return { hunk, which, removed: raiseNotes(former).slice(hunk.before.start, hunk.before.end), moved };
}
