import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { NO_REVIEW, type Snapshot } from '../../shared/model/project';
import { compareWith } from '../session/baseline';
import { useBaseline } from '../hooks/use-baseline';
import { formatTime } from '../../shared/interface/format-time';
import { useProject } from '../hooks/use-project';
import type { Baseline } from '../session/view-store';
import { performHere } from '../session/acts/perform';
import { MenuButton, type MenuEntry } from '../ui/menu-button';

const CHOICES = [
  { kind: 'imported', action: 'baselineImported' },
  { kind: 'agreed', action: 'baselineAgreed' },
  { kind: 'session', action: 'baselineSession' },
] as const;

/** What the texts are compared with, and what else they could be. */
export function BaselineMenu() {
  const { t } = useTranslation();
  const { snapshots } = useProject().review ?? NO_REVIEW;
  const baseline = useBaseline();
  const chosen = (isChosen: boolean) => (isChosen ? { hint: '✓' } : {});
  const entries: readonly MenuEntry[] = [
    ...CHOICES.map(({ kind, action }) => ({
      label: t(`baseline.${kind}`),
      ...chosen(baseline.kind === kind),
      choose: () => performHere(action),
    })),
    ...snapshots.map(({ id, name }) => ({
      label: t('baseline.snapshot', { name }),
      ...chosen(baseline.kind === 'snapshot' && baseline.snapshotId === id),
      choose: () => compareWith({ kind: 'snapshot', snapshotId: id }),
    })),
    ...(baseline.kind === 'revision'
      ? [{ label: nameOf(baseline, snapshots, t), ...chosen(true), choose: () => {} }]
      : []),
  ];
  const name = nameOf(baseline, snapshots, t);
  return (
    <MenuButton label={t('baseline.menu', { name })} entries={entries} className="button baseline">
      <span>{name}</span> ▾
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
