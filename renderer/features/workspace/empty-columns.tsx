import { useTranslation } from 'react-i18next';
import type { Language } from '../../../shared/model/language';
import { useProject, useReadOnly } from '../../hooks/use-project';
import { targetAt } from '../../session/place/target';
import { perform } from '../../session/acts/perform';
import { filledLanguages } from '../../session/rows/row-filters';

/** What is offered at the head of each column that has no text at all: to bring it in, to paste it, or to write it. */
export function EmptyColumns({ columns }: { readonly columns: readonly Language[] }) {
  const { rows } = useProject();
  const readOnly = useReadOnly();
  const filled = filledLanguages(rows);
  const [first] = rows;
  if (readOnly || !first || columns.every((language) => filled.includes(language))) return null;
  return (
    <div className="empty-columns">
      <span />
      {columns.map((language) =>
        filled.includes(language) ? (
          <span key={language} />
        ) : (
          <EmptyColumn key={language} language={language} firstRowId={first.id} />
        ),
      )}
    </div>
  );
}

function EmptyColumn({ language, firstRowId }: { readonly language: Language; readonly firstRowId: string }) {
  const { t } = useTranslation();
  const target = targetAt({ rowId: firstRowId, language, paragraphId: null });
  return (
    <section
      className="empty-column"
      aria-label={t(`language.${language}`)}
      data-testid={`empty-${language}`}
    >
      <button type="button" className="button primary" onClick={() => void perform('addText', target)}>
        {t(`emptyColumn.add.${language}`)}
      </button>
      <button type="button" className="button" onClick={() => void perform('pasteText', target)}>
        {t('emptyColumn.paste')}
      </button>
      <button type="button" className="button" onClick={() => void perform('editCell', target)}>
        {t('emptyColumn.write')}
      </button>
    </section>
  );
}
