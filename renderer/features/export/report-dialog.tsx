import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { REPORT_FORMATS } from '../../../shared/contract/formats';
import type { ReportWish } from '../../../shared/contract/report-wish';
import { aboutLanguage, INTERFACE_LANGUAGES } from '../../../shared/interface/languages';
import { bridge } from '../../session/bridge';
import { showFailure, showNews } from '../../session/notices/notice-store';
import { changeSettings, settingsStore } from '../../session/settings/settings-store';
import { setView } from '../../session/place/view-store';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Segmented } from '../../ui/segmented';

const PARTS = ['scores', 'settled', 'findings'] as const satisfies readonly (keyof ReportWish['parts'])[];

/** Asks what report of the review is to be written. What is chosen is there again the next time. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const chosen = useStore(settingsStore, ({ settings }) => settings.report);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const wish: ReportWish = { ...chosen, language: chosen.language ?? uiLanguage };
  const change = (part: Partial<ReportWish>) => changeSettings({ report: { ...chosen, ...part } });
  const write = () => {
    // The window is free while the report is written: its progress shows there, and can be stopped.
    onClose();
    void writeReport(wish);
  };
  return (
    <Dialog
      title={t('report.dialog.title')}
      className="export"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('report.dialog.write')}
          testId="report-write"
          onDo={write}
          onClose={onClose}
        />
      }
    >
      <p className="quiet">{t('report.dialog.hint')}</p>
      <fieldset>
        <legend>{t('export.format')}</legend>
        <Segmented
          label={t('export.format')}
          value={wish.format}
          options={REPORT_FORMATS.map((value) => ({ value, label: t(`format.${value}`) }))}
          onChange={(format) => change({ format })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('report.dialog.language')}</legend>
        <Segmented
          label={t('report.dialog.language')}
          value={wish.language}
          options={INTERFACE_LANGUAGES.map((value) => ({
            value,
            label: t(`language.${value}`, { defaultValue: aboutLanguage(value).name }),
          }))}
          onChange={(language) => change({ language })}
        />
      </fieldset>
      <fieldset>
        <legend>{t('report.dialog.include')}</legend>
        {PARTS.map((part) => (
          <label key={part} className="check-field">
            <input
              type="checkbox"
              checked={wish.parts[part]}
              onChange={({ target }) => change({ parts: { ...wish.parts, [part]: target.checked } })}
            />
            {t(`report.dialog.${part}`)}
          </label>
        ))}
      </fieldset>
    </Dialog>
  );
}

/** Has the report written and says where it is; the dialog is there again when no file was named. */
async function writeReport(wish: ReportWish): Promise<void> {
  const written = await bridge.request('report/write', wish);
  if (!written.ok) return showFailure(written.failure);
  if (written.value === null) return setView({ dialog: 'report' });
  const show = () => void bridge.request('export/show', null);
  showNews('news.reportSaved', { path: written.value }, { key: 'news.showFile', perform: show });
}
