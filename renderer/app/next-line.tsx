import { Fragment, useMemo } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { Key } from '../controls/key';
import { useProject } from '../hooks/use-project';
import { useRowCriteria } from '../hooks/use-row-criteria';
import type { ActId } from '../session/acts/all-acts';
import { performHere } from '../session/acts/perform';
import { findingsStore } from '../session/matters/findings-store';
import { isDone, lookAhead, STEPS, type NextStep, type WayAhead } from '../session/rows/next-steps';
import { settingsStore, visibleColumns } from '../session/settings/settings-store';

/** The act that goes to the next one of a step. */
const ACT_OF = {
  align: 'nextToAlign',
  findings: 'nextFinding',
  suggestions: 'nextSuggestion',
  flags: 'nextFlag',
  agree: 'nextToAgree',
  export: 'export',
} as const satisfies Record<NextStep, ActId>;

/** The way from the import to the export, and how far it is: each step leads to what is next of it. */
export function NextLine() {
  const { t } = useTranslation();
  const { rows } = useProject();
  const criteria = useRowCriteria();
  const settings = useStore(settingsStore, (state) => state.settings);
  const { open, progress } = useStore(findingsStore);
  const columns = useMemo(() => visibleColumns(settings), [settings]);
  const ahead = useMemo(
    () => lookAhead(rows, columns, criteria, open, progress !== 'waiting'),
    [rows, columns, criteria, open, progress],
  );
  if (ahead.rows === 0) return null;
  // What people bring in themselves is said only where there is any.
  const steps = STEPS.filter((step) => !(step === 'flags' || step === 'suggestions') || ahead[step] > 0);
  return (
    <nav className="next-line" aria-label={t('next.title')} data-testid="next-line">
      <b aria-hidden="true">{t('next.next')}</b>
      <ol>
        {steps.map((step, n) => (
          <Fragment key={step}>
            {n > 0 && (
              <li className="next-arrow" aria-hidden="true">
                →
              </li>
            )}
            <li>
              <button
                type="button"
                className={isDone(step, ahead) ? 'next-step done' : 'next-step'}
                aria-label={sayStep(step, ahead, t)}
                aria-current={step === ahead.next ? 'step' : undefined}
                title={`${sayStep(step, ahead, t)}: ${t(`act.${ACT_OF[step]}`)}`}
                data-testid={`next-${step}`}
                onClick={() => performHere(ACT_OF[step])}
              >
                {isDone(step, ahead) && <span aria-hidden="true">✓ </span>}
                <span className="full">{sayStep(step, ahead, t)}</span>
                <span className="short" aria-hidden="true">
                  {sayShort(step, ahead, t)}
                </span>
              </button>
              {step === ahead.next && <Key act="nextStep" />}
            </li>
          </Fragment>
        ))}
      </ol>
    </nav>
  );
}

function sayStep(step: NextStep, ahead: WayAhead, t: TFunction): string {
  switch (step) {
    case 'align':
      return ahead.toAlign === 0 ? t('next.aligned') : t('next.align', { count: ahead.toAlign });
    case 'findings':
      if (ahead.findings === null) return t('next.checking');
      return ahead.findings === 0 ? t('next.noFindings') : t('next.findings', { count: ahead.findings });
    case 'suggestions':
      return t('next.suggestions', { count: ahead.suggestions });
    case 'flags':
      return t('next.flags', { count: ahead.flags });
    case 'agree':
      return ahead.agreed === ahead.rows
        ? t('next.allAgreed')
        : t('next.agree', { count: ahead.agreed, of: ahead.rows });
    case 'export':
      return t('next.export');
  }
}

/** The same in the fewest words, for a window in which the line has no place for more. */
function sayShort(step: NextStep, ahead: WayAhead, t: TFunction): string {
  switch (step) {
    case 'align':
      return t('next.short.align', { count: ahead.toAlign });
    case 'findings':
      return t('next.short.findings', { count: ahead.findings ?? 0 });
    case 'suggestions':
      return t('next.short.suggestions', { count: ahead.suggestions });
    case 'flags':
      return t('next.short.flags', { count: ahead.flags });
    case 'agree':
      return t('next.short.agree', { count: ahead.agreed, of: ahead.rows });
    case 'export':
      return t('next.export');
  }
}
