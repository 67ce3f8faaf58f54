import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isChanged, needsAlignmentCheck, rowFlags, type RowCriteria } from '../../store/row-filters';
import type { ShownRow } from '../../store/derived';

/** More strips than this could not be told apart. */
const MOST_STRIPS = 160;

/** The whole article at a glance: a strip for each row, or for each few rows of a long one. */
export function RowMap({
  shown: latest,
  criteria: latestCriteria,
  selectedRowId,
  onGo,
}: {
  readonly shown: readonly ShownRow[];
  readonly criteria: RowCriteria;
  readonly selectedRowId: string | null;
  readonly onGo: (index: number) => void;
}) {
  const { t } = useTranslation();
  // All rows are looked at here: the one that was changed is shown first.
  const shown = useDeferredValue(latest);
  const criteria = useDeferredValue(latestCriteria);
  const strips = useMemo(() => {
    const perStrip = Math.max(1, Math.ceil(shown.length / MOST_STRIPS));
    const count = Math.ceil(shown.length / perStrip);
    return Array.from({ length: count }, (_, i) => {
      const part = shown.slice(i * perStrip, (i + 1) * perStrip).map(({ row }) => row);
      const open = part.flatMap((row) => rowFlags(row, criteria)).filter((flag) => flag.status === 'open');
      const kind = open.some((flag) => flag.severity === 'critical')
        ? 'critical'
        : open.length > 0
          ? 'flag'
          : part.some((row) => needsAlignmentCheck(row, criteria))
            ? 'check'
            : part.some(isChanged)
              ? 'change'
              : '';
      return { at: i * perStrip, kind, ids: part.map((row) => row.id) };
    });
  }, [shown, criteria]);
  return (
    <div className="row-map" aria-hidden="true" title={t('map.title')}>
      {strips.map(({ at, kind, ids }) => (
        <i
          key={at}
          className={`${kind} ${selectedRowId && ids.includes(selectedRowId) ? 'here' : ''}`}
          onClick={() => onGo(at)}
        />
      ))}
    </div>
  );
}
