import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportedVersions } from '../../../shared/contract/channels';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import { VERSION_FORMATS, type VersionFormat } from '../../../shared/contract/formats';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { isThere } from '../../../shared/model/paragraph';
import { versionParagraphs } from '../../../shared/model/row';
import { bridge } from '../../session/bridge';
import { showFailure, showNews } from '../../session/notices/notice-store';
import { useProject } from '../../hooks/use-project';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Segmented } from '../../ui/segmented';
import { ReadinessNotes } from './readiness-notes';

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
  // What came of it, where versions were not written.
  const [outcome, setOutcome] = useState<ExportedVersions | null>(null);
  const isOriginal = format === 'original';
  // Any original can be the layout, of versions that are written elsewhere too.
  const modelled = LANGUAGES.filter((language) => project.origins[language]?.original);
  const available = isOriginal && layout === 'own' ? withOriginal : filled;
  const languages = chosen.filter((language) => available.includes(language));
  const layoutOf = (language: Language) => project.origins[layout === 'own' ? language : layout]?.original;
  // Plain text has no room for pictures; those of an OpenDocument original are not known, and none is put among them.
  const pictures = languages
    .filter((language) => (isOriginal ? layoutOf(language)?.format === 'odt' : format === 'txt'))
    .flatMap((language) => versionParagraphs(project.rows, language))
    .filter(({ picture }) => picture).length;
  // Only Word tracks changes.
  const untracked = languages.filter((language) => project.origins[language]?.original?.format !== 'docx');
  const hintId = useId();
  const toggle = (language: Language) =>
    setLanguages((before) =>
      LANGUAGES.filter((each) => (each === language ? !before.includes(each) : before.includes(each))),
    );
  const write = async () => {
    setOutcome(null);
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
    if (written.value.failed.length > 0) return setOutcome(written.value);
    const { paths } = written.value;
    onClose();
    const params = { count: paths.length, path: paths[0] ?? '' };
    const show = () => void bridge.request('export/show', null);
    showNews('news.exported', params, { key: 'news.showFile', perform: show });
  };
  return (
    <Dialog
      title={t('export.title')}
      className="export"
      onClose={onClose}
      footer={
        <>
          {outcome && <Unwritten outcome={outcome} />}
          <DialogButtons
            label={t('export.write', { count: languages.length })}
            testId="export-write"
            disabled={languages.length === 0}
            onDo={() => void write()}
            onClose={onClose}
          />
        </>
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
      <ReadinessNotes languages={languages} />
    </Dialog>
  );
}

/** The versions that were not written and why, and that the others were. */
function Unwritten({ outcome: { paths, failed } }: { readonly outcome: ExportedVersions }) {
  const { t } = useTranslation();
  return (
    <div className="unwritten" role="alert" data-testid="export-failed">
      {t('export.notWritten')}
      <ul>
        {failed.map(({ language, failure }) => (
          <li key={language}>
            {t(`language.${language}`)}: {failureSentence(failure, t)}
          </li>
        ))}
      </ul>
      {paths.length > 0 && t('news.exported', { count: paths.length, path: paths[0] ?? '' })}
    </div>
  );
}
