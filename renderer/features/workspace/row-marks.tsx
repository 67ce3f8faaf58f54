import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Finding } from '../../../shared/checks/engine/finding';
import type { Language } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { rowFlags, type RowCriteria } from '../../session/rows/row-filters';
import { rowMatters, type MatterGroup } from '../../session/matters/row-matters';
import { goToMatter } from '../../session/matters/show-matter';
import { Shape } from '../../ui/shape';

/** So many shapes stand beside each other in the gutter. */
const MOST_SHAPES = 2;

/** What asks for an eye in a row, beside its number: the most severe first, and how many more there are. */
export function RowMarks({
  row,
  number,
  criteria,
  findings,
  columns,
}: {
  readonly row: Row;
  /** The number of the row, from 1. */
  readonly number: number;
  readonly criteria: RowCriteria;
  readonly findings: readonly Finding[];
  readonly columns: readonly Language[];
}) {
  const { t } = useTranslation();
  const groups = useMemo(
    () => rowMatters(row, rowFlags(row, criteria), findings, columns),
    [row, criteria, findings, columns],
  );
  if (groups.length === 0) return null;
  const shown = groups.slice(0, groups.length > MOST_SHAPES ? MOST_SHAPES - 1 : MOST_SHAPES);
  const more = groups.slice(shown.length).flatMap(({ matters }) => matters);
  return (
    <div className="row-marks">
      {shown.map((group) => (
        <RowMark key={`${group.shape} ${group.severity}`} group={group} number={number} />
      ))}
      {more.length > 0 && (
        <button
          type="button"
          className="row-mark more"
          tabIndex={-1}
          aria-label={t('matter.more', { count: more.length, number })}
          title={groups
            .slice(shown.length)
            .map((group) => nameOf(group, t))
            .join(', ')}
          data-testid="row-more"
          onClick={() => more[0] && goToMatter(more[0], 'open')}
        >
          +{more.length}
        </button>
      )}
    </div>
  );
}

function RowMark({ group, number }: { readonly group: MatterGroup; readonly number: number }) {
  const { t } = useTranslation();
  const { shape, severity, matters } = group;
  const [first] = matters;
  if (!first) return null;
  const label = t('matter.inRow', { what: nameOf(group, t), number });
  return (
    <button
      type="button"
      className="row-mark"
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-testid={`row-${first.kind === 'change' ? 'suggestions' : `${first.kind}s`}`}
      onClick={() => goToMatter(first, 'open')}
    >
      <Shape name={shape} severity={severity} />
      {matters.length > 1 && <small>{matters.length}</small>}
    </button>
  );
}

/** "2 findings, major". */
function nameOf({ shape, severity, matters: { length: count } }: MatterGroup, t: TFunction): string {
  const kind = shape === 'flag' || shape === 'stale' || shape === 'suggestion' ? shape : 'finding';
  const what = t(`matter.count.${kind}`, { count });
  return severity === null ? what : t('matter.severe', { what, severity: t(`severity.${severity}`) });
}
