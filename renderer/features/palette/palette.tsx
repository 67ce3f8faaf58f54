import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Key } from '../../controls/key';
import type { ActId } from '../../session/acts/all-acts';
import { nameOf, perform } from '../../session/acts/perform';
import { sayWhy } from '../../session/acts/why';
import { paletteNow } from '../../session/acts/menus';
import { targetNow } from '../../session/place/target-now';
import { viewStore } from '../../session/place/view-store';
import { Dialog } from '../../ui/dialog';

/** Everything that can be done, found by typing a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const asked = useStore(viewStore, (state) => state.asked);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  // What it was opened on, whatever has the focus by now.
  const target = useMemo(() => asked ?? targetNow(), [asked]);
  const offered = useMemo(() => paletteNow(target), [target]);
  const found = useMemo(() => {
    const words = query.toLowerCase().split(/\s+/).filter(Boolean);
    return offered
      .map((each) => ({ ...each, label: t(nameOf(each.id, target)) }))
      .filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)));
  }, [query, offered, target, t]);
  const choose = (id: ActId | undefined) => {
    if (!id) return;
    onClose();
    // After the dialog has given the focus back to where it was.
    queueMicrotask(() => void perform(id, target));
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
        {found.map(({ id, label, answer }, i) => (
          <li
            key={id}
            id={`palette-${id}`}
            role="option"
            aria-selected={i === at}
            aria-disabled={answer !== 'yes'}
            ref={(element) => {
              if (i === at) element?.scrollIntoView({ block: 'nearest' });
            }}
            onClick={() => choose(id)}
          >
            <span>
              {label}
              {answer !== 'yes' && <small className="why">{sayWhy(answer, t)}</small>}
            </span>
            <Key act={id} />
          </li>
        ))}
        {found.length === 0 && <li className="quiet">{t('palette.none')}</li>}
      </ul>
    </Dialog>
  );
}
