import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import type { Row } from '../../../../shared/model/row';
import { faultyVersion, SEVERITIES, withFaulty, type FlagSpan } from '../../../../shared/model/flag';
import { categoriesIn, dimensionOf, listCategories } from '../../../../shared/mqm/typology';
import { returnToTexts } from '../../../session/typing/active-editor';
import { showNews } from '../../../session/notices/notice-store';
import { page } from '../../../session/page';
import { perform } from '../../../session/acts/perform';
import { keepFlag, leaveFlag } from '../../../session/matters/flag-draft';
import { flagMatter } from '../../../session/matters/flag-matter';
import { targetOf } from '../../../session/matters/place-of-matter';
import { useProject } from '../../../hooks/use-project';
import { useCategoryName } from '../../../hooks/use-category-name';
import { typologyStore } from '../../../session/settings/typology-store';
import { viewStore, writeFlag, type FlagDraft } from '../../../session/place/view-store';
import { Segmented } from '../../../ui/segmented';
import { KeyName } from '../../../controls/key';
import { keyLabel } from '../../../session/keyboard/key-label';
import { keyboardStore } from '../../../session/keyboard/keyboard-store';
import { categoryByKey, DIGITS, SEVERITY_KEYS, severityByKey } from './flag-keys';

/**
 * Writes a flag: what is wrong, how badly, where, and what should stand there. A new one is made in three strokes: F, a
 * digit for the category, a letter for the severity; what else there is to say can be added afterwards. Asked for out of a
 * text that is written in, it begins with its note.
 */
export function FlagForm({ draft }: { readonly draft: FlagDraft }) {
  const { t } = useTranslation();
  const { typology } = useStore(typologyStore);
  const nameOf = useCategoryName();
  const { flags, rows } = useProject();
  const keyboard = useStore(keyboardStore);
  const pressed = useRef<string | null>(null);
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const change = (part: Partial<FlagDraft>) => writeFlag({ ...draft, ...part });
  /** Changes what nobody would like to write again. */
  const write = (part: Partial<FlagDraft>) => change({ ...part, isWritten: true });
  const withSpan = (index: number, span: FlagSpan | null) =>
    draft.spans.flatMap((each, i) => (i === index ? (span ?? []) : each));
  const close = () => leaveFlag(draft);
  const keepAtOnce = async (said: FlagDraft) => {
    const kept = await keepFlag(said);
    if (!kept) return;
    const flag = `${nameOf(said.category)}, ${t(`severity.${said.severity}`)}`;
    const add = () => writeFlag(kept);
    showNews('news.flagged', { flag }, { key: 'news.addNote', perform: add });
  };
  const isNew = draft.flagId === null;
  const isRaised = draft.finding !== undefined;
  const places = draft.spans.length;
  const number = 1 + rowOf(rows, draft);
  const faulty = faultyVersion(draft);
  const versions = new Set(draft.spans.map(({ language }) => language));
  // Who was writing goes on writing, who was at a row is there again.
  useEffect(() => returnToTexts, []);
  useEffect(() => {
    if (!isNew) return;
    // The keys go to the form, also after a place was added in the texts. Out of an open text, where keys type, it is a
    // comment that is asked for, as elsewhere: what is typed next is its words.
    const isComment = viewStore.getState().editing !== null && !isRaised;
    if (!isComment) form.current?.focus();
    // An input method would write over what is marked in the open text, whatever has the focus.
    page().unmark();
    if (!isComment) return;
    note.current?.focus({ preventScroll: true });
    note.current?.scrollIntoView({ block: 'center' });
  }, [isNew, isRaised, places]);
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    event.stopPropagation();
    if (event.key === 'Escape') close();
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && mod) void keepFlag(draft);
    const writing =
      event.target instanceof HTMLElement && event.target.closest('input[type=text], textarea, select');
    if (!isNew || mod || event.altKey || event.shiftKey || writing) return;
    const category = categoryByKey(event.code, pressed.current, typology);
    const severity = severityByKey(event.code);
    if (category) {
      pressed.current = category;
      change({ category });
    }
    // Only after a category: F and E are letters of a word that somebody types over marked ones.
    const isChosen = pressed.current !== null || isRaised;
    if (severity && isChosen) void keepAtOnce({ ...draft, severity });
  };
  return (
    <form
      ref={form}
      tabIndex={-1}
      aria-labelledby={heading}
      className="card flag-form"
      data-testid="flag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keepFlag(draft);
      }}
      onKeyDown={press}
    >
      <h2 id={heading}>
        {t('matter.inRow', { what: t(draft.flagId ? 'flag.editTitle' : 'flag.newTitle'), number })}
      </h2>
      {isNew && (
        <div className="dimension-keys" role="group" aria-label={t('flag.category')}>
          {typology.dimensions.slice(0, DIGITS).map((dimension, index) => (
            <button
              key={dimension.id}
              type="button"
              // Tab leads to the list below, which has all of these and more.
              tabIndex={-1}
              aria-pressed={dimensionOf(typology, draft.category) === dimension}
              onClick={() => change({ category: dimension.id })}
            >
              <kbd aria-hidden>{keyLabel(String(index + 1), keyboard)}</kbd> {nameOf(dimension.id)}
            </button>
          ))}
        </div>
      )}
      <label className="field">
        <span>{t('flag.category')}</span>
        <select
          value={draft.category}
          data-testid="flag-category"
          onChange={(event) => change({ category: event.target.value })}
        >
          {!listCategories(typology).includes(draft.category) && (
            <option value={draft.category}>{nameOf(draft.category)}</option>
          )}
          {typology.dimensions.map((dimension) => (
            <optgroup key={dimension.id} label={nameOf(dimension.id)}>
              {categoriesIn(dimension).map((category) => (
                <option key={category} value={category}>
                  {category === dimension.id
                    ? t('flag.wholeDimension', { dimension: nameOf(category) })
                    : nameOf(category)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <span className="field-label">{t('flag.severity')}</span>
      <Segmented
        label={t('flag.severity')}
        value={draft.severity}
        options={SEVERITIES.map((value) => ({
          value,
          label: t(`severity.${value}`),
          ...(isNew ? { hint: keyLabel(SEVERITY_KEYS[value], keyboard) } : {}),
        }))}
        onChange={(severity) => change({ severity })}
      />
      {isNew && <p className="quiet">{t('flag.keys')}</p>}
      <ul className="draft-spans">
        {draft.spans.map((span, i) => (
          <li key={i}>
            <div className="draft-span">
              <span className="place-language">{t(`language.${span.language}`)}</span>
              <span lang={span.language} className="draft-quote">
                {span.at === 'gap'
                  ? t('flag.missingParagraph')
                  : span.quote === ''
                    ? t('flag.insertionPoint')
                    : span.quote}
              </span>
              {versions.size > 1 && (
                <button
                  type="button"
                  className="faulty"
                  aria-pressed={span.language === faulty}
                  title={t('flag.errorHereHint')}
                  onClick={() => change({ spans: withFaulty(draft.spans, span.language) })}
                >
                  {t(span.language === faulty ? 'flag.errorHere' : 'flag.compared')}
                </button>
              )}
              {draft.spans.length > 1 && (
                <button
                  type="button"
                  aria-label={t('flag.removePlace')}
                  title={t('flag.removePlace')}
                  onClick={() => change({ spans: withSpan(i, null) })}
                >
                  ✕
                </button>
              )}
            </div>
            {span.at === 'text' && (
              <input
                type="text"
                lang={span.language}
                value={span.fix ?? ''}
                placeholder={t('flag.fixPlaceholder')}
                aria-label={t('flag.fixLabel', { language: t(`language.${span.language}`) })}
                data-testid={`flag-fix-${span.language}`}
                onChange={(event) =>
                  write({ spans: withSpan(i, { ...span, fix: event.target.value || null }) })
                }
              />
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('flag.addPlaces')}</p>
      <label className="field">
        <span>{t('flag.note')}</span>
        <textarea
          ref={note}
          rows={3}
          autoFocus={!isNew}
          value={draft.note}
          data-testid="flag-note"
          onChange={(event) => write({ note: event.target.value })}
        />
      </label>
      <div className="acts">
        <button type="submit" className="button primary" data-testid="flag-keep">
          {t('flag.keep')} <KeyName keys="Mod+Enter" />
        </button>
        <button type="button" className="button" onClick={close}>
          {t('button.cancel')}
        </button>
        {draft.flagId && (
          <button
            type="button"
            className="button"
            onClick={() => {
              const flag = flags.find(({ id }) => id === draft.flagId);
              writeFlag(null);
              if (flag) void perform('removeFlag', targetOf(flagMatter(flag)));
            }}
          >
            {t('flag.remove')}
          </button>
        )}
      </div>
    </form>
  );
}

/** The position of the row the first place of a flag is in, from 0. */
function rowOf(rows: readonly Row[], { spans: [first] }: FlagDraft): number {
  if (first?.at === 'text') return findParagraph(rows, first.paragraphId)?.rowIndex ?? -1;
  return rows.findIndex(({ id }) => id === first?.rowId);
}
