import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { readGlossary } from '../../../shared/align/glossary';
import { GLOSSARY_LENGTH } from '../../../shared/contract/settings';
import { bridge } from '../../session/bridge';
import { send, projectStore } from '../../session/project/project-store';
import { useReadOnly } from '../../hooks/use-project';
import { showFailure, showNews } from '../../session/notices/notice-store';
import { changeSettings, settingsStore } from '../../session/settings/settings-store';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';
import { Segmented } from '../../ui/segmented';

/** A line as it should look. */
const EXAMPLE = 'отсрочка платежа | төлөмдү жылдыруу | payment deferral';

type Scope = 'newsroom' | 'article';

/** The terms of the newsroom and of the open article: what is checked, and what the aligner learns. */
export function GlossaryDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { settings } = useStore(settingsStore);
  const project = useStore(projectStore, (state) => state.project);
  const readOnly = useReadOnly();
  const [scope, setScope] = useState<Scope>('newsroom');
  const [texts, setTexts] = useState({
    newsroom: settings.glossary,
    article: project?.review?.glossary ?? '',
  });
  const text = texts[scope];
  const setText = (changed: string) => setTexts({ ...texts, [scope]: changed });
  const { terms, unclear } = readGlossary(text);
  const take = async () => {
    const read = await bridge.request('glossary/import', null);
    if (!read.ok) return showFailure(read.failure);
    if (!read.value) return;
    const joined = [text.trimEnd(), ...read.value].filter((line) => line !== '').join('\n');
    if (joined.length > GLOSSARY_LENGTH)
      return showFailure({ code: 'glossaryFull', params: { limit: GLOSSARY_LENGTH } });
    setText(joined);
  };
  const give = async (format: 'csv' | 'tbx') => {
    const written = await bridge.request('glossary/export', { glossary: text, format });
    if (!written.ok) return showFailure(written.failure);
    if (written.value) showNews('news.glossaryExported', { path: written.value });
  };
  const keep = () => {
    changeSettings({ glossary: texts.newsroom });
    if (project && !readOnly) void send({ type: 'setArticleGlossary', glossary: texts.article });
    onClose();
  };
  return (
    <Dialog
      title={t('glossary.title')}
      className="paste glossary"
      onClose={onClose}
      footer={
        <>
          <button type="button" className="button" data-testid="glossary-import" onClick={() => void take()}>
            {t('glossary.import')}
          </button>
          {(['csv', 'tbx'] as const).map((format) => (
            <button
              key={format}
              type="button"
              className="button"
              disabled={terms.length === 0}
              onClick={() => void give(format)}
            >
              {t('glossary.export', { format: format.toUpperCase() })}
            </button>
          ))}
          <span className="grow" />
          <DialogButtons label={t('glossary.keep')} testId="glossary-keep" onDo={keep} onClose={onClose} />
        </>
      }
    >
      <p className="quiet">{t('glossary.hint')}</p>
      {project && (
        <Segmented
          label={t('glossary.scope')}
          value={scope}
          options={(['newsroom', 'article'] as const).map((value) => ({
            value,
            label: t(`glossary.${value}`),
          }))}
          onChange={setScope}
        />
      )}
      <textarea
        value={text}
        aria-label={t('glossary.title')}
        data-testid="glossary-field"
        placeholder={EXAMPLE}
        readOnly={scope === 'article' && readOnly}
        autoFocus
        rows={14}
        maxLength={GLOSSARY_LENGTH}
        onChange={(event) => setText(event.target.value)}
      />
      <p role="status" className="quiet" data-testid="glossary-count">
        {t('glossary.terms', { count: terms.length })}
        {unclear.length > 0 && ` ${t('glossary.unclear', { lines: unclear.slice(0, 8).join(', ') })}`}
      </p>
    </Dialog>
  );
}
