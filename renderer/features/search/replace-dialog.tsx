import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Replacement } from '../../../shared/search/plan-replacement';
import { useMode } from '../../hooks/use-mode';
import { useProject } from '../../hooks/use-project';
import { viewStore } from '../../session/place/view-store';
import { shownTextOf } from '../../session/project/text-of';
import { planReplacements, reopenedBy, replacePlanned } from '../../session/search/replacing';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { FixPreview } from '../../ui/fix-preview';
import { LongList } from '../../ui/long-list';

/** Shows every place where something was found, and what would become of it, before it is replaced in those that stay ticked. */
export function ReplaceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { rows } = useProject();
  const mode = useMode();
  const find = useStore(viewStore, (state) => state.find);
  const [proposed] = useState(planReplacements);
  const [corrected, setCorrected] = useState<ReadonlyMap<number, string>>(new Map());
  const planned = proposed.map((each, at) => withWords(each, corrected.get(at)));
  // Where an ending is not certain a person decides.
  const [spared, setSpared] = useState<ReadonlySet<number>>(
    () => new Set(proposed.flatMap(({ isSure }, at) => (isSure ? [] : [at]))),
  );
  if (!find || find.replacement === null) return null;
  const unsure = planned.filter(({ isSure }) => !isSure).length;
  const ticked = planned.filter((_, at) => !spared.has(at));
  const reopened = reopenedBy(ticked);
  const numbers = new Map(rows.map(({ id }, index) => [id, index + 1]));
  const words = { query: find.query, replacement: find.replacement };
  const tick = (at: number, isTicked: boolean) => {
    const others = new Set(spared);
    if (isTicked) others.delete(at);
    else others.add(at);
    setSpared(others);
  };
  /** Who writes the right form wants it put in. */
  const correct = (at: number, text: string) => {
    setCorrected(new Map(corrected).set(at, text));
    tick(at, true);
  };
  return (
    <Dialog
      title={t(find.replacement === '' ? 'replace.titleDelete' : 'replace.title', words)}
      className="replace-dialog"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('replace.do', { count: ticked.length })}
          testId="replace-do"
          autoFocus
          disabled={ticked.length === 0}
          onDo={() => {
            onClose();
            void replacePlanned(ticked);
          }}
          onClose={onClose}
        />
      }
    >
      <p className="quiet">{t('replace.hint')}</p>
      {unsure > 0 && <p>{t('replace.unsureHint', { count: unsure })}</p>}
      {mode === 'suggesting' && <p>{t('replace.suggests')}</p>}
      {reopened > 0 && <p>{t('replace.reopens', { count: reopened })}</p>}
      <p className="replace-ticks">
        <button
          type="button"
          className="button small"
          disabled={spared.size === 0}
          onClick={() => setSpared(new Set())}
        >
          {t('replace.all')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={ticked.length === 0}
          onClick={() => setSpared(new Set(planned.keys()))}
        >
          {t('replace.none')}
        </button>
      </p>
      <div className="replace-places" role="group" aria-label={t('replace.places')}>
        <LongList entries={[...planned.entries()]} keyOf={([at]) => String(at)} className="findings">
          {([at, { rowId, put, isSure }]) => (
            <>
              <label className="replace-place" data-testid="replace-place">
                <input
                  type="checkbox"
                  checked={!spared.has(at)}
                  onChange={(event) => tick(at, event.target.checked)}
                />
                <span>
                  <small>
                    {t('replace.row', {
                      number: numbers.get(rowId) ?? 0,
                      language: t(`language.${put.language}`),
                    })}
                  </small>
                  <FixPreview fixes={[put]} textOf={shownTextOf} />
                </span>
              </label>
              {!isSure && (
                <label className="replace-unsure">
                  <small>{t('replace.unsure')}</small>
                  <input
                    type="text"
                    lang={put.language}
                    value={put.text}
                    data-testid="replace-form"
                    onChange={(event) => correct(at, event.target.value)}
                  />
                </label>
              )}
            </>
          )}
        </LongList>
      </div>
    </Dialog>
  );
}

/** A replacement with the words a person wrote in place of those that were proposed. */
function withWords(replacement: Replacement, words: string | undefined): Replacement {
  return words === undefined ? replacement : { ...replacement, put: { ...replacement.put, text: words } };
}
