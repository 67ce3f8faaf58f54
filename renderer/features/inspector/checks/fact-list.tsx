import { Fragment, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import {
  FACT_KINDS,
  type FactKind,
  type LedgerEntry,
  type LedgerForm,
} from '../../../../shared/checks/ledger';
import type { Language } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { cutText } from '../../../../shared/model/cut-text';
import { bridge } from '../../../session/bridge';
import { findingsStore } from '../../../session/matters/findings-store';
import { send } from '../../../session/project/project-store';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { settingsStore, visibleColumns } from '../../../session/settings/settings-store';
import { goToPlace } from '../../../session/place/go-to-place';
import { isSameSpelling } from '../../../../shared/model/agreed-words';

/** So many facts are listed at first, and so many more when asked for. */
const LISTED = 60;

/** Every number, date, name, quotation and term, with what each version makes of it. */
export function FactList() {
  const { t } = useTranslation();
  const entries = useLedger();
  const [kind, setKind] = useState<FactKind>('number');
  const [onlyDiffering, setOnlyDiffering] = useState(false);
  const [limit, setLimit] = useState(LISTED);
  if (!entries) return <p className="quiet">{t('finding.waiting')}</p>;
  const ofKind = entries.filter((entry) => entry.kind === kind);
  const shown = ofKind.filter((entry) => !onlyDiffering || differs(entry));
  return (
    <section data-testid="ledger">
      <div className="flag-filters">
        <select
          value={kind}
          aria-label={t('ledger.kinds')}
          data-testid="ledger-kind"
          onChange={(event) => setKind(FACT_KINDS.find((each) => each === event.target.value) ?? 'number')}
        >
          {FACT_KINDS.map((each) => (
            <option key={each} value={each}>
              {`${t(`ledger.kind.${each}`)} (${entries.filter((entry) => entry.kind === each).length})`}
            </option>
          ))}
        </select>
        <label className="check-field">
          <input
            type="checkbox"
            checked={onlyDiffering}
            onChange={(event) => setOnlyDiffering(event.target.checked)}
          />
          {t('ledger.onlyDiffering')}
        </label>
      </div>
      {shown.length === 0 && <p className="quiet">{t('ledger.none')}</p>}
      <ul className="ledger">
        {shown.slice(0, limit).map((entry) => (
          <FactEntry key={entry.key} entry={entry} />
        ))}
      </ul>
      {shown.length > limit && (
        <button type="button" className="link-button" onClick={() => setLimit(limit + LISTED)}>
          {t('ledger.more', { count: shown.length - limit })}
        </button>
      )}
    </section>
  );
}

/** The facts as they are now: asked for anew whenever the checks have looked at a change. */
function useLedger(): readonly LedgerEntry[] | null {
  const state = useStore(findingsStore, (findings) => findings.state);
  const [entries, setEntries] = useState<readonly LedgerEntry[] | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.request('checks/ledger', null).then((ledger) => {
      if (wanted && ledger) setEntries(ledger);
    });
    return () => {
      wanted = false;
    };
  }, [state]);
  return entries;
}

/** Whether the versions disagree about a fact, or one of them spells it in two ways. */
function differs({ kind, forms, disagreeing }: LedgerEntry): boolean {
  return disagreeing.length > 0 || (kind === 'name' && Object.values(forms).some((list) => list.length > 1));
}

function FactEntry({ entry }: { readonly entry: LedgerEntry }) {
  const { t } = useTranslation();
  const columns = visibleColumns(useStore(settingsStore, (state) => state.settings));
  const { rows } = useProject();
  const numbers = entry.disagreeing.map((rowId) => ({
    rowId,
    number: rows.findIndex(({ id }) => id === rowId) + 1,
  }));
  return (
    <li className={differs(entry) ? 'card differing' : 'card'} data-testid="fact">
      <dl>
        {columns.map((language) => (
          <div key={language}>
            <dt>{t(`language.${language}`)}</dt>
            <dd lang={language}>
              {entry.forms[language].length === 0 && <span className="quiet">{t('ledger.absent')}</span>}
              {entry.forms[language].map((form) => (
                <span key={form.text} className="formed">
                  <FormButton form={form} language={language} />
                  {entry.kind === 'name' && <ApproveButton text={form.text} language={language} />}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      {numbers.length > 0 && (
        <p className="differs">
          {'⚠ '}
          {t('ledger.disagree', { count: numbers.length })}{' '}
          {numbers.map(({ rowId, number }, n) => (
            <Fragment key={rowId}>
              {n > 0 && ', '}
              <button
                type="button"
                className="link-button"
                title={t('ledger.goToRow', { number })}
                onClick={() =>
                  goToPlace(
                    firstIn(
                      entry,
                      rows.find(({ id }) => id === rowId),
                    ),
                  )
                }
              >
                {number}
              </button>
            </Fragment>
          ))}
        </p>
      )}
    </li>
  );
}

/** Where a fact stands in a row, in whichever version has it. */
function firstIn({ forms }: LedgerEntry, row: Row | undefined): LedgerForm['places'][number] | undefined {
  const ids = new Set(
    Object.values(row?.cells ?? {}).flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id)),
  );
  return Object.values(forms)
    .flat()
    .flatMap(({ places }) => places)
    .find(({ paragraphId }) => ids.has(paragraphId));
}

/** A form and how often it comes; each press goes to the next of its places. */
function FormButton({ form, language }: { readonly form: LedgerForm; readonly language: Language }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(0);
  const { text, places } = form;
  const shown = cutText(text, 80);
  return (
    <button
      type="button"
      className="form"
      title={t('ledger.goTo')}
      data-testid={`form-${language}`}
      onClick={() => {
        goToPlace(places[at % places.length]);
        setAt(at + 1);
      }}
    >
      {shown}
      {places.length > 1 && <small> ×{places.length}</small>}
    </button>
  );
}

/** Approves a spelling of a name, so that others are pointed at, or takes that back. */
function ApproveButton({ text, language }: { readonly text: string; readonly language: Language }) {
  const { t } = useTranslation();
  const { review } = useProject();
  const readOnly = useReadOnly();
  const approved = review?.spellings?.some((each) => isSameSpelling(each, { language, text })) ?? false;
  return (
    <button
      type="button"
      className="approve"
      aria-pressed={approved}
      aria-label={t('ledger.approveSpelling', { text })}
      title={t(approved ? 'ledger.held' : 'ledger.approveSpelling', { text })}
      disabled={readOnly}
      data-testid={`approve-${language}`}
      onClick={() => void send({ type: 'approveSpelling', language, text, approved: !approved })}
    >
      {t(approved ? 'ledger.approved' : 'ledger.approve')}
    </button>
  );
}
