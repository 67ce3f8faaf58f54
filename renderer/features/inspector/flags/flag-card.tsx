import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { FlagBody } from '../../../controls/flag-body';
import { useCategoryName } from '../../../hooks/use-category-name';
import { useProject } from '../../../hooks/use-project';
import { flagMatter } from '../../../session/matters/flag-matter';
import { goToMatter } from '../../../session/matters/show-matter';
import { viewStore } from '../../../session/place/view-store';
import type { Flag } from '../../../../shared/model/flag';
import { Shape } from '../../../ui/shape';

/** A flag in a list: a click on its row leads there, and the one that is shown is scrolled to. */
export function FlagCard({ flag }: { readonly flag: Flag }) {
  const { t } = useTranslation();
  const host = useRef<HTMLElement>(null);
  const nameOf = useCategoryName();
  const { rows } = useProject();
  const isShown = useStore(
    viewStore,
    ({ shown }) => shown?.matter.kind === 'flag' && shown.matter.flagId === flag.id,
  );
  useEffect(() => {
    if (isShown) host.current?.scrollIntoView({ block: 'nearest' });
  }, [isShown]);
  const { severity, category, status, spans } = flag;
  const matter = flagMatter(flag);
  const number = rows.findIndex(({ id }) => id === matter.rowId) + 1;
  const [first] = spans;
  return (
    <article
      ref={host}
      className={`card flag-card ${status}${isShown ? ' on' : ''}`}
      aria-current={isShown || undefined}
      data-testid="flag-card"
    >
      {number > 0 && first && (
        <button
          type="button"
          className="flag-row"
          data-testid="flag-row"
          onClick={() => goToMatter(matter, 'none')}
        >
          {t('flag.inRow', { number, language: t(`language.${first.language}`) })}
        </button>
      )}
      <header>
        <Shape name="flag" severity={severity} />
        <span className="pill" data-severity={severity}>
          <Shape name={severity} /> {t(`severity.${severity}`)}
        </span>
        <b>{nameOf(category)}</b>
        {status !== 'open' && <span className="flag-status">{t(`flagStatus.${status}`)}</span>}
      </header>
      <FlagBody flag={flag} />
    </article>
  );
}
