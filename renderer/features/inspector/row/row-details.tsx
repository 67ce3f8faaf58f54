import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { STATUSES, type Status } from '../../../../shared/model/row';
import { cutText } from '../../../../shared/model/cut-text';
import { needsAlignmentCheck, rowFlags } from '../../../session/rows/row-filters';
import { useKeyLabel } from '../../../hooks/use-key-label';
import { useRowCriteria } from '../../../hooks/use-row-criteria';
import { useProject, useReadOnly } from '../../../hooks/use-project';
import type { ActId } from '../../../session/acts/all-acts';
import { perform } from '../../../session/acts/perform';
import { ActButton } from '../../../controls/act-button';
import { GIVEN_ROLES, isGivenRole, roleAct } from '../../../session/acts/kinds';
import { targetAt, type Target } from '../../../session/place/target';
import { viewStore } from '../../../session/place/view-store';
import { LongList } from '../../../ui/long-list';
import { Segmented } from '../../../ui/segmented';
import { FlagCard } from '../flags/flag-card';
import { RowFindings } from './row-findings';
import { RowReview } from './row-review';

const ROW_BUTTONS = ['mergeRows', 'splitRow', 'moveUp', 'moveDown', 'insertRow', 'group'] as const;

/** The act that gives a text a status. */
const STATUS_ACTS = {
  draft: 'statusDraft',
  translated: 'statusTranslated',
  reviewed: 'statusReviewed',
  agreed: 'agree',
} as const satisfies Record<Status, ActId>;

/** So much of an imported text is shown. */
const MOST_OF_IMPORTED = 5000;

/** The selected row: its alignment, the status and role of the selected text, its flags. */
export function RowDetails() {
  const { t } = useTranslation();
  const project = useProject();
  const readOnly = useReadOnly();
  const { selected, sentence, editing } = useStore(viewStore);
  // A letter would be typed over the words that are marked.
  const flagKey = useKeyLabel('flag', editing !== null);
  const criteria = useRowCriteria();
  const index = project.rows.findIndex((row) => row.id === selected?.rowId);
  const row = project.rows[index];
  if (!row || !selected) return <p className="quiet">{t('inspector.noRow')}</p>;
  // What is shown here, whatever may be marked elsewhere.
  const target = { ...targetAt(selected), sentence };
  const act = (id: ActId) => void perform(id, target);
  const cell = row.cells[selected.language];
  const paragraph =
    cell.paragraphs.find((each) => each.id === selected.paragraphId) ?? cell.paragraphs[0] ?? null;
  const paragraphTarget = paragraph ? targetAt({ ...selected, paragraphId: paragraph.id }) : target;
  const missing = criteria.languages.filter((language) => row.cells[language].paragraphs.length === 0);
  const doubted = needsAlignmentCheck(row, criteria);
  const flags = rowFlags(row, criteria);
  return (
    <>
      <section>
        <h2>{t('inspector.rowNumber', { number: index + 1 })}</h2>
        {/* What is sure needs none of this: it is there when it is asked for. */}
        <details key={`${row.id} ${doubted}`} className="card alignment" open={doubted}>
          <summary>
            {row.confirmed
              ? t('inspector.confirmed')
              : missing.length > 0
                ? t('inspector.gap', { languages: missing.map((each) => t(`language.${each}`)).join(', ') })
                : t('inspector.confidence', { percent: Math.round(row.confidence * 100) })}
          </summary>
          <div className="acts">
            <button
              type="button"
              className="button small"
              disabled={readOnly}
              data-testid="confirm-row"
              onClick={() => act('confirmRow')}
            >
              {row.confirmed ? t('inspector.unconfirm') : t('inspector.confirm')}
            </button>
          </div>
          <div className="row-buttons">
            {ROW_BUTTONS.map((id) => (
              <ActButton key={id} act={id} target={target}>
                {t(`inspector.do.${id}`)}
              </ActButton>
            ))}
          </div>
        </details>
      </section>
      {paragraph && (
        <section>
          <h2>{t(`language.${selected.language}`)}</h2>
          <div className="card">
            <Segmented
              label={t('inspector.status')}
              value={cell.status}
              options={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
              onChange={(status) => act(STATUS_ACTS[status])}
            />
            <div className="row-buttons wide">
              <ActButton act="agreeRow" target={target} />
              <ActButton act="agreeNext" target={target} />
            </div>
            <RolePicker paragraph={paragraph} readOnly={readOnly} target={paragraphTarget} />
            {paragraph.imported ? (
              <details>
                <summary>{t('inspector.importedText')}</summary>
                <p lang={selected.language} className="imported">
                  {cutText(paragraph.imported.text, MOST_OF_IMPORTED) || t('inspector.writtenHere')}
                </p>
                {paragraph.imported.text !== '' && (
                  <ActButton act="restoreImported" target={paragraphTarget}>
                    {t('inspector.restore')}
                  </ActButton>
                )}
              </details>
            ) : (
              // What is listed below stays where it is when a text is changed, or another is chosen.
              <p className="imported-place" aria-hidden="true" />
            )}
          </div>
        </section>
      )}
      <RowFindings rowId={row.id} />
      <RowReview row={row} language={selected.language} readOnly={readOnly} />
      <section>
        <h2>{t('inspector.rowFlags')}</h2>
        {flags.length === 0 && <p className="quiet">{t('inspector.noFlags', { key: flagKey })}</p>}
        <LongList entries={flags} keyOf={(flag) => flag.id} label={t('inspector.rowFlags')}>
          {(flag) => <FlagCard flag={flag} />}
        </LongList>
      </section>
    </>
  );
}

function RolePicker({
  paragraph,
  readOnly,
  target,
}: {
  readonly paragraph: Paragraph;
  readonly readOnly: boolean;
  readonly target: Target;
}) {
  const { t } = useTranslation();
  const isFixed = !isGivenRole(paragraph.role);
  return (
    <label className="field inline">
      <span>{t('inspector.role')}</span>
      <select
        value={paragraph.role}
        disabled={readOnly || isFixed}
        onChange={(event) => {
          const role = GIVEN_ROLES.find((each) => each === event.target.value);
          if (role) void perform(roleAct(role), target);
        }}
      >
        {(isFixed ? [paragraph.role] : GIVEN_ROLES).map((role) => (
          <option key={role} value={role}>
            {t(`role.${role}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
