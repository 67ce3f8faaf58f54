import { useState } from 'react';
import { Dialog } from './dialog';
import { DialogButtons } from './dialog-buttons';

/** Asks for one line of text; Enter keeps it. Unless it `mayBeEmpty`, an empty line cannot be kept. */
export function LineDialog({
  title,
  hint,
  keep,
  first = '',
  placeholder,
  mayBeEmpty = false,
  testId,
  onKeep,
  onClose,
}: {
  readonly title: string;
  readonly hint: string;
  /** What the button that keeps the line says. */
  readonly keep: string;
  /** What the line says at first; it is selected, so that typing replaces it. */
  readonly first?: string;
  readonly placeholder?: string;
  readonly mayBeEmpty?: boolean;
  readonly testId: string;
  /** The line without spaces around it; closing the dialog is left to the caller. */
  readonly onKeep: (line: string) => void;
  readonly onClose: () => void;
}) {
  const [written, setWritten] = useState(first);
  const line = written.trim();
  const kept = mayBeEmpty || line !== '';
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <DialogButtons
          label={keep}
          testId={`${testId}-keep`}
          disabled={!kept}
          onDo={() => onKeep(line)}
          onClose={onClose}
        />
      }
    >
      <label className="field">
        <span>{hint}</span>
        <input
          type="text"
          value={written}
          placeholder={placeholder}
          autoFocus
          data-testid={testId}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setWritten(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && kept) onKeep(line);
          }}
        />
      </label>
    </Dialog>
  );
}
