import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '../../../../shared/checks/engine/finding';
import type { Flag, Severity } from '../../../../shared/model/flag';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { staleSources } from '../../../../shared/reconcile/stale';
import type { Span } from '../../../../shared/text/sentences';
import { FlagBody } from '../../../controls/flag-body';
import { findingActs } from '../../../controls/finding-acts';
import { useBaselineRule } from '../../../hooks/use-baseline';
import { useCategoryName } from '../../../hooks/use-category-name';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import { useRowCriteria } from '../../../hooks/use-row-criteria';
import { useRowFindings } from '../../../hooks/use-row-findings';
import { useShownFlags } from '../../../hooks/use-shown-flags';
import { keyOfMatter, type Matter } from '../../../session/matters/matter';
import { rowMatters } from '../../../session/matters/row-matters';
import { needsAlignmentCheck, rowFlags } from '../../../session/rows/row-filters';
import { columnsNow, settingsStore } from '../../../session/settings/settings-store';
import { paragraphNow, shownTextOf } from '../../../session/project/text-of';
import { FindingView } from '../../../ui/finding-view';
import type { ShapeName } from '../../../ui/shape';
import { ChangeBody } from './change-body';
import { changeOf, matterLine } from './matter-line';
import { DoubtBody } from './doubt-body';
import { StaleBody } from './stale-body';

/** What a card tells of a matter. */
export interface ToldMatter {
  readonly kind: 'finding' | 'flag' | 'change' | 'suggestion' | 'stale' | 'alignment';
  readonly shape: ShapeName;
  readonly severity: Severity | null;
  /** How bad it is, or what. */
  readonly word: string;
  /** What is wrong, or what it is about. */
  readonly name: string;
  /** What is looked for, where a check does. */
  readonly explanation?: string;
  readonly body: ReactNode;
  /** Where it is in the text that was changed; null for what is no change. */
  readonly change: Span | null;
  /** What else asks for an eye in the row. */
  readonly others: readonly Other[];
}

interface Other {
  readonly matter: Matter;
  readonly shape: ShapeName;
  readonly severity: Severity | null;
  /** What it is, in a line. */
  readonly line: string;
}

/** More than these are not offered: a card is no list. */
const MOST_OTHERS = 8;

/** What is told of a matter as it is now; null once it is gone. */
export function useToldMatter(matter: Matter): ToldMatter | null {
  const told = useMain(matter);
  const others = useOthers(matter);
  return told && { ...told, others };
}

function useMain(matter: Matter): Omit<ToldMatter, 'others'> | null {
  const { t } = useTranslation();
  const { rows } = useProject();
  const readOnly = useReadOnly();
  const nameOf = useCategoryName();
  const flags = useShownFlags();
  const findings = useRowFindings(matter.rowId);
  const criteria = useRowCriteria();
  // What is changed depends on both.
  useBaselineRule();
  useStore(settingsStore, ({ settings }) => settings.textView);
  switch (matter.kind) {
    case 'finding': {
      const finding = findings.find(({ key }) => key === matter.key);
      if (!finding) return null;
      const { severity, check } = finding;
      const acts = findingActs(finding);
      return {
        kind: 'finding',
        shape: severity,
        severity,
        word: t(`severity.${severity}`),
        name: t(`check.${check}.name`),
        explanation: t(`check.${check}.explanation`),
        body: <FindingView finding={finding} textOf={shownTextOf} readOnly={readOnly} acts={acts} />,
        change: null,
      };
    }
    case 'flag': {
      const flag = flags.find(({ id, status }) => id === matter.flagId && status === 'open');
      if (!flag) return null;
      const { severity, category } = flag;
      return {
        kind: 'flag',
        shape: 'flag',
        severity,
        word: t(`severity.${severity}`),
        name: nameOf(category),
        body: <FlagBody flag={flag} onCard />,
        change: null,
      };
    }
    case 'change': {
      const paragraph = findParagraph(rows, matter.paragraphId)?.paragraph;
      const change = paragraph && changeOf(paragraph, matter.at);
      if (!paragraph || !change) return null;
      const kind = paragraph.pending ? 'suggestion' : 'change';
      return {
        kind,
        shape: kind,
        severity: null,
        word: t(`matter.${kind}`),
        name: '',
        body: <ChangeBody matter={matter} paragraph={paragraph} change={change} readOnly={readOnly} />,
        change: change.hunk.after,
      };
    }
    case 'stale': {
      const row = rows.find(({ id }) => id === matter.rowId);
      const sources = row ? staleSources(row, matter.language) : [];
      if (!row || sources.length === 0) return null;
      return {
        kind: 'stale',
        shape: 'stale',
        severity: null,
        word: t(`language.${matter.language}`),
        name: matterLine(matter, t) ?? '',
        body: <StaleBody matter={matter} row={row} sources={sources} readOnly={readOnly} />,
        change: null,
      };
    }
    case 'alignment': {
      const row = rows.find(({ id }) => id === matter.rowId);
      if (!row || !needsAlignmentCheck(row, criteria)) return null;
      return {
        kind: 'alignment',
        shape: 'doubt',
        severity: null,
        word: t('matter.alignment'),
        name: '',
        body: <DoubtBody matter={matter} row={row} languages={criteria.languages} readOnly={readOnly} />,
        change: null,
      };
    }
  }
}

function useOthers(matter: Matter): readonly Other[] {
  const { t } = useTranslation();
  const { rows } = useProject();
  const flags = useShownFlags();
  const criteria = useRowCriteria();
  const findings = useRowFindings(matter.rowId);
  const row = rows.find(({ id }) => id === matter.rowId);
  if (!row) return [];
  const change = changeUnder(matter, findings, flags);
  return rowMatters(row, rowFlags(row, criteria), findings, columnsNow())
    .flatMap(({ matters, shape, severity }): readonly Omit<Other, 'line'>[] =>
      matters.map((other) => ({ matter: other, shape, severity })),
    )
    .concat(change ? [{ matter: change, shape: 'change', severity: null }] : [])
    .filter((other) => keyOfMatter(other.matter) !== keyOfMatter(matter))
    .slice(0, MOST_OTHERS)
    .map((other) => ({ ...other, line: matterLine(other.matter, t) ?? '' }));
}

/** The change that lies under the words of a flag or a finding: they hide it from the mouse. */
function changeUnder(matter: Matter, findings: readonly Finding[], flags: readonly Flag[]): Matter | null {
  const { kind, rowId } = matter;
  if (kind !== 'finding' && kind !== 'flag') return null;
  const [first] =
    kind === 'finding'
      ? (findings.find(({ key }) => key === matter.key)?.spans ?? [])
      : (flags.find(({ id }) => id === matter.flagId)?.spans ?? []);
  const place = first && 'paragraphId' in first ? first : null;
  const paragraph = place && paragraphNow(place.paragraphId);
  if (!place || !paragraph || paragraph.pending) return null;
  const change = changeOf(paragraph, place.start);
  if (!change) return null;
  const { language, paragraphId } = place;
  return { kind: 'change', rowId, language, paragraphId, at: change.hunk.after.start };
}
