import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useRowCriteria } from '../../hooks/use-row-criteria';
import { useProject } from '../../hooks/use-project';
import { agreeReady } from '../../session/rows/agree-ready';
import { findingsStore } from '../../session/matters/findings-store';
import { LEFT_OUT, rowsToAgree } from '../../session/rows/rows-to-agree';
import { projectStore } from '../../session/project/project-store';
import { settingsStore, visibleColumns } from '../../session/settings/settings-store';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';

/** Says how many rows have nothing open, and which are left out and why, before those are agreed in one step. */
export function AgreeAllDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const criteria = useRowCriteria();
  const settings = useStore(settingsStore, (state) => state.settings);
  const { open, state, progress } = useStore(findingsStore);
  const isChecked = useStore(projectStore, (project) => project.state === state) || progress === 'stopped';
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const { ready, leftOut, why } = useMemo(
    () => rowsToAgree(rows, columns, criteria, open),
    [rows, columns, criteria, open],
  );
  return (
    <Dialog
      title={t('agreeAll.title')}
      className="agree-all"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('agreeAll.do', { count: ready.length })}
          testId="agree-all-do"
          autoFocus
          disabled={ready.length === 0 || !isChecked}
          onDo={() => {
            onClose();
            void agreeReady(ready, columns, leftOut);
          }}
          onClose={onClose}
        />
      }
    >
      <p>{ready.length === 0 ? t('agreeAll.none') : t('agreeAll.ready', { count: ready.length })}</p>
      {!isChecked && (
        <p className="quiet" role="status">
          {t('agreeAll.checking')}
        </p>
      )}
      {leftOut > 0 && (
        <>
          <p>{t('agreeAll.leftOut', { count: leftOut })}</p>
          <ul>
            {LEFT_OUT.filter((reason) => why[reason] > 0).map((reason) => (
              <li key={reason}>{t(`agreeAll.why.${reason}`, { count: why[reason] })}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
