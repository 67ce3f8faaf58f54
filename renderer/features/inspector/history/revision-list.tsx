import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Paragraph, RichText } from '../../../../shared/model/paragraph';
import type { Language } from '../../../../shared/model/language';
import type { Result } from '../../../../shared/model/failure';
import type { Revision } from '../../../../shared/model/revision';
import { cutText } from '../../../../shared/model/cut-text';
import { bridge } from '../../../session/bridge';
import { formatTime } from '../../../../shared/interface/format-time';
import { projectStore } from '../../../session/project/project-store';
import { ActButton } from '../../../controls/act-button';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { targetAt } from '../../../session/place/target';
import { useProject } from '../../../hooks/use-project';
import { ChangeExcerpt } from '../../../ui/change-excerpt';

const NO_TEXT: RichText = { text: '', marks: [] };

/** So many revisions are listed at first. */
const LISTED = 10;

/** How one paragraph came to say what it says, and the way back to any of its texts. */
export function RevisionList({
  paragraph,
  language,
}: {
  readonly paragraph: Paragraph;
  readonly language: Language;
}) {
  const { t } = useTranslation();
  const { id } = paragraph;
  const rows = useStore(projectStore, (state) => state.project?.rows);
  const [told, setTold] = useState<{ id: string; revisions: Result<readonly Revision[]> } | null>(null);
  const [all, setAll] = useState(false);
  useEffect(() => {
    let wanted = true;
    void bridge
      .request('project/revisions', { paragraphId: id })
      .then((revisions) => wanted && setTold({ id, revisions }));
    return () => {
      wanted = false;
    };
  }, [id, rows]);
  if (told?.id !== id) return null;
  if (!told.revisions.ok) return <p className="quiet">{t('revisions.unreadable')}</p>;
  const revisions = told.revisions.value;
  if (revisions.length === 0) return <p className="quiet">{t('revisions.none')}</p>;
  const shown = all ? revisions : revisions.slice(0, LISTED);
  const first = revisions.at(-1)?.before ?? null;
  return (
    <ol className="history">
      {shown.map(({ seq, time, author, label, before, after }) => (
        <li key={seq} data-testid="revision">
          <ChangeExcerpt before={before ?? NO_TEXT} after={after ?? NO_TEXT} language={language} />
          <small>
            {label !== 'editParagraph' && `${t(`done.${label}`)} · `}
            {author} · {formatTime(time, t)}
          </small>
          {after && <RestoreButton paragraph={paragraph} content={after} />}
        </li>
      ))}
      {shown.length < revisions.length ? (
        <li>
          <button type="button" className="button small" onClick={() => setAll(true)}>
            {t('revisions.all', { count: revisions.length })}
          </button>
        </li>
      ) : (
        first && (
          <li data-testid="first-text">
            <span lang={language} className="change-excerpt">
              {cutText(first.text, 2000)}
            </span>
            <small>{t('revisions.first')}</small>
            <RestoreButton paragraph={paragraph} content={first} />
          </li>
        )
      )}
    </ol>
  );
}

/** Puts a former text back, as an edit like any other. */
function RestoreButton({
  paragraph,
  content,
}: {
  readonly paragraph: Paragraph;
  readonly content: RichText;
}) {
  const { t } = useTranslation();
  const place = findParagraph(useProject().rows, paragraph.id);
  if (!place) return null;
  const { row, language } = place;
  const at = targetAt({ rowId: row.id, language, paragraphId: paragraph.id });
  return (
    <ActButton act="restoreText" target={{ ...at, former: content }}>
      {t('revisions.restore')}
    </ActButton>
  );
}
