import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The two buttons most dialogs end with: leave it, or do what it is for. */
export function DialogButtons({
  label,
  keys,
  testId,
  disabled = false,
  autoFocus = false,
  onDo,
  onClose,
}: {
  /** What the button that does it says. */
  readonly label: string;
  /** The keys that do it, as they are shown. */
  readonly keys?: ReactNode;
  readonly testId: string;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
  readonly onDo: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <button type="button" className="button" onClick={onClose}>
        {t('button.cancel')}
      </button>
      <button
        type="button"
        className="button primary"
        disabled={disabled}
        autoFocus={autoFocus}
        data-testid={testId}
        onClick={onDo}
      >
        {label} {keys}
      </button>
    </>
  );
}
