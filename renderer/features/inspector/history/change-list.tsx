import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { LANGUAGES, type Language, type PerLanguage } from '../../../../shared/model/language';
import type { LastChange } from '../../../../shared/model/revision';
import type { Row } from '../../../../shared/model/row';
import { findChanges, wholeText, type TextChange } from '../../../../shared/reconcile/changes';
import { bridge } from '../../../session/bridge';
import { useBaseline, useBaselineRule } from '../../../hooks/use-baseline';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { isSameText } from '../../../../shared/reconcile/baseline';
import { takenBack } from '../../../../shared/reconcile/take-back';
import { formatNumber } from '../../../../shared/interface/format-number';
import { formatTime } from '../../../../shared/interface/format-time';
import { send } from '../../../session/project/project-store';
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
  const changes = useMemo(() => findChanges(rows, rule, { suggestions: true }), [rows, rule]);
  const numbers = useMemo(() => new Map(rows.map((row, index) => [row.id, index + 1])), [rows]);
  const paragraphs = useMemo(() => paragraphsById(rows, changes), [rows, changes]);
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
      <VersionHead language={version.language} changes={version.all} paragraphs={paragraphs} />
      <ul className="changes">
        {version.listed.map((change) => (
          <ChangeItem
            key={change.paragraphId}
            change={change}
            paragraphs={paragraphs}
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

type Paragraphs = ReadonlyMap<string, Paragraph>;

/** The paragraphs that changed and are there. */
function paragraphsById(rows: readonly Row[], changes: PerLanguage<readonly TextChange[]>): Paragraphs {
  const changed = new Set(
    LANGUAGES.flatMap((language) =>
      changes[language].flatMap(({ after }) => after.map(({ paragraphId }) => paragraphId)),
    ),
  );
  const found = new Map<string, Paragraph>();
  if (changed.size === 0) return found;
  for (const { cells } of rows) {
    for (const language of LANGUAGES) {
      for (const paragraph of cells[language].paragraphs) {
        if (changed.has(paragraph.id)) found.set(paragraph.id, paragraph);
      }
    }
  }
  return found;
}

/** Whether suggestions wait in what changed: they are decided as such. */
function isSuggested({ after }: TextChange, paragraphs: Paragraphs): boolean {
  return after.some(({ paragraphId }) => paragraphs.get(paragraphId)?.pending);
}

/** Whether what a change made of the text is the agreed text already. */
function isAgreed({ after }: TextChange, paragraphs: Paragraphs): boolean {
  return after.every(({ paragraphId, content }) => {
    const agreed = paragraphs.get(paragraphId)?.agreed;
    return agreed !== undefined && isSameText(agreed, content);
  });
}

/** The name of a version, how much of it changed, and the decision on all of that at once. */
function VersionHead({
  language,
  changes,
  paragraphs,
}: {
  readonly language: Language;
  readonly changes: readonly TextChange[];
  readonly paragraphs: Paragraphs;
}) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const readOnly = useReadOnly();
  const made = changes.filter((change) => !isSuggested(change, paragraphs));
  const open = made.filter((change) => !isAgreed(change, paragraphs));
  const back = made.map(takenBack).filter((texts) => texts.length > 0);
  return (
    <>
      <h2>
        {t(`language.${language}`)} · {formatNumber(changes.length, uiLanguage)}
      </h2>
      {!readOnly && open.length + back.length > 0 && (
        <div className="row-buttons">
          <button
            type="button"
            className="button small"
            disabled={open.length === 0}
            data-testid="accept-all"
            title={t('changes.acceptAllHint')}
            onClick={() => void send({ type: 'agreeTexts', texts: open.flatMap(({ after }) => after) })}
          >
            ✓ {t('changes.acceptAll', { count: open.length })}
          </button>
          <button
            type="button"
            className="button small"
            disabled={back.length === 0}
            data-testid="take-all-back"
            title={t('changes.takeAllBackHint')}
            onClick={() => void send({ type: 'takeBackChanges', texts: back.flat() })}
          >
            ✕ {t('changes.takeAllBack', { count: back.length })}
          </button>
        </div>
      )}
    </>
  );
}

function ChangeItem({
  change,
  paragraphs,
  row,
  last,
}: {
  readonly change: TextChange;
  readonly paragraphs: Paragraphs;
  /** Its number as people count; null when the row is gone. */
  readonly row: number | null;
  readonly last: LastChange | null;
}) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { kind, rowId, language, paragraphId, after } = change;
  const there = after.length > 0;
  const suggested = isSuggested(change, paragraphs);
  const agreed = there && isAgreed(change, paragraphs);
  // Whoever brought a draft in did not suggest what its authors wrote.
  const by = (suggested && paragraphs.get(paragraphId)?.pending?.by.at(-1)) || last;
  const back = takenBack(change);
  const go = () => {
    setView({ filter: 'all' });
    select({ rowId, language, paragraphId: there ? paragraphId : null });
  };
  const decide = (accept: boolean) => {
    const paragraphIds = after.map((part) => part.paragraphId);
    if (suggested) return void send({ type: 'decideSuggestions', paragraphIds, which: null, accept });
    void send(accept ? { type: 'agreeTexts', texts: after } : { type: 'takeBackChanges', texts: back });
  };
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
            onClick={() => decide(true)}
          >
            ✓ {t('suggestion.accept')}
          </button>
          <button
            type="button"
            className="button small"
            disabled={back.length === 0 && !suggested}
            data-testid="reject-change"
            title={suggested ? undefined : t('changes.rejectHint')}
            onClick={() => decide(false)}
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
