import { useMemo, useState } from 'react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ImportedFile } from '../../../shared/contract/channels';
import { failureSentence } from '../../../shared/contract/failure-sentence';
import type { ShownParagraph } from '../../../shared/contract/shown-document';
import type { InterfaceLanguage } from '../../../shared/interface/languages';
import { LANGUAGES, perLanguage } from '../../../shared/model/language';
import { proposeTitle } from '../../../shared/model/propose-title';
import { cutText } from '../../../shared/model/cut-text';
import { useReadOnly } from '../../hooks/use-project';
import { offerAsDraft } from '../../session/project/offer-files';
import { bridge } from '../../session/bridge';
import { showFailure } from '../../session/notices/notice-store';
import { tellUndoable } from '../../session/notices/tell-undoable';
import { showOpened } from '../../session/project/open-snapshot';
import { mirrored, projectStore } from '../../session/project/project-store';
import { keepWrittenFlag } from '../../session/matters/flag-draft';
import { mayLeave } from '../../session/typing/unkept-store';
import { settingsStore } from '../../session/settings/settings-store';
import { viewStore } from '../../session/place/view-store';
import { Dialog } from '../../ui/dialog';
import { LongList } from '../../ui/long-list';
import { columnLabel, ColumnsChoice } from './columns-choice';
import { draftParagraphs, proposeDrafts, withDraftsOf, type VersionDraft } from './version-drafts';

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
  const readOnly = useReadOnly();
  const uiLanguage = useStore(settingsStore, (state) => state.uiLanguage);
  const [documents, setDocuments] = useState(() =>
    files.flatMap(({ result }) => (result.ok ? [result.value] : [])),
  );
  const failed = files.flatMap(({ result }) => (result.ok ? [] : [result.failure]));
  const into = useStore(viewStore, (state) => state.importInto);
  const [drafts, setDrafts] = useState(() => proposeDrafts(documents, into));
  /** The table that is looked at of a document with columns, by its id. */
  const [groups, setGroups] = useState<Readonly<Record<string, number>>>({});
  const [title, setTitle] = useState(() => cutText(proposeTitle(inLanguageFirst(drafts, uiLanguage))));
  const [busy, setBusy] = useState(false);
  const claimed = drafts.flatMap(({ language }) => language ?? []);
  const clash = new Set(claimed).size < claimed.length;
  const unset = claimed.length < drafts.length;
  const emptyLanguages = LANGUAGES.filter(
    (language) => project && project.rows.every((row) => row.cells[language].paragraphs.length === 0),
  );
  const [only] = drafts;
  const addable = drafts.length === 1 && only?.language && emptyLanguages.includes(only.language);
  const change = (index: number, part: Partial<VersionDraft>) =>
    setDrafts(drafts.map((draft, i) => (i === index ? { ...draft, ...part } : draft)));

  const create = async () => {
    // From here on the dialog stays: nothing is typed into the project behind it.
    setBusy(true);
    if (!(await keepWrittenFlag()) || !(await mayLeave())) return setBusy(false);
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
  /** What the open project has already is most likely a newer draft of that. */
  const isDraft = !readOnly && project !== null && drafts.length === 1 && only?.language && !addable;
  const bringIn = async () => {
    if (!only?.language) return;
    setBusy(true);
    await offerAsDraft(only.document, only.language);
    setBusy(false);
  };
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
              className={isDraft ? 'button' : 'button primary'}
              disabled={blocked || title.trim() === ''}
              data-testid="import-create"
              onClick={() => void create()}
            >
              {busy && !isDraft ? t('import.aligning') : t('import.create')}
            </button>
          )}
          {isDraft && only?.language && (
            <button
              type="button"
              className="button primary"
              disabled={blocked}
              data-testid="import-draft"
              onClick={() => void bringIn()}
            >
              {busy ? t('job.compare') : t(`import.asDraft.${only.language}`)}
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
      {isDraft && <p>{t('import.draftHint')}</p>}
      {drafts.length > 0 && <p className="quiet">{t('import.hint')}</p>}
      {documents.map((document) => {
        const { columns } = document;
        return (
          columns && (
            <ColumnsChoice
              key={document.id}
              document={document}
              columns={columns}
              drafts={drafts.filter((draft) => draft.document === document)}
              group={groups[document.id] ?? columns.proposed ?? 0}
              onGroup={(group) => setGroups({ ...groups, [document.id]: group })}
              onDrafts={(its) => setDrafts(withDraftsOf(documents, drafts, document, its))}
              onDrop={() => {
                setDocuments(documents.filter((each) => each !== document));
                setDrafts(drafts.filter((draft) => draft.document !== document));
              }}
            />
          )
        );
      })}
      <div className="import-columns">
        {drafts.map((draft, index) => (
          <DocumentPreview
            key={`${draft.document.id} ${draft.column?.column ?? ''}`}
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
function chosen({ document, turned, column }: VersionDraft) {
  return { id: document.id, turned, column };
}

/** The version in the reader's own language first: its title is the one they know the article by. */
function inLanguageFirst(drafts: readonly VersionDraft[], language: InterfaceLanguage) {
  return drafts
    .toSorted((a, b) => Number(b.language === language) - Number(a.language === language))
    .map((draft) => ({
      fileName: draft.document.fileName,
      paragraphs: draftParagraphs(draft).filter(({ included }) => included),
    }));
}

/** An ordinary article is listed whole: its paragraphs are looked for with the eyes. */
const LISTED = 200;

/** What a version is called: its file, or which column it is. */
function nameOf({ document, column, language }: VersionDraft, t: TFunction): string {
  const { columns, fileName } = document;
  if (!column || !columns || !language) return cutText(fileName) || t('import.pasted');
  const name = columns.groups[column.group]?.columns.find((each) => each.column === column.column)?.name;
  return `${t(`language.${language}`)}: ${columnLabel(document, columns, column, name ?? '')}`;
}

function DocumentPreview({
  draft,
  onChange,
  onDrop,
}: {
  readonly draft: VersionDraft;
  readonly onChange: (part: Partial<VersionDraft>) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  const { document, language, turned, column } = draft;
  const paragraphs = useMemo(() => draftParagraphs(draft), [draft]);
  const other = new Set(turned);
  const isIncluded = ({ index, included }: ShownParagraph) => included !== other.has(index);
  const turn = (index: number) =>
    onChange({ turned: other.has(index) ? turned.filter((each) => each !== index) : [...turned, index] });
  return (
    <section className="import-column" data-testid="import-column">
      <header>
        <b title={cutText(document.fileName)}>{nameOf(draft, t)}</b>
        <button type="button" aria-label={t('import.remove')} title={t('import.remove')} onClick={onDrop}>
          ✕
        </button>
      </header>
      {!column && (
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
      )}
      <small>
        {t('import.blocks', { count: paragraphs.filter(isIncluded).length, of: paragraphs.length })}
        {document.encoding && document.encoding !== 'utf-8' ? ` · ${document.encoding}` : ''}
      </small>
      {/* Those of a table are told above its columns. */}
      {!document.columns &&
        document.notices.map(({ code, count }) => (
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
              {block.picture !== undefined && block.text === '' ? (
                <span className="block-text quiet">{t('picture.listed', { name: block.picture })}</span>
              ) : (
                <span lang={language ?? undefined} className="block-text">
                  {block.label && `${cutText(block.label, 20)} `}
                  {cutText(block.text)}
                </span>
              )}
            </label>
          )}
        </LongList>
      </div>
    </section>
  );
}
