import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FLAG_STATUSES, SEVERITIES, TO_DECIDE, type Flag } from '../../../../shared/model/flag';
import { LANGUAGES } from '../../../../shared/model/language';
import { groupOf, OTHER, type Typology } from '../../../../shared/mqm/typology';
import { useAuthor } from '../../../hooks/use-shown-flags';
import { useShownFlags } from '../../../hooks/use-shown-flags';
import { useCategoryName } from '../../../hooks/use-category-name';
import { viewStore } from '../../../session/place/view-store';
import { typologyStore } from '../../../session/settings/typology-store';
import { LongList } from '../../../ui/long-list';
import { FlagCard } from './flag-card';

interface FlagFilter {
  readonly status: string;
  readonly severity: string;
  readonly language: string;
  readonly dimension: string;
  /** `=` and the name of whoever is to see to it, or `none`. */
  readonly assignee: string;
}

const NOBODY = 'none';

const OPEN_ONES: FlagFilter = { status: 'open', severity: '', language: '', dimension: '', assignee: '' };

/** All flags of the project, narrowed by what is chosen. */
export function FlagList() {
  const { t } = useTranslation();
  const flags = useShownFlags();
  const { typology } = useStore(typologyStore);
  const nameOf = useCategoryName();
  const [filter, setFilter] = useState(OPEN_ONES);
  const author = useAuthor();
  const assignees = [...new Set(flags.flatMap(({ assignee }) => assignee ?? []))]
    .filter((name) => name !== author)
    .sort((a, b) => a.localeCompare(b));
  const found = flags.filter((flag) => passes(flag, filter, typology));
  const shown = useStore(viewStore, (state) => state.shown?.matter);
  const current = shown?.kind === 'flag' ? found.findIndex(({ id }) => id === shown.flagId) : -1;
  const pick = (
    name: keyof FlagFilter,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => (
    <select
      value={filter[name]}
      aria-label={t(`flagFilter.${name}`)}
      data-testid={`flag-filter-${name}`}
      onChange={(event) => setFilter({ ...filter, [name]: event.target.value })}
    >
      <option value="">{t(`flagFilter.any.${name}`)}</option>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  );
  return (
    <section>
      <div className="flag-filters">
        {pick(
          'status',
          FLAG_STATUSES.map((value) => ({ value, label: t(`flagStatus.${value}`) })),
        )}
        {pick(
          'severity',
          SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) })),
        )}
        {pick(
          'language',
          LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) })),
        )}
        {pick(
          'dimension',
          [...typology.dimensions.map(({ id }) => id), TO_DECIDE, OTHER].map((value) => ({
            value,
            label: nameOf(value),
          })),
        )}
        {pick('assignee', [
          { value: `=${author}`, label: t('flagFilter.mine', { name: author }) },
          ...assignees.map((name) => ({ value: `=${name}`, label: name })),
          { value: NOBODY, label: t('flag.nobody') },
        ])}
      </div>
      <p className="quiet" role="status">
        {flags.length === 0
          ? t('flagFilter.none')
          : t('flagFilter.count', { count: found.length, of: flags.length })}
      </p>
      <LongList entries={found} keyOf={(flag) => flag.id} label={t('inspector.flags')} current={current}>
        {(flag) => <FlagCard flag={flag} />}
      </LongList>
    </section>
  );
}

function passes(
  flag: Flag,
  { status, severity, language, dimension, assignee }: FlagFilter,
  typology: Typology,
): boolean {
  return (
    (status === '' || flag.status === status) &&
    (severity === '' || flag.severity === severity) &&
    (language === '' || flag.spans.some((span) => span.language === language)) &&
    (dimension === '' || groupOf(typology, flag.category) === dimension) &&
    (assignee === '' || (flag.assignee === undefined ? NOBODY : `=${flag.assignee}`) === assignee)
  );
}
