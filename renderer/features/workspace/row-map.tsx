import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Row } from '../../../shared/model/row';
import { differsFrom } from '../../../shared/reconcile/baseline';
import type { ShownRow } from '../../session/shown-rows';
import { findingsStore } from '../../session/findings-store';
import { needsAlignmentCheck, rememberJudged, rowFlags, type RowCriteria } from '../../session/row-filters';

/** More strips than this could not be told apart. */
const MOST_STRIPS = 160;

/** What a strip can tell, by weight. */
const KINDS = ['', 'change', 'check', 'flag', 'critical'] as const;

/** A finding weighs as much as an alignment to check: what is graver in a strip is told instead. */
const FOUND = KINDS.indexOf('check');

const weightsOf = rememberJudged((row, criteria) => KINDS.indexOf(kindOf(row, criteria)));

/** The whole article at a glance: a strip for each row, or for each few rows of a long one. */
export function RowMap({
  shown,
  criteria,
  selectedRowId,
  onGo,
}: {
  readonly shown: readonly ShownRow[];
  readonly criteria: RowCriteria;
  readonly selectedRowId: string | null;
  readonly onGo: (index: number) => void;
}) {
  const { t } = useTranslation();
  const found = useStore(findingsStore, (state) => state.open);
  const strips = useMemo(() => {
    const rows = shown.map(({ row }) => row);
    const weight = weightsOf(rows, criteria);
    const perStrip = Math.max(1, Math.ceil(rows.length / MOST_STRIPS));
    return Array.from({ length: Math.ceil(rows.length / perStrip) }, (_, i) => {
      const [at, end] = [i * perStrip, (i + 1) * perStrip];
      const ids = rows.slice(at, end).map((row) => row.id);
      const heaviest = Math.max(...weight.slice(at, end));
      const isFound = heaviest <= FOUND && ids.some((id) => found.has(id));
      return { at, kind: isFound ? 'finding' : KINDS[heaviest], ids };
    });
  }, [shown, criteria, found]);
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

/** The weightiest that is to be told of a row. */
function kindOf(row: Row, criteria: RowCriteria): (typeof KINDS)[number] {
  const open = rowFlags(row, criteria).filter((flag) => flag.status === 'open');
  if (open.some((flag) => flag.severity === 'critical')) return 'critical';
  if (open.length > 0) return 'flag';
  if (needsAlignmentCheck(row, criteria)) return 'check';
  return differsFrom(criteria.baseline, row) ? 'change' : '';
}
