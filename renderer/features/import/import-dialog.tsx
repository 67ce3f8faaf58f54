import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportedFile } from '../../../shared/contract/channels';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import { hasText, type ImportedDocument } from '../../../shared/model/imported-document';
import { LANGUAGES, perLanguage, type Language } from '../../../shared/model/language';
import { proposeTitle } from '../../../shared/model/propose-title';
import { cutText } from '../../../shared/model/cut-text';
import { bridge } from '../../session/bridge';
import { showFailure } from '../../session/notice-store';
import { showOpened } from '../../session/open-snapshot';
import { projectStore } from '../../session/project-store';
import { mayLeave } from '../../session/unkept-store';
import { settingsStore } from '../../session/settings-store';
import { Dialog } from '../../ui/dialog';
import { LongList } from '../../ui/long-list';
import { assignLanguages } from './assign-languages';

interface Draft {
  readonly document: ImportedDocument;
  readonly language: Language | null;
}

/** What was read, before it becomes a project: the language of each text, and which blocks belong to it. */
export function ImportDialog({
  files,
  onClose,
  onMore,
}: {
  readonly files: readonly ImportedFile[];
  readonly onClose: () => void;
  readonly onMore: () => void;
}) {
  const { t } = useTranslation();
  const project = useStore(projectStore, (state) => state.project);
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const documents = files.flatMap(({ result }) => (result.ok ? [result.value] : []));
  const failed = files.flatMap(({ result }) => (result.ok ? [] : [result.failure]));
  const [drafts, setDrafts] = useState<readonly Draft[]>(() => assignLanguages(documents));
  const [title, setTitle] = useState(() => cutText(proposeTitle(inLanguageFirst(documents, uiLanguage))));
  const [busy, setBusy] = useState(false);
  const chosen = drafts.flatMap(({ language }) => language ?? []);
  const clash = new Set(chosen).size < chosen.length;
  const unset = chosen.length < drafts.length;
  const emptyLanguages = LANGUAGES.filter(
    (language) => project && project.rows.every((row) => row.cells[language].paragraphs.length === 0),
  );
  const [only] = drafts;
  const addable = drafts.length === 1 && only?.language && emptyLanguages.includes(only.language);
  const change = (index: number, part: Partial<Draft>) =>
    setDrafts(drafts.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));

  const create = async () => {
    // From here on the dialog stays: nothing is typed into the project behind it.
    setBusy(true);
    if (!(await mayLeave())) return setBusy(false);
    const versions = perLanguage(
      (language) => drafts.find((draft) => draft.language === language)?.document ?? null,
    );
    const opened = await showOpened(await bridge.request('import/create', { title: title.trim(), versions }));
    setBusy(false);
    if (opened) onClose();
  };
  const add = async () => {
    if (!only?.language) return;
    setBusy(true);
    const added = await bridge.request('import/addVersion', {
      language: only.language,
      document: only.document,
    });
    setBusy(false);
    if (added.ok) onClose();
    else showFailure(added.failure);
  };
  /** Ends the work under way and with it nothing else: what was read stays for another try. */
  const leave = busy ? () => void bridge.request('job/cancel', null) : onClose;
  const blocked = busy || drafts.length === 0 || clash || unset;
  return (
    <Dialog
      title={t('import.title')}
      className="import"
      onClose={leave}
      footer={
        <>
          <button type="button" className="button" onClick={leave}>
            {busy ? t('button.stop') : t('button.cancel')}
          </button>
          <button type="button" className="button" disabled={busy} onClick={onMore}>
            {t('import.more')}
          </button>
          {addable && (
            <button type="button" className="button" disabled={blocked} onClick={() => void add()}>
              {t('import.add')}
            </button>
          )}
          <button
            type="button"
            className="button primary"
            disabled={blocked || title.trim() === ''}
            data-testid="import-create"
            onClick={() => void create()}
          >
            {busy ? t('import.aligning') : t('import.create')}
          </button>
        </>
      }
    >
      {failed.map((failure, i) => (
        <p key={i} role="alert" className="failed">
          {failureSentence(failure, t)}
        </p>
      ))}
      {drafts.length > 0 && (
        <label className="field">
          <span>{t('import.projectTitle')}</span>
          <input type="text" value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
      )}
      {clash && (
        <p role="alert" className="failed">
          {t('import.clash')}
        </p>
      )}
      {unset && (
        <p role="alert" className="failed">
          {t('import.unset')}
        </p>
      )}
      {drafts.length > 0 && <p className="quiet">{t('import.hint')}</p>}
      <div className="import-columns">
        {drafts.map((draft, index) => (
          <DocumentPreview
            key={`${draft.document.hash} ${index}`}
            draft={draft}
            onChange={(part) => change(index, part)}
            onDrop={() => setDrafts(drafts.filter((_, i) => i !== index))}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** The document in the reader's own language first: its title is the one they know the article by. */
function inLanguageFirst(documents: readonly ImportedDocument[], language: InterfaceLanguage) {
  return documents.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
}

/** An ordinary article is listed whole: its paragraphs are looked for with the eyes. */
const LISTED = 200;

function DocumentPreview({
  draft: { document, language },
  onChange,
  onDrop,
}: {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  // What tracked changes deleted is no paragraph, and not to be chosen.
  const paragraphs = document.blocks.flatMap((imported, index) =>
    hasText(imported) ? { ...imported, index } : [],
  );
  const included = paragraphs.filter((paragraph) => paragraph.included).length;
  const setIncluded = (index: number, value: boolean) =>
    onChange({
      document: {
        ...document,
        blocks: document.blocks.map((block, i) => (i === index ? { ...block, included: value } : block)),
      },
    });
  return (
    <section className="import-column" data-testid="import-column">
      <header>
        <b title={cutText(document.fileName)}>{cutText(document.fileName) || t('import.pasted')}</b>
        <button type="button" aria-label={t('import.remove')} title={t('import.remove')} onClick={onDrop}>
          ✕
        </button>
      </header>
      <label className="field inline">
        <span>{t('import.language')}</span>
        <select
          value={language ?? ''}
          aria-invalid={language === null}
          onChange={(event) =>
            onChange({ language: LANGUAGES.find((each) => each === event.target.value) ?? null })
          }
        >
          <option value="">{t('import.choose')}</option>
          {LANGUAGES.map((each) => (
            <option key={each} value={each}>
              {t(`language.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <small>
        {t('import.blocks', { count: included, of: paragraphs.length })}
        {document.encoding && document.encoding !== 'utf-8' ? ` · ${document.encoding}` : ''}
      </small>
      {document.notices.map(({ code, count }) => (
        <p key={code} className="import-notice">
          {t(`notice.${code}`, { count })}
        </p>
      ))}
      <div className="blocks">
        <LongList entries={paragraphs} keyOf={({ index }) => index} atOnce={LISTED}>
          {({ block, included: on, index }) => (
            <label className={on ? '' : 'out'}>
              <input
                type="checkbox"
                checked={on}
                onChange={(event) => setIncluded(index, event.target.checked)}
              />
              <span className="role">{t(`role.${block.role}`)}</span>
              <span lang={language ?? undefined} className="block-text">
                {block.label && `${cutText(block.label, 20)} `}
                {cutText(block.text)}
              </span>
            </label>
          )}
        </LongList>
      </div>
    </section>
  );
}
