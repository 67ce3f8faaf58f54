import { useTranslation } from 'react-i18next';
import type { ShownDocument } from '../../../shared/contract/shown-document';
import { cutText } from '../../../shared/model/cut-text';
import type { FileColumns } from '../../../shared/model/file-columns';
import { columnsByLanguage } from '../../../shared/model/column-version';
import { LANGUAGES, type Language, type PerLanguage } from '../../../shared/model/language';
import { columnDrafts, paragraphsIn, wholeDraft, type VersionDraft } from './version-drafts';

/** So much of a column's name or first text tells which it is, in UTF-16 units. */
const TELLING = 30;

/** Which columns of a document are the versions, and of which of its tables. */
export function ColumnsChoice({
  document,
  columns,
  drafts,
  group,
  onGroup,
  onDrafts,
  onDrop,
}: {
  readonly document: ShownDocument;
  readonly columns: FileColumns;
  /** Those of the document. */
  readonly drafts: readonly VersionDraft[];
  /** The table that is looked at. */
  readonly group: number;
  readonly onGroup: (group: number) => void;
  readonly onDrafts: (drafts: readonly VersionDraft[]) => void;
  readonly onDrop: () => void;
}) {
  const { t } = useTranslation();
  const isWhole = drafts.some(({ column }) => column === null);
  const chosen = columns.groups[group];
  const inLanguage = (language: Language): number | null =>
    drafts.find((draft) => draft.language === language)?.column?.column ?? null;
  const take = (next: number, wished: PerLanguage<number | null>) => {
    onGroup(next);
    onDrafts(columnDrafts(document, next, wished, drafts));
  };
  const choose = (language: Language, column: number | null) => {
    // Whoever had that column before gets the one that is free now.
    const wished = { ru: inLanguage('ru'), ky: inLanguage('ky'), en: inLanguage('en') };
    const former = LANGUAGES.find((each) => each !== language && column !== null && wished[each] === column);
    take(group, { ...wished, ...(former && { [former]: wished[language] }), [language]: column });
  };
  const outside = document.paragraphs.filter(({ column }) => column?.group !== group).length;
  return (
    <section className="import-table" data-testid="import-table">
      <header>
        <b title={cutText(document.fileName)}>{cutText(document.fileName)}</b>
        <button type="button" aria-label={t('import.remove')} title={t('import.remove')} onClick={onDrop}>
          ✕
        </button>
      </header>
      {!columns.isSheet && (
        <label className="field inline">
          <input
            type="checkbox"
            checked={!isWhole}
            onChange={() =>
              isWhole
                ? take(group, columnsByLanguage(chosen))
                : onDrafts([wholeDraft(document, document.language)])
            }
          />
          <span>{t('import.asColumns')}</span>
        </label>
      )}
      {!isWhole && (
        <div className="import-table-columns">
          {columns.groups.length > 1 && (
            <label className="field inline">
              <span>{t(columns.isSheet ? 'import.sheet' : 'import.table')}</span>
              <select
                value={group}
                onChange={({ target }) => {
                  const next = Number(target.value);
                  take(next, columnsByLanguage(columns.groups[next]));
                }}
              >
                {columns.groups.map(({ name }, n) => (
                  <option key={n} value={n}>
                    {name || n + 1}
                  </option>
                ))}
              </select>
            </label>
          )}
          {LANGUAGES.map((language) => (
            <label key={language} className="field inline">
              <span>{t(`language.${language}`)}</span>
              <select
                value={inLanguage(language) ?? ''}
                data-testid={`import-column-${language}`}
                onChange={({ target }) => choose(language, target.value === '' ? null : Number(target.value))}
              >
                <option value="">{t('import.noColumn')}</option>
                {chosen?.columns.map(({ column, name }) => (
                  <option key={column} value={column}>
                    {columnLabel(document, columns, { group, column }, name)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
      )}
      {!isWhole && drafts.length === 0 && (
        <p role="alert" className="failed">
          {t('import.chooseColumns')}
        </p>
      )}
      {!isWhole && !columns.isSheet && outside > 0 && (
        <p className="import-notice">{t('import.outside', { count: outside })}</p>
      )}
      {document.notices.map(({ code, count }) => (
        <p key={code} className="import-notice">
          {t(`notice.${code}`, { count })}
        </p>
      ))}
    </section>
  );
}

/** "B · Кыргызча": its place as spreadsheets name it, or counted, and what it is called or begins with. */
export function columnLabel(
  document: ShownDocument,
  { isSheet }: FileColumns,
  place: { readonly group: number; readonly column: number },
  name: string,
): string {
  const mark = isSheet ? lettersOf(place.column) : String(place.column + 1);
  const says = name || (paragraphsIn(document, place)[0]?.text ?? '');
  return `${mark} · ${cutText(says, TELLING)}`;
}

/** 0 -> "A", 26 -> "AA" */
function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? lettersOf(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
