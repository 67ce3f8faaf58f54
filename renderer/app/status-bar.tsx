import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fileOfPath } from '../../shared/contract/file-of-path';
import { formatNumber } from '../../shared/interface/format-number';
import { useProject } from '../hooks/use-project';
import { projectStore } from '../session/project-store';
import { rememberRows } from '../session/remember-rows';
import { settingsStore } from '../session/settings-store';
import { useShownFlags } from '../hooks/use-shown-flags';
import { viewStore } from '../session/view-store';
import { performHere } from '../session/acts/perform';
import { Key } from '../controls/key';
import { KeysOn } from './keys-on';
import { LanguagePicker } from './language-picker';

const agreedRows = rememberRows(({ cells }) =>
  Object.values(cells).every(({ paragraphs, status }) => paragraphs.length > 0 && status === 'agreed'),
);

/** Where one is, how far the article has come, and the language of the interface. */
export function StatusBar() {
  const { t } = useTranslation();
  const project = useProject();
  const path = useStore(projectStore, (state) => state.path);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const editing = useStore(viewStore, (state) => state.editing !== null);
  const selectedRowId = useStore(viewStore, (state) => state.selected?.rowId);
  const at = project.rows.findIndex((row) => row.id === selectedRowId) + 1;
  const { agreed, confirmed } = useMemo(
    () => ({
      agreed: agreedRows(project.rows).filter(Boolean).length,
      confirmed: project.rows.filter((row) => row.confirmed).length,
    }),
    [project.rows],
  );
  const open = useShownFlags().filter((flag) => flag.status === 'open').length;
  const number = (value: number) => formatNumber(value, uiLanguage);
  return (
    <footer className="status-bar">
      <span data-testid="position">
        {t('status.position', { at: number(at), of: number(project.rows.length) })}
      </span>
      <KeysOn />
      <span className="wide-only">{t('status.agreedRows', { count: agreed })}</span>
      <span className="wide-only">{t('status.confirmedRows', { count: confirmed })}</span>
      <span className="wide-only">{t('status.openFlags', { count: open })}</span>
      <span className="grow hint" title={editing ? t('cell.editHint') : undefined}>
        {editing ? t('cell.editHint') : ''}
      </span>
      <span className="file" title={path}>
        {fileOfPath(path)}
      </span>
      {(['toggleOutline', 'toggleInspector'] as const).map((id) => (
        <button
          key={id}
          type="button"
          className="link-button narrow-only"
          data-testid={id}
          onClick={() => performHere(id)}
        >
          {t(`act.${id}`)}
        </button>
      ))}
      <LanguagePicker />
      <button type="button" className="link-button" onClick={() => performHere('palette')}>
        {t('status.commands')} <Key act="palette" />
      </button>
      <button type="button" className="link-button" onClick={() => performHere('shortcuts')}>
        {t('status.keys')} <Key act="shortcuts" />
      </button>
    </footer>
  );
}
