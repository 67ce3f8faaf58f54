import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { formatTime } from '../../shared/interface/format-time';
import { NO_REVIEW, type Snapshot } from '../../shared/model/project';
import { useBaseline } from '../hooks/use-baseline';
import { useProject } from '../hooks/use-project';
import { performHere } from '../session/acts/perform';
import { compareWith } from '../session/matters/baseline';
import { settingsStore } from '../session/settings/settings-store';
import type { Baseline } from '../session/place/view-store';
import { MenuButton, type MenuEntry } from '../ui/menu-button';

const VIEWS = [
  { view: 'clean', act: 'viewClean' },
  { view: 'changes', act: 'viewChanges' },
  { view: 'original', act: 'viewOriginal' },
] as const;

const BASELINES = [
  { kind: 'imported', act: 'baselineImported' },
  { kind: 'agreed', act: 'baselineAgreed' },
  { kind: 'session', act: 'baselineSession' },
] as const;

/** How the texts are shown, what they are compared with, and what else both could be. */
export function ViewMenu() {
  const { t } = useTranslation();
  const { snapshots } = useProject().review ?? NO_REVIEW;
  const baseline = useBaseline();
  const textView = useStore(settingsStore, (state) => state.settings.textView);
  const chosen = (isChosen: boolean) => (isChosen ? { note: '✓' } : {});
  const name = nameOf(baseline, snapshots, t);
  const baselines: readonly MenuEntry[] = [
    ...BASELINES.map(({ kind, act }) => ({
      label: t(`baseline.${kind}`),
      ...chosen(baseline.kind === kind),
      choose: () => performHere(act),
    })),
    ...snapshots.map(({ id, name: snapshot }) => ({
      label: t('baseline.snapshot', { name: snapshot }),
      ...chosen(baseline.kind === 'snapshot' && baseline.snapshotId === id),
      choose: () => compareWith({ kind: 'snapshot', snapshotId: id }),
    })),
    ...(baseline.kind === 'revision' ? [{ label: name, ...chosen(true), choose: () => {} }] : []),
  ];
  const entries: readonly MenuEntry[] = [
    ...VIEWS.map(({ view, act }) => ({
      label: t(`header.viewHint.${view}`),
      ...chosen(textView === view),
      choose: () => performHere(act),
    })),
    ...baselines.map((entry, at) => (at === 0 ? { ...entry, line: true } : entry)),
  ];
  const shown = textView === 'changes' ? t('header.changes', { since: name }) : t(`header.view.${textView}`);
  return (
    <MenuButton
      label={t('header.textView', { shown })}
      entries={() => entries}
      className="button plain view-menu"
    >
      <span className="name">{shown}</span>
      <span aria-hidden="true">▾</span>
    </MenuButton>
  );
}

function nameOf(baseline: Baseline, snapshots: readonly Snapshot[], t: TFunction): string {
  switch (baseline.kind) {
    case 'snapshot':
      return t('baseline.snapshot', {
        name: snapshots.find(({ id }) => id === baseline.snapshotId)?.name ?? '',
      });
    case 'revision':
      return t('baseline.revision', { time: formatTime(baseline.time, t) });
    default:
      return t(`baseline.${baseline.kind}`);
  }
}
