import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '../../../../shared/checks/engine/finding';
import type { CheckId } from '../../../../shared/checks/engine/strings';
import { LANGUAGES } from '../../../../shared/model/language';
import { stepMatter } from '../../../session/matters/show-matter';
import { beginChecks, findingsStore } from '../../../session/matters/findings-store';
import { formatNumber } from '../../../../shared/interface/format-number';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { changeSettings, settingsStore } from '../../../session/settings/settings-store';
import { CheckSwitches } from './check-switches';
import { DictionaryWords } from './dictionary-words';
import { LeftOut } from './left-out';
import { DismissedFindings } from './dismissed-findings';
import { FindingEntry } from './finding-entry';
import { viewStore } from '../../../session/place/view-store';
import { FixAllDialog } from './fix-all-dialog';

/** So many findings of a check are listed at first, and so many more when asked for. */
const LISTED = 30;

/** What the checks find, check by check, and which checks there are. */
export function CheckList() {
  const { t } = useTranslation();
  const { progress, open, checks, leftOut } = useStore(findingsStore);
  const { rows } = useProject();
  const [check, setCheck] = useState('');
  const [language, setLanguage] = useState('');
  const numbers = useMemo(() => new Map(rows.map((row, index) => [row.id, index + 1])), [rows]);
  const all = useMemo(() => rows.flatMap(({ id }) => open.get(id) ?? []), [rows, open]);
  const shown = useMemo(
    () =>
      all.filter(
        (finding) =>
          (check === '' || finding.check === check) &&
          (language === '' || finding.spans[0]?.language === language),
      ),
    [all, check, language],
  );
  const step = (by: 1 | -1) => {
    const among = shown.map(({ rowId, key }) => ({ kind: 'finding', rowId, key }) as const);
    stepMatter(by, viewStore.getState().selected, { among, card: 'none' });
  };
  const groups = checks
    .map(({ id }) => ({ id, findings: shown.filter((finding) => finding.check === id) }))
    .filter(({ findings }) => findings.length > 0);
  if (progress === 'waiting') return <p className="quiet">{t('finding.waiting')}</p>;
  return (
    <>
      {progress === 'stopped' && (
        <p className="failed" role="alert">
          {t('finding.stopped')}{' '}
          <button type="button" className="link-button" onClick={beginChecks}>
            {t('finding.startAgain')}
          </button>
        </p>
      )}
      <LeftOut numbers={numbers} />
      <section>
        <div className="flag-filters">
          <select
            value={check}
            aria-label={t('finding.filter.check')}
            data-testid="finding-filter-check"
            onChange={(event) => setCheck(event.target.value)}
          >
            <option value="">{t('finding.filter.anyCheck')}</option>
            {checks.map(({ id }) => (
              <option key={id} value={id}>
                {t(`check.${id}.name`)}
              </option>
            ))}
          </select>
          <select
            value={language}
            aria-label={t('finding.filter.language')}
            data-testid="finding-filter-language"
            onChange={(event) => setLanguage(event.target.value)}
          >
            <option value="">{t('flagFilter.any.language')}</option>
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {t(`language.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="finding-steps">
          <p role="status" data-testid="finding-count">
            {all.length === 0
              ? t(leftOut.length > 0 || progress === 'stopped' ? 'finding.notAll' : 'finding.none')
              : shown.length < all.length
                ? t('flagFilter.count', { count: shown.length, of: all.length })
                : t('finding.count', { count: all.length })}
          </p>
          {shown.length > 0 && (
            <>
              <button
                type="button"
                className="icon-button"
                aria-label={t('act.previousFinding')}
                title={t('act.previousFinding')}
                onClick={() => step(-1)}
              >
                ↑
              </button>
              <button
                type="button"
                className="icon-button"
                aria-label={t('act.nextFinding')}
                title={t('act.nextFinding')}
                onClick={() => step(1)}
              >
                ↓
              </button>
            </>
          )}
        </div>
      </section>
      {groups.map(({ id, findings }) => (
        <CheckGroup key={id} check={id} findings={findings} numbers={numbers} />
      ))}
      <DismissedFindings numbers={numbers} />
      <DictionaryWords />
      <CheckSwitches />
    </>
  );
}

function CheckGroup({
  check,
  findings,
  numbers,
}: {
  readonly check: CheckId;
  readonly findings: readonly Finding[];
  readonly numbers: ReadonlyMap<string, number>;
}) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const { uiLanguage, settings } = useStore(settingsStore);
  const [listed, setListed] = useState(LISTED);
  const [fixing, setFixing] = useState(false);
  const fixable = findings.length > 1 && findings.every(({ fixes }) => fixes.length > 0);
  return (
    <section className="check-group" data-testid={`check-${check}`}>
      <h2>
        {t(`check.${check}.name`)} · {formatNumber(findings.length, uiLanguage)}
      </h2>
      <p className="quiet">{t(`check.${check}.explanation`)}</p>
      <div className="check-acts">
        {fixable && !readOnly && (
          <button
            type="button"
            className="button small"
            data-testid="fix-all"
            onClick={() => setFixing(true)}
          >
            {t('finding.fixAll')}
          </button>
        )}
        <button
          type="button"
          className="link-button"
          data-testid="switch-off"
          onClick={() => changeSettings({ checksOff: [...settings.checksOff, check] })}
        >
          {t('finding.switchOff')}
        </button>
      </div>
      <ul className="findings">
        {findings.slice(0, listed).map((finding) => (
          <FindingEntry
            key={finding.key}
            finding={finding}
            row={numbers.get(finding.rowId) ?? null}
            named={false}
          />
        ))}
      </ul>
      {listed < findings.length && (
        <button type="button" className="button small" onClick={() => setListed(listed + LISTED)}>
          {t('changes.more')}
        </button>
      )}
      {fixing && <FixAllDialog check={check} findings={findings} onClose={() => setFixing(false)} />}
    </section>
  );
}
