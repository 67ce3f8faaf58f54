import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SEVERITIES, type FlagSpan } from '../../../shared/model/flag';
import { categoriesIn, listCategories } from '../../../shared/mqm/typology';
import { keepFlagOfFinding } from '../../store/finding-acts';
import { send } from '../../store/project-store';
import { useCategoryName, useTypologyStore } from '../../store/typology-store';
import { setView, type FlagDraft } from '../../store/view-store';
import { Segmented } from '../../ui/segmented';

/** Writes a flag: what is wrong, how badly, where, and what should stand there. */
export function FlagForm({ draft }: { readonly draft: FlagDraft }) {
  const { t } = useTranslation();
  const { typology } = useTypologyStore();
  const nameOf = useCategoryName();
  const form = useRef<HTMLFormElement>(null);
  const change = (part: Partial<FlagDraft>) => setView({ flagDraft: { ...draft, ...part } });
  const changeSpan = (index: number, span: FlagSpan | null) =>
    change({ spans: draft.spans.flatMap((each, i) => (i === index ? (span ?? []) : each)) });
  const close = () => setView({ flagDraft: null });
  const keep = async () => {
    const { flagId, finding, ...content } = draft;
    const spans = [...content.spans];
    const flag = { type: 'addFlag' as const, flagId: crypto.randomUUID(), ...content, spans };
    const kept = flagId
      ? await send({ type: 'editFlag', flagId, ...content, spans })
      : finding === undefined
        ? await send(flag)
        : await keepFlagOfFinding(flag, finding);
    if (kept) close();
  };
  return (
    <form
      ref={form}
      className="card flag-form"
      data-testid="flag-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void keep();
      }}
    >
      <h2>{draft.flagId ? t('flag.editTitle') : t('flag.newTitle')}</h2>
      <label className="field">
        <span>{t('flag.category')}</span>
        <select
          autoFocus
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
        options={SEVERITIES.map((value) => ({ value, label: t(`severity.${value}`) }))}
        onChange={(severity) => change({ severity })}
      />
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
              {draft.spans.length > 1 && (
                <button
                  type="button"
                  aria-label={t('flag.removePlace')}
                  title={t('flag.removePlace')}
                  onClick={() => changeSpan(i, null)}
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
                onChange={(event) => changeSpan(i, { ...span, fix: event.target.value || null })}
              />
            )}
          </li>
        ))}
      </ul>
      <p className="quiet">{t('flag.addPlaces')}</p>
      <label className="field">
        <span>{t('flag.note')}</span>
        <textarea
          rows={3}
          value={draft.note}
          data-testid="flag-note"
          onChange={(event) => change({ note: event.target.value })}
        />
      </label>
      <div className="acts">
        <button type="submit" className="button primary" data-testid="flag-keep">
          {t('flag.keep')} <kbd>Ctrl+Enter</kbd>
        </button>
        <button type="button" className="button" onClick={close}>
          {t('button.cancel')}
        </button>
        {draft.flagId && (
          <button
            type="button"
            className="button"
            onClick={() => {
              const { flagId } = draft;
              if (flagId) void send({ type: 'removeFlag', flagId });
              close();
            }}
          >
            {t('flag.remove')}
          </button>
        )}
      </div>
    </form>
  );
}
