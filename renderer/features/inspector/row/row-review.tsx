import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../shared/model/language';
import type { Paragraph } from '../../../../shared/model/paragraph';
import type { Row } from '../../../../shared/model/row';
import { staleSources } from '../../../../shared/reconcile/stale';
import { settledText, suggestionsIn, type Suggestion } from '../../../../shared/reconcile/suggestions';
import { formatTime } from '../../../../shared/interface/format-time';
import { SinceChecked } from '../../../controls/since-checked';
import { perform } from '../../../session/acts/perform';
import { targetOf } from '../../../session/matters/place-of-matter';

/** What waits for a decision in a cell: its suggestions one by one, and what changed in the versions it is held against. */
export function RowReview({
  row,
  language,
  readOnly,
}: {
  readonly row: Row;
  readonly language: Language;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const suggested = row.cells[language].paragraphs.filter((paragraph) => paragraph.pending);
  const sources = staleSources(row, language);
  return (
    <>
      {suggested.length > 0 && (
        <section data-testid="suggestions">
          <h2>{t('suggestion.title')}</h2>
          {suggested.map((paragraph) =>
            suggestionsIn(paragraph).map((suggestion, n) => (
              <SuggestionCard
                key={`${paragraph.id} ${n}`}
                paragraph={paragraph}
                suggestion={suggestion}
                language={language}
                readOnly={readOnly}
                decide={(accept) => {
                  const at = suggestion.after.start;
                  const matter = {
                    kind: 'change',
                    rowId: row.id,
                    language,
                    paragraphId: paragraph.id,
                    at,
                  } as const;
                  void perform(accept ? 'acceptSuggestions' : 'rejectSuggestions', targetOf(matter));
                }}
              />
            )),
          )}
        </section>
      )}
      {sources.map((source) => (
        <section key={source} data-testid={`since-${source}`}>
          <h2>{t('stale.since', { version: t(`version.${source}`) })}</h2>
          <div className="card">
            <SinceChecked row={row} source={source} language={language} />
          </div>
        </section>
      ))}
    </>
  );
}

function SuggestionCard({
  paragraph,
  suggestion: { before, after, by },
  language,
  readOnly,
  decide,
}: {
  readonly paragraph: Paragraph;
  readonly suggestion: Suggestion;
  readonly language: Language;
  readonly readOnly: boolean;
  readonly decide: (accept: boolean) => void;
}) {
  const { t } = useTranslation();
  const removed = settledText(paragraph).text.slice(before.start, before.end);
  const added = paragraph.text.slice(after.start, after.end);
  return (
    <div className="card suggestion-card">
      <p lang={language}>
        {removed !== added && removed !== '' && <del>{removed}</del>} {added !== '' && <ins>{added}</ins>}
      </p>
      {by && (
        <small className="quiet">
          {t('suggestion.by', { author: by.author, time: formatTime(by.time, t) })}
        </small>
      )}
      <div className="row-buttons">
        <button type="button" className="button small" disabled={readOnly} onClick={() => decide(true)}>
          ✓ {t('suggestion.accept')}
        </button>
        <button type="button" className="button small" disabled={readOnly} onClick={() => decide(false)}>
          ✕ {t('suggestion.reject')}
        </button>
      </div>
    </div>
  );
}
