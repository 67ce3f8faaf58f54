import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportedFile } from '../../../shared/contract/channels';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import type { ShownDocument, ShownParagraph } from '../../../shared/contract/shown-document';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import { LANGUAGES, perLanguage, type Language } from '../../../shared/model/language';
import { proposeTitle } from '../../../shared/model/propose-title';
import { cutText } from '../../../shared/model/cut-text';
import { bridge } from '../../session/bridge';
import { showFailure } from '../../session/notices/notice-store';
import { tellUndoable } from '../../session/notices/tell-undoable';
import { showOpened } from '../../session/project/open-snapshot';
import { mirrored, projectStore } from '../../session/project/project-store';
import { mayLeave } from '../../session/typing/unkept-store';
import { settingsStore } from '../../session/settings/settings-store';
import { viewStore } from '../../session/place/view-store';
import { Dialog } from '../../ui/dialog';
import { LongList } from '../../ui/long-list';
import { assignLanguages } from './assign-languages';

interface Draft {
  readonly document: ShownDocument;
  readonly language: Language | null;
  /** Places of the blocks of which the person says the other than was proposed. */
  readonly turned: readonly number[];
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
  const into = useStore(viewStore, (state) => state.importInto);
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    into && documents.length === 1
      ? documents.map((document) => ({ document, language: into, turned: [] }))
      : assignLanguages(documents).map((each) => ({ ...each, turned: [] })),
  );
  const [title, setTitle] = useState(() => cutText(proposeTitle(inLanguageFirst(documents, uiLanguage))));
  const [busy, setBusy] = useState(false);
  const claimed = drafts.flatMap(({ language }) => language ?? []);
  const clash = new Set(claimed).size < claimed.length;
  const unset = claimed.length < drafts.length;
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
    const versions = perLanguage((language) => {
      const draft = drafts.find((each) => each.language === language);
      return draft ? chosen(draft) : null;
    });
    const opened = await showOpened(await bridge.request('import/create', { title: title.trim(), versions }));
    setBusy(false);
    if (opened) onClose();
  };
  const add = async () => {
    if (!only?.language) return;
    setBusy(true);
    const added = await bridge.request('import/addVersion', {
      language: only.language,
      document: chosen(only),
    });
    setBusy(false);
    if (!added.ok) return showFailure(added.failure);
    const { language } = only;
    onClose();
    await mirrored(added.value);
    tellUndoable('news.doneAddedVersion', { language });
  };
  /** Whoever said which version is missing wants no other project. */
  const isForHere = into !== null && addable;
  /** Ends the work under way and with it nothing else: what was read stays for another try. */
  const leave = busy ? () => void bridge.request('job/cancel', null) : onClose;
  const blocked = busy || drafts.length === 0 || clash || unset;
  return (
    <Dialog
      title={isForHere ? t(`import.addTitle.${into}`) : t('import.title')}
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
            <button
              type="button"
              className={isForHere ? 'button primary' : 'button'}
              disabled={blocked}
              onClick={() => void add()}
            >
              {busy && isForHere ? t('import.aligning') : t('import.add')}
            </button>
          )}
          {!isForHere && (
            <button
              type="button"
              className="button primary"
              disabled={blocked || title.trim() === ''}
              data-testid="import-create"
              onClick={() => void create()}
            >
              {busy ? t('import.aligning') : t('import.create')}
            </button>
          )}
        </>
      }
    >
      {failed.map((failure, i) => (
        <p key={i} role="alert" className="failed">
          {failureSentence(failure, t)}
        </p>
      ))}
      {only?.document.language && isForHere && only.document.language !== into && (
        <p role="alert" className="failed">
          {t('import.looksOther', { language: t(`language.${only.document.language}`) })}
        </p>
      )}
      {drafts.length > 0 && !isForHere && (
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
            key={draft.document.id}
            draft={draft}
            onChange={(part) => change(index, part)}
            onDrop={() => setDrafts(drafts.filter((_, i) => i !== index))}
          />
        ))}
      </div>
    </Dialog>
  );
}

/** A document as the person wants it. */
function chosen({ document, turned }: Draft) {
  return { id: document.id, turned };
}

/** The document in the reader's own language first: its title is the one they know the article by. */
function inLanguageFirst(documents: readonly ShownDocument[], language: InterfaceLanguage) {
  return documents
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
    .map(({ fileName, paragraphs }) => ({
      fileName,
      paragraphs: paragraphs.filter(({ included }) => included),
    }));
}

/** An ordinary article is listed whole: its paragraphs are looked for with the eyes. */
const LISTED = 200;

function DocumentPreview({
  draft: { document, language, turned },
  onChange,
  onDrop,
}: {
  readonly draft: Draft;
  readonly onChange: (part: Partial<Draft>) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  const { paragraphs } = document;
  const other = new Set(turned);
  const isIncluded = ({ index, included }: ShownParagraph) => included !== other.has(index);
  const turn = (index: number) =>
    onChange({ turned: other.has(index) ? turned.filter((each) => each !== index) : [...turned, index] });
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
        {t('import.blocks', { count: paragraphs.filter(isIncluded).length, of: paragraphs.length })}
        {document.encoding && document.encoding !== 'utf-8' ? ` · ${document.encoding}` : ''}
      </small>
      {document.notices.map(({ code, count }) => (
        <p key={code} className="import-notice">
          {t(`notice.${code}`, { count })}
        </p>
      ))}
      <div className="blocks">
        <LongList entries={paragraphs} keyOf={({ index }) => index} atOnce={LISTED}>
          {(block) => (
            <label className={isIncluded(block) ? '' : 'out'}>
              <input type="checkbox" checked={isIncluded(block)} onChange={() => turn(block.index)} />
              <span className="role">{t(`role.${block.role}`)}</span>
              <span lang={language ?? undefined} className="block-text">
                {block.label && `${cutText(block.label, 20)} `}
                {cutText(block.text)}
              </span>
              {block.picture !== undefined && block.text === '' && (
                <span className="block-text quiet">{t('picture.listed', { name: block.picture })}</span>
              )}
            </label>
          )}
        </LongList>
      </div>
    </section>
  );
}
