import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding } from '../../shared/checks/engine/finding';
import { findingSentence } from '../../shared/contract/finding-sentence';
import { FixPreview } from './fix-preview';

/** The reasons that say enough by themselves. */
const PLAIN_REASONS = ['right', 'intended', 'notWorth'] as const;

export interface FindingActs {
  /** Puts it right: by other words, or by a paragraph moved to where, or made what, the other versions have. */
  readonly onFix: () => void;
  /** Puts it right by one of several words that may be meant. */
  readonly onChoose: (choice: string) => void;
  readonly onDismiss: (reason: (typeof PLAIN_REASONS)[number]) => void;
  /** Hears why it is none, in the person's own words. */
  readonly onDismissFor: (note: string) => void;
  readonly onRaise: () => void;
  /** Adds the word that no dictionary has to the person's own. */
  readonly onAddWord: () => void;
}

/** What a check found, and what can be done about it. */
export function FindingView({
  finding,
  textOf,
  readOnly,
  acts,
}: {
  readonly finding: Finding;
  /** The text of a paragraph the finding is about. */
  readonly textOf: (paragraphId: string) => string;
  readonly readOnly: boolean;
  readonly acts: FindingActs;
}) {
  const { t } = useTranslation();
  const [dismissing, setDismissing] = useState(false);
  const { check, fixes, choices = [], order, role } = finding;
  return (
    <>
      <p className="finding-sentence">{findingSentence(finding, t)}</p>
      <FixPreview fixes={fixes} textOf={textOf} />
      {dismissing ? (
        <DismissForm acts={acts} onCancel={() => setDismissing(false)} />
      ) : (
        !readOnly && (
          <div className="acts">
            {fixes.length > 0 && (
              <button
                type="button"
                className="button small primary"
                data-testid="finding-fix"
                onClick={acts.onFix}
              >
                {t('finding.fix')}
              </button>
            )}
            {choices.map(({ language, text }) => (
              <button
                key={text}
                type="button"
                lang={language}
                className="button small primary"
                aria-label={t('finding.choose', { words: text })}
                onClick={() => acts.onChoose(text)}
              >
                {text}
              </button>
            ))}
            {order && (
              <button
                type="button"
                className="button small primary"
                data-testid="finding-order"
                onClick={acts.onFix}
              >
                {t('finding.order')}
              </button>
            )}
            {role && (
              <button
                type="button"
                className="button small primary"
                data-testid="finding-role"
                onClick={acts.onFix}
              >
                {t('finding.makeRole', {
                  role: t(`role.${role.role}`),
                  version: t(`version.${role.like}`),
                })}
              </button>
            )}
            {check === 'spelling' && (
              <button
                type="button"
                className="button small"
                data-testid="finding-add-word"
                onClick={acts.onAddWord}
              >
                {t('act.addWord')}
              </button>
            )}
            <button
              type="button"
              className="button small"
              data-testid="finding-dismiss"
              onClick={() => setDismissing(true)}
            >
              {t('finding.dismiss')}
            </button>
            <button type="button" className="button small" data-testid="finding-raise" onClick={acts.onRaise}>
              {t('finding.raise')}
            </button>
          </div>
        )
      )}
    </>
  );
}

/** Asks why a finding is none: one of a few words, or the person's own. */
function DismissForm({
  acts: { onDismiss, onDismissFor },
  onCancel,
}: {
  readonly acts: FindingActs;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation();
  const [note, setNote] = useState('');
  const own = note.trim();
  return (
    <form
      className="dismiss-form"
      aria-label={t('finding.dismissWhy')}
      onSubmit={(event) => {
        event.preventDefault();
        if (own !== '') onDismissFor(own);
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') onCancel();
      }}
    >
      <p className="quiet">{t('finding.dismissWhy')}</p>
      <div className="acts">
        {PLAIN_REASONS.map((reason, i) => (
          <button
            key={reason}
            type="button"
            className="button small"
            autoFocus={i === 0}
            data-testid={`dismiss-${reason}`}
            onClick={() => onDismiss(reason)}
          >
            {t(`finding.reason.${reason}`)}
          </button>
        ))}
      </div>
      <div className="dismiss-own">
        <input
          type="text"
          value={note}
          placeholder={t('finding.ownReason')}
          aria-label={t('finding.ownReason')}
          data-testid="dismiss-note"
          onChange={(event) => setNote(event.target.value)}
        />
        <button type="submit" className="button small" disabled={own === ''} data-testid="dismiss-own">
          {t('finding.dismissOwn')}
        </button>
      </div>
      <button type="button" className="link-button" onClick={onCancel}>
        {t('button.cancel')}
      </button>
    </form>
  );
}
