import type { TFunction } from 'i18next';
import type { ReviewReport } from '../../../shared/report/review-report';

/** Says which checks could not be made everywhere: a report of what was not checked must not look clean. */
export function uncheckedLines({ unchecked, findings }: ReviewReport, t: TFunction): readonly string[] {
  if (unchecked.length === 0 || findings === null) return [];
  return [t('report.unchecked', { checks: unchecked.map((check) => t(`check.${check}.name`)).join(', ') })];
}
