import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useProject } from '../../../hooks/use-project';
import { viewStore } from '../../../session/place/view-store';
import { HistoryList } from './history-list';
import { RevisionList } from './revision-list';
import { SnapshotList } from './snapshot-list';

/** What was: of the selected paragraph, of the article under a name, and everything that was done. */
export function HistoryTab() {
  const { t } = useTranslation();
  const { rows } = useProject();
  const selected = useStore(viewStore, (state) => state.selected);
  const cell = selected && rows.find((row) => row.id === selected.rowId)?.cells[selected.language];
  const paragraph = cell?.paragraphs.find(({ id }) => id === selected?.paragraphId);
  return (
    <>
      {selected && paragraph && (
        <section data-testid="revisions">
          <h2>{t('revisions.heading')}</h2>
          <RevisionList key={paragraph.id} paragraph={paragraph} language={selected.language} />
        </section>
      )}
      <SnapshotList />
      <HistoryList />
    </>
  );
}
