import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import type { LastChange } from '../../../../shared/model/revision';
import { wholeText, type TextChange } from '../../../../shared/reconcile/changes';
import { bridge } from '../../../session/bridge';
import { useBaseline, useBaselineRule } from '../../../hooks/use-baseline';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { takenBack } from '../../../../shared/reconcile/take-back';
import { formatNumber } from '../../../../shared/interface/format-number';
import { formatTime } from '../../../../shared/interface/format-time';
import type { ActId } from '../../../session/acts/all-acts';
import { perform } from '../../../session/acts/perform';
import {
  changesToAgree,
  isChangeAgreed,
  isSuggested,
  textChanges,
  waysBack,
} from '../../../session/matters/text-changes';
import { targetAt } from '../../../session/place/target';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { settingsStore } from '../../../session/settings/settings-store';
import { select, setView } from '../../../session/place/view-store';
import { ChangeExcerpt } from '../../../ui/change-excerpt';

/** So many changes of a version are listed at first, and so many more when asked for. */
const LISTED = 50;

type LastChanges = ReadonlyMap<string, LastChange>;

/** Every change against the baseline, version by version. */
export function ChangeList() {
  const { t } = useTranslation();
  const { rows } = useProject();
  const rule = useBaselineRule();
  const { kind } = useBaseline();
  const changes = textChanges(rows, rule);
  const numbers = useMemo(() => new Map(rows.map((row, index) => [row.id, index + 1])), [rows]);
  const [listed, setListed] = useState(LISTED);
  const shown = useMemo(
    () =>
      LANGUAGES.map((language) => {
        const all = changes[language];
        return { language, all, count: all.length, listed: all.slice(0, listed) };
      }).filter(({ count }) => count > 0),
    [changes, listed],
  );
  const last = useLastChanges(shown.flatMap((version) => version.listed));
  if (shown.length === 0)
    return <p className="quiet">{t(kind === 'session' ? 'changes.noneSinceSession' : 'changes.none')}</p>;
  return shown.map((version) => (
    <section key={version.language} data-testid={`changes-${version.language}`}>
      <VersionHead language={version.language} count={version.count} />
      <ul className="changes">
        {version.listed.map((change) => (
          <ChangeItem
            key={change.paragraphId}
            change={change}
            row={numbers.get(change.rowId) ?? null}
            last={last.get(change.paragraphId) ?? null}
          />
        ))}
      </ul>
      {version.listed.length < version.count && (
        <button type="button" className="button small" onClick={() => setListed(listed + LISTED)}>
          {t('changes.more')}
        </button>
      )}
    </section>
  ));
}

/** The name of a version, how much of it changed, and the decision on all of that at once. */
function VersionHead({ language, count }: { readonly language: Language; readonly count: number }) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const readOnly = useReadOnly();
  const { rows } = useProject();
  const [open, back] = [changesToAgree(language).length, waysBack(language).length];
  const target = targetAt({ rowId: rows[0]?.id ?? '', language, paragraphId: null });
  return (
    <>
      <h2>
        {t(`language.${language}`)} · {formatNumber(count, uiLanguage)}
      </h2>
      {!readOnly && open + back > 0 && (
        <div className="row-buttons">
          <button
            type="button"
            className="button small"
            disabled={open === 0}
            data-testid="accept-all"
            title={t('changes.acceptAllHint')}
            onClick={() => void perform('agreeVersion', target)}
          >
            ✓ {t('changes.acceptAll', { count: open })}
          </button>
          <button
            type="button"
            className="button small"
            disabled={back === 0}
            data-testid="take-all-back"
            title={t('changes.takeAllBackHint')}
            onClick={() => void perform('takeBackVersion', target)}
          >
            ✕ {t('changes.takeAllBack', { count: back })}
          </button>
        </div>
      )}
    </>
  );
}

function ChangeItem({
  change,
  row,
  last,
}: {
  readonly change: TextChange;
  /** Its number as people count; null when the row is gone. */
  readonly row: number | null;
  readonly last: LastChange | null;
}) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { kind, rowId, language, paragraphId, after } = change;
  const there = after.length > 0;
  const { rows } = useProject();
  const suggested = isSuggested(change, rows);
  const agreed = there && isChangeAgreed(change, rows);
  // Whoever brought a draft in did not suggest what its authors wrote.
  const by = (suggested && findParagraph(rows, paragraphId)?.paragraph.pending?.by.at(-1)) || last;
  const back = takenBack(change);
  const go = () => {
    setView({ filter: 'all' });
    select({ rowId, language, paragraphId: there ? paragraphId : null });
  };
  const ask = (act: ActId) => void perform(act, targetAt({ rowId, language, paragraphId }));
  return (
    <li>
      <button type="button" className="change" disabled={row === null} data-testid="change" onClick={go}>
        <small>
          {row === null ? t('changes.rowGone') : t('inspector.rowNumber', { number: row })}
          {kind !== 'edited' && ` · ${t(`changes.${kind}`)}`}
          {suggested && ` · ${t('suggestion.some')}`}
          {agreed && ` · ✓ ${t('status.agreed')}`}
          {by && ` · ${by.author} · ${formatTime(by.time, t)}`}
        </small>
        <ChangeExcerpt before={wholeText(change.before)} after={wholeText(after)} language={language} />
      </button>
      {there && !readOnly && (
        <div className="row-buttons">
          <button
            type="button"
            className="button small"
            disabled={agreed && !suggested}
            data-testid="accept-change"
            title={suggested ? undefined : t('changes.acceptHint')}
            onClick={() => ask(suggested ? 'acceptSuggestions' : 'agreeChange')}
          >
            ✓ {t('suggestion.accept')}
          </button>
          <button
            type="button"
            className="button small"
            disabled={back.length === 0 && !suggested}
            data-testid="reject-change"
            title={suggested ? undefined : t('changes.rejectHint')}
            onClick={() => ask(suggested ? 'rejectSuggestions' : 'takeBackText')}
          >
            ✕ {t('suggestion.reject')}
          </button>
        </div>
      )}
    </li>
  );
}

/** Who made the changes that are listed, by paragraph, where that is known. */
function useLastChanges(changes: readonly TextChange[]): LastChanges {
  const [known, setKnown] = useState<LastChanges>(new Map());
  const { rows } = useProject();
  // As text, which is the same as long as the same paragraphs are listed.
  const listed = changes.map(({ paragraphId }) => paragraphId).join(' ');
  useEffect(() => {
    let wanted = true;
    const paragraphIds = listed === '' ? [] : listed.split(' ');
    void bridge.request('project/lastChanges', { paragraphIds }).then((told) => {
      if (wanted && told.ok) setKnown(new Map(told.value.map((last) => [last.paragraphId, last])));
    });
    return () => {
      wanted = false;
    };
  }, [listed, rows]);
  return known;
}
