import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Project } from '../../../shared/model/project';
import { formatNumber } from '../../../shared/interface/format-number';
import { measureAgreement } from '../../../shared/mqm/agreement';
import { settingsStore } from '../../session/settings/settings-store';

const HUNDREDTHS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** How far reviewers agree, where two have flagged something. */
export function AgreementTable({ rows, flags }: Pick<Project, 'rows' | 'flags'>) {
  const { t } = useTranslation();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const pairs = useMemo(() => measureAgreement({ rows, flags }), [rows, flags]);
  if (pairs.length === 0) return null;
  const share = (value: number | null) =>
    value === null ? '—' : t('agreement.share', { percent: Math.round(value * 100) });
  const kappa = (value: number | null) =>
    value === null ? '—' : formatNumber(value, uiLanguage, HUNDREDTHS);
  return (
    <section className="card agreement" data-testid="agreement">
      <h3>{t('agreement.title')}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('agreement.people')}</th>
            <th scope="col">{t('agreement.places')}</th>
            <th scope="col">{t('agreement.overlap')}</th>
            <th scope="col">{t('agreement.dimension')}</th>
            <th scope="col">{t('agreement.kappa')}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map(({ people, places, overlap, dimension, kappa: beyondChance }) => (
            <tr key={people.join('\n')}>
              <th scope="row">{people.join(' · ')}</th>
              <td>{places.join(' · ')}</td>
              <td>{share(overlap)}</td>
              <td>{share(dimension)}</td>
              <td>{kappa(beyondChance)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t('agreement.hint')}</p>
    </section>
  );
}
