import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import type { LastChange } from '../../../shared/model/revision';
import { findChanges, wholeText, type TextChange } from '../../../shared/reconcile/changes';
import { bridge } from '../../bridge';
import { useBaseline, useBaselineRule } from '../../store/baseline';
import { formatNumber, formatTime } from '../../store/format';
import { send, useProject, useProjectStore } from '../../store/project-store';
import { useSettingsStore } from '../../store/settings-store';
import { select, setView } from '../../store/view-store';
import { ChangeExcerpt } from './change-excerpt';

/** So many changes of a version are listed at first, and so many more when asked for. */
const LISTED = 50;

type LastChanges = ReadonlyMap<string, LastChange>;

/** Every change against the baseline, version by version. */
export function ChangeList() {
  const { t } = useTranslation();
  const { rows } = useProject();
  const rule = useBaselineRule();
  const { kind } = useBaseline();
  const changes = useMemo(() => findChanges(rows, rule), [rows, rule]);
  const numbers = useMemo(() => new Map(rows.map((row, index) => [row.id, index + 1])), [rows]);
  const [listed, setListed] = useState(LISTED);
  const shown = useMemo(
    () =>
      LANGUAGES.map((language) => {
        const all = changes[language];
        return { language, count: all.length, listed: all.slice(0, listed) };
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

function VersionHead({ language, count }: { readonly language: Language; readonly count: number }) {
  const { t } = useTranslation();
  const uiLanguage = useSettingsStore((state) => state.uiLanguage);
  return (
    <h2>
      {t(`language.${language}`)} · {formatNumber(count, uiLanguage)}
    </h2>
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
  const uiLanguage = useSettingsStore((state) => state.uiLanguage);
  const readOnly = useProjectStore((state) => state.readOnly);
  const { kind, rowId, language, paragraphId } = change;
  const [before, after] = [wholeText(change.before), wholeText(change.after)];
  const go = () => {
    setView({ filter: 'all' });
    select({ rowId, language, paragraphId });
  };
  return (
    <li>
      <button type="button" className="change" disabled={row === null} data-testid="change" onClick={go}>
        <small>
          {row === null ? t('changes.rowGone') : t('inspector.rowNumber', { number: row })}
          {kind !== 'edited' && ` · ${t(`changes.${kind}`)}`}
          {last && ` · ${last.author} · ${formatTime(last.time, uiLanguage, t)}`}
        </small>
        <ChangeExcerpt before={before} after={after} language={language} />
      </button>
      {kind === 'edited' && row !== null && !readOnly && (
        <div className="row-buttons">
          <button
            type="button"
            className="button small"
            data-testid="accept-change"
            title={t('changes.acceptHint')}
            onClick={() => void send({ type: 'agreeText', paragraphId, content: after })}
          >
            ✓ {t('suggestion.accept')}
          </button>
          <button
            type="button"
            className="button small"
            data-testid="reject-change"
            title={t('changes.rejectHint')}
            onClick={() => void send({ type: 'editParagraph', paragraphId, content: before })}
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
