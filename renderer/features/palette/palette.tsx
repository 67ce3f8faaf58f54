import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ACTIONS, type Action, type ActionId } from '../../../shared/contract/actions';
import { projectStore } from '../../session/project-store';
import { Dialog } from '../../ui/dialog';
import { keyLabel } from '../../session/key-label';

/** Everything that can be done, found by typing a few letters of its name. */
export function Palette({
  perform,
  onClose,
}: {
  readonly perform: (action: ActionId) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const hasProject = useStore(projectStore, (state) => state.project !== null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const mac = navigator.userAgent.includes('Mac');
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return ACTIONS.filter((action: Action) => hasProject || action.always)
      .filter((action) => action.id !== 'palette')
      .map((action) => ({ ...action, label: t(`action.${action.id}`) }))
      .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  }, [query, hasProject, t]);
  const choose = (id: ActionId | undefined) => {
    if (!id) return;
    onClose();
    // After the dialog has given the focus back to where it was.
    queueMicrotask(() => perform(id));
  };
  return (
    <Dialog title={t('palette.title')} className="palette" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={found[at] ? `palette-${found[at].id}` : undefined}
        value={query}
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.placeholder')}
        data-testid="palette-field"
        autoFocus
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
          if (by !== 0) {
            event.preventDefault();
            setAt((at + by + found.length) % Math.max(1, found.length));
          } else if (event.key === 'Enter') {
            event.preventDefault();
            choose(found[at]?.id);
          }
        }}
      />
      <ul id="palette-list" role="listbox" aria-label={t('palette.title')}>
        {found.map((action, i) => (
          <li
            key={action.id}
            id={`palette-${action.id}`}
            role="option"
            aria-selected={i === at}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => choose(action.id)}
          >
            <span>{action.label}</span>
            {action.keys[0] && <kbd>{keyLabel(action.keys[0], mac)}</kbd>}
          </li>
        ))}
        {found.length === 0 && <li className="quiet">{t('palette.none')}</li>}
      </ul>
    </Dialog>
  );
}
