import { useTranslation } from 'react-i18next';
import { NO_REVIEW, type Snapshot } from '../../../../shared/model/project';
import { cutText } from '../../../../shared/model/cut-text';
import { handOver } from '../../../session/typing/active-editor';
import { compareWith, showBaseline } from '../../../session/matters/baseline';
import { useBaseline } from '../../../hooks/use-baseline';
import { formatTime } from '../../../../shared/interface/format-time';
import { showNews } from '../../../session/notices/notice-store';
import { send } from '../../../session/project/project-store';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { changeSettings } from '../../../session/settings/settings-store';
import { setView } from '../../../session/place/view-store';
import { performHere } from '../../../session/acts/perform';
import { LongList } from '../../../ui/long-list';

/** The article as it was kept under a name: each can be compared with, shown, and restored. */
export function SnapshotList() {
  const { t } = useTranslation();
  const { snapshots } = useProject().review ?? NO_REVIEW;
  const readOnly = useReadOnly();
  return (
    <section>
      <h2>{t('snapshot.heading')}</h2>
      {snapshots.length === 0 && <p className="quiet">{t('snapshot.none')}</p>}
      <LongList entries={snapshots.toReversed()} keyOf={({ id }) => id} label={t('snapshot.heading')}>
        {(snapshot) => <SnapshotCard snapshot={snapshot} readOnly={readOnly} />}
      </LongList>
      <button
        type="button"
        className="button small"
        disabled={readOnly}
        data-testid="take-snapshot"
        onClick={() => performHere('takeSnapshot')}
      >
        {t('act.takeSnapshot')}
      </button>
    </section>
  );
}

function SnapshotCard({ snapshot, readOnly }: { readonly snapshot: Snapshot; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const baseline = useBaseline();
  const { id, name, author, time } = snapshot;
  const compared = baseline.kind === 'snapshot' && baseline.snapshotId === id;
  const compare = () => {
    compareWith({ kind: 'snapshot', snapshotId: id });
    changeSettings({ textView: 'changes' });
  };
  const compareOther = async () => {
    await handOver();
    setView({ comparing: id });
  };
  const show = async () => {
    await handOver();
    compareWith({ kind: 'snapshot', snapshotId: id });
    showBaseline();
  };
  const restore = async () => {
    await handOver();
    const restored = await send({ type: 'restoreSnapshot', snapshotId: id });
    if (restored) showNews('news.snapshotRestored', { name });
  };
  return (
    <article className="card" data-testid="snapshot">
      <b>{cutText(name)}</b>
      <footer>
        {cutText(author, 60)} · {formatTime(time, t)}
      </footer>
      <div className="acts">
        <button type="button" className="button small" aria-pressed={compared} onClick={compare}>
          {t('snapshot.compare')}
        </button>
        <button type="button" className="button small" onClick={() => void compareOther()}>
          {t('snapshot.compareOther')}
        </button>
        <button type="button" className="button small" onClick={() => void show()}>
          {t('snapshot.show')}
        </button>
        <button type="button" className="button small" disabled={readOnly} onClick={() => void restore()}>
          {t('snapshot.restore')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={readOnly}
          onClick={() => void send({ type: 'removeSnapshot', snapshotId: id })}
        >
          {t('snapshot.remove')}
        </button>
      </div>
    </article>
  );
}
