import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { VERSION_FORMATS, type VersionFormat } from '../../../shared/contract/formats';
import { flaggedRemark } from '../../../shared/contract/flagged-remark';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { assessReadiness, rowNumbers } from '../../../shared/model/readiness';
import { isThere } from '../../../shared/model/paragraph';
import { versionParagraphs } from '../../../shared/model/row';
import { bridge } from '../../session/bridge';
import { findingsStore } from '../../session/matters/findings-store';
import { foundInVersion } from '../../session/matters/row-matters';
import { showFailure, showNews } from '../../session/notices/notice-store';
import { useProject } from '../../hooks/use-project';
import { useShownFlags } from '../../hooks/use-shown-flags';
import { useCategoryName } from '../../hooks/use-category-name';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Segmented } from '../../ui/segmented';

/** Writes versions to files, after saying what in them is not finished. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const project = useProject();
  const filled = LANGUAGES.filter((language) => versionParagraphs(project.rows, language).some(isThere));
  const withOriginal = filled.filter((language) => project.origins[language]?.original);
  const [chosen, setLanguages] = useState<readonly Language[]>(filled);
  const [remarks, setRemarks] = useState(true);
  const [tracked, setTracked] = useState(false);
  const [layout, setLayout] = useState<Language | 'own'>('own');
  const [format, setFormat] = useState<VersionFormat>('docx');
  const isOriginal = format === 'original';
  // Any original can be the layout, of versions that are written elsewhere too.
  const modelled = LANGUAGES.filter((language) => project.origins[language]?.original);
  const available = isOriginal && layout === 'own' ? withOriginal : filled;
  const languages = chosen.filter((language) => available.includes(language));
  // Plain text has no room for them.
  const pictures =
    format === 'txt'
      ? languages
          .flatMap((language) => versionParagraphs(project.rows, language))
          .filter(({ picture }) => picture).length
      : 0;
  // Only Word tracks changes.
  const untracked = languages.filter((language) => project.origins[language]?.original?.format !== 'docx');
  const hintId = useId();
  const toggle = (language: Language) =>
    setLanguages((before) =>
      LANGUAGES.filter((each) => (each === language ? !before.includes(each) : before.includes(each))),
    );
  const write = async () => {
    const wish = {
      format,
      languages: [...languages],
      remarks,
      tracked: isOriginal && layout === 'own' && tracked,
      layout: isOriginal && layout !== 'own' ? layout : null,
    };
    const written = await bridge.request('export/versions', wish);
    if (!written.ok) return showFailure(written.failure);
    if (!written.value) return;
    onClose();
    const params = { count: written.value.length, path: written.value[0] ?? '' };
    const show = () => void bridge.request('export/show', null);
    showNews('news.exported', params, { key: 'news.showFile', perform: show });
  };
  return (
    <Dialog
      title={t('export.title')}
      className="export"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('export.write', { count: languages.length })}
          testId="export-write"
          disabled={languages.length === 0}
          onDo={() => void write()}
          onClose={onClose}
        />
      }
    >
      <fieldset>
        <legend>{t('export.versions')}</legend>
        {LANGUAGES.map((language) => (
          <label key={language} className="check-field">
            <input
              type="checkbox"
              checked={languages.includes(language)}
              disabled={!available.includes(language)}
              onChange={() => toggle(language)}
            />
            {t(`language.${language}`)}
            {isOriginal && filled.includes(language) && !available.includes(language) && (
              <span className="quiet"> {t('export.noOriginalOf')}</span>
            )}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('export.format')}</legend>
        <Segmented
          label={t('export.format')}
          value={format}
          options={VERSION_FORMATS.map((value) => {
            const isMissing = value === 'original' && withOriginal.length === 0;
            const title = isMissing ? { disabled: true, title: t('export.noOriginal') } : {};
            return { value, label: t(`format.${value}`), ...title };
          })}
          onChange={setFormat}
        />
        {withOriginal.length === 0 && <p className="quiet">{t('export.noOriginal')}</p>}
        {isOriginal && <p className="quiet">{t('export.original')}</p>}
        {pictures > 0 && <p>{t('export.noPictures', { count: pictures })}</p>}
      </fieldset>
      {isOriginal && filled.length > 1 && (
        <fieldset>
          <legend>{t('export.layout')}</legend>
          <Segmented
            label={t('export.layout')}
            value={layout}
            options={(['own', ...modelled] as const).map((value) => ({
              value,
              label: t(`export.layoutOf.${value}`),
            }))}
            onChange={setLayout}
          />
        </fieldset>
      )}
      {isOriginal && layout === 'own' && untracked.length < languages.length && (
        <>
          <label className="check-field remarks" title={t('export.trackedHint')}>
            <input
              type="checkbox"
              checked={tracked}
              aria-describedby={untracked.length > 0 ? hintId : undefined}
              onChange={(event) => setTracked(event.target.checked)}
            />
            {t('export.tracked')}
          </label>
          {untracked.length > 0 && (
            <p className="quiet" id={hintId}>
              {t('export.untracked', {
                count: untracked.length,
                languages: untracked.map((language) => t(`language.${language}`)).join(', '),
              })}
            </p>
          )}
        </>
      )}
      {!isOriginal && (
        <label className="check-field remarks">
          <input type="checkbox" checked={remarks} onChange={(event) => setRemarks(event.target.checked)} />
          {t('export.remarks')}
        </label>
      )}
      <div className="readiness" role="status">
        {languages.map((language) => (
          <ReadinessOf key={language} language={language} />
        ))}
      </div>
    </Dialog>
  );
}

function ReadinessOf({ language }: { readonly language: Language }) {
  const { t } = useTranslation();
  const project = useProject();
  const flags = useShownFlags();
  const nameOf = useCategoryName();
  const { critical, flagged, notAgreed, missing, suggested } = assessReadiness(
    { ...project, flags },
    language,
  );
  const findings = useStore(findingsStore, ({ open }) =>
    [...open.values()].reduce((count, each) => count + foundInVersion(each, language).length, 0),
  );
  const name = t(`language.${language}`);
  const found = findings > 0 && t('export.findings', { count: findings });
  const isAgreed =
    critical.length + flagged.length + notAgreed.length + missing.length + suggested.length === 0;
  if (isAgreed && !found) return <p className="ready">✓ {t('export.ready', { language: name })}</p>;
  return (
    <section className="unready">
      <h3>{t(isAgreed ? 'export.ready' : 'export.unready', { language: name })}</h3>
      <ul>
        {critical.map(({ flag, row }) => (
          <li key={flag.id} className="critical">
            {t('remark.critical', {
              row: row + 1,
              note: flag.note || nameOf(flag.category),
            })}
          </li>
        ))}
        {flagged.length > 0 && <li>{flaggedRemark(flagged, t)}</li>}
        {missing.length > 0 && (
          <li>{t('remark.missing', { count: missing.length, rows: rowNumbers(missing) })}</li>
        )}
        {notAgreed.length > 0 && (
          <li>{t('remark.notAgreed', { count: notAgreed.length, rows: rowNumbers(notAgreed) })}</li>
        )}
        {suggested.length > 0 && (
          <li>{t('remark.suggested', { count: suggested.length, rows: rowNumbers(suggested) })}</li>
        )}
        {found && <li>{found}</li>}
      </ul>
    </section>
  );
}
