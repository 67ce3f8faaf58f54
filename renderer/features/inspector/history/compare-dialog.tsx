import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES } from '../../../../shared/model/language';
import { NO_REVIEW, type Snapshot } from '../../../../shared/model/project';
import { asTexts, textsOf } from '../../../../shared/reconcile/baseline';
import { findChanges, wholeText, type TextChange } from '../../../../shared/reconcile/changes';
import { formatNumber } from '../../../../shared/interface/format-number';
import { formatTime } from '../../../../shared/interface/format-time';
import { useProject } from '../../../hooks/use-project';
import { settingsStore } from '../../../session/settings/settings-store';
import { Dialog } from '../../../ui/dialog';
import { ChangeExcerpt } from '../../../ui/change-excerpt';

/** The article as it is, among the snapshots; no snapshot has an empty id. */
const NOW = '';

/** So many differences of a version are shown at first, and so many more when asked for. */
const SHOWN = 50;

/** What differs between two snapshots, or a snapshot and the present texts, version by version. */
export function CompareDialog({
  first,
  onClose,
}: {
  /** The id of the snapshot to begin with; it is compared with the one that follows, or with the present. */
  readonly first: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const { rows, review } = useProject();
  const { snapshots } = review ?? NO_REVIEW;
  const [before, setBefore] = useState(first);
  const [after, setAfter] = useState(
    () => snapshots[snapshots.findIndex(({ id }) => id === first) + 1]?.id ?? NOW,
  );
  const [shown, setShown] = useState(SHOWN);
  const [was, is] = [before, after].map((id) => snapshots.find((each) => each.id === id)?.rows ?? rows);
  const changes = useMemo(() => findChanges(is ?? [], asTexts(textsOf(was ?? []))), [was, is]);
  const numbers = useMemo(() => new Map((is ?? []).map(({ id }, index) => [id, index + 1])), [is]);
  const written = LANGUAGES.filter((language) =>
    [was, is].some((side) => side?.some(({ cells }) => cells[language].paragraphs.length > 0)),
  );
  const nameOf = ({ name, time }: Snapshot) => {
    const taken = formatTime(time, t);
    return name === taken ? name : `${name} (${taken})`;
  };
  const choices = (
    <>
      {snapshots.map((snapshot) => (
        <option key={snapshot.id} value={snapshot.id}>
          {nameOf(snapshot)}
        </option>
      ))}
      <option value={NOW}>{t('compare.now')}</option>
    </>
  );
  return (
    <Dialog
      title={t('compare.title')}
      className="compare"
      onClose={onClose}
      footer={
        <button type="button" className="button" onClick={onClose}>
          {t('button.close')}
        </button>
      }
    >
      <div className="compare-choice">
        <label className="field">
          <span>{t('compare.before')}</span>
          <select
            value={before}
            autoFocus
            data-testid="compare-before"
            onChange={(event) => setBefore(event.target.value)}
          >
            {choices}
          </select>
        </label>
        <span aria-hidden="true">→</span>
        <label className="field">
          <span>{t('compare.after')}</span>
          <select
            value={after}
            data-testid="compare-after"
            onChange={(event) => setAfter(event.target.value)}
          >
            {choices}
          </select>
        </label>
      </div>
      <div className="compare-versions" role="group" aria-label={t('compare.title')} tabIndex={0}>
        {written.map((language) => (
          <section key={language} data-testid={`compare-${language}`}>
            <h3>
              {t(`language.${language}`)}
              {changes[language].length > 0 && ` · ${formatNumber(changes[language].length, uiLanguage)}`}
            </h3>
            {changes[language].length === 0 && <p className="quiet">{t('compare.none')}</p>}
            <ul className="changes">
              {changes[language].slice(0, shown).map((change) => (
                <Difference
                  key={change.paragraphId}
                  change={change}
                  row={numbers.get(change.rowId) ?? null}
                />
              ))}
            </ul>
            {changes[language].length > shown && (
              <button type="button" className="button small" onClick={() => setShown(shown + SHOWN)}>
                {t('changes.more')}
              </button>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Difference({
  change: { kind, language, before, after },
  row,
}: {
  readonly change: TextChange;
  /** Its number as people count; null when the row is gone. */
  readonly row: number | null;
}) {
  const { t } = useTranslation();
  return (
    <li className="change" data-testid="difference">
      <small>
        {row === null ? t('changes.rowGone') : t('inspector.rowNumber', { number: row })} ·{' '}
        {t(`changes.${kind}`)}
      </small>
      <ChangeExcerpt before={wholeText(before)} after={wholeText(after)} language={language} whole />
    </li>
  );
}
