import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { differsFrom } from '../../../shared/reconcile/baseline';
import type { ShownRow } from '../../session/rows/shown-rows';
import type { Finding } from '../../../shared/checks/engine/finding';
import { findingsStore, NO_FINDINGS } from '../../session/matters/findings-store';
import { rowMatters, weightOf, type MatterGroup } from '../../session/matters/row-matters';
import { goToMatter } from '../../session/matters/show-matter';
import { Shape } from '../../ui/shape';
import {
  needsAlignmentCheck,
  rememberJudged,
  rowFlags,
  type RowCriteria,
} from '../../session/rows/row-filters';

/** More strips than this could not be told apart. */
const MOST_STRIPS = 160;

/** So high a strip is at most. */
const STRIP_REM = 1.3;

/** More shapes than this would lie over each other. */
const MOST_SHAPES = 56;

const NO_ROWS: readonly ShownRow[] = [];

/** What is to be told of a row: its gravest matter, and what is no matter. */
const marksOf = rememberJudged((row, criteria) => ({
  groups: rowMatters(row, rowFlags(row, criteria), [], criteria.languages),
  kind: needsAlignmentCheck(row, criteria) ? 'check' : differsFrom(criteria.baseline, row) ? 'change' : '',
}));

/** The whole article at a glance: a strip for each row, or for each few rows of a long one. */
export function RowMap({
  shown: shownNow,
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
  // To judge the rows of a long article takes longer than to show those one sees.
  const shown = useDeferredValue(shownNow, NO_ROWS);
  const rows = useMemo(() => shown.map(({ row }) => row), [shown]);
  const strips = useMemo(() => {
    const marks = marksOf(rows, criteria);
    const perStrip = Math.max(1, Math.ceil(rows.length / MOST_STRIPS));
    return Array.from({ length: Math.ceil(rows.length / perStrip) }, (_, i) => {
      const [at, end] = [i * perStrip, (i + 1) * perStrip];
      const ids = rows.slice(at, end).map((row) => row.id);
      const kinds = marks.slice(at, end).map(({ kind }) => kind);
      const kind = kinds.find((each) => each === 'check') ?? kinds.find((each) => each === 'change') ?? '';
      return { at, kind, ids };
    });
  }, [rows, criteria]);
  const shapes = useMemo(() => {
    const marks = marksOf(rows, criteria);
    const perShape = Math.max(1, rows.length / MOST_SHAPES);
    const gravest = new Map<number, { readonly at: number; readonly group: MatterGroup }>();
    rows.forEach(({ id }, at) => {
      const [severe] = findingGroups(found.get(id) ?? NO_FINDINGS);
      for (const group of [marks[at]?.groups[0], severe]) {
        const place = Math.floor(at / perShape);
        const before = gravest.get(place);
        if (group && (!before || weightOf(group) > weightOf(before.group))) gravest.set(place, { at, group });
      }
    });
    return [...gravest.values()];
  }, [rows, criteria, found]);
  return (
    <div className="row-map" aria-hidden="true" title={t('map.title')}>
      <div className="row-map-rows" style={{ maxHeight: `${strips.length * STRIP_REM}rem` }}>
        {strips.map(({ at, kind, ids }) => (
          <i
            key={at}
            className={`${kind} ${selectedRowId && ids.includes(selectedRowId) ? 'here' : ''}`}
            onClick={() => onGo(at)}
          />
        ))}
        {shapes.map(({ at, group }) => (
          <b
            key={at}
            style={{ top: `${((at + 0.5) / rows.length) * 100}%` }}
            onClick={() => {
              onGo(at);
              if (group.matters[0]) goToMatter(group.matters[0], 'open');
            }}
          >
            <Shape name={group.shape} severity={group.severity} />
          </b>
        ))}
      </div>
    </div>
  );
}

/** What the checks find in a row, by severity: the gravest first. */
function findingGroups(findings: readonly Finding[]): readonly MatterGroup[] {
  return findings
    .map(({ severity, rowId, key }): MatterGroup => ({
      shape: severity,
      severity,
      matters: [{ kind: 'finding', rowId, key }],
    }))
    .toSorted((a, b) => weightOf(b) - weightOf(a));
}
