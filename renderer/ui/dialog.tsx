import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { noteOpenDialog } from './open-dialogs';

/** A modal dialog: the rest of the window waits, Escape closes it, focus goes back where it was. */
export function Dialog({
  title,
  className,
  onClose,
  children,
  footer,
}: {
  readonly title: string;
  readonly className?: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the next key can come: it may be meant for the dialog, and never for what waits behind it.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const { current: shown } = dialog;
    shown?.showModal();
    focusChosen();
    const noteClosed = shown ? noteOpenDialog(shown) : undefined;
    return () => {
      noteClosed?.();
      // As long as it is open nothing else can have the focus.
      shown?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`dialog ${className ?? ''}`}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={heading}>{title}</h2>
      <div className="dialog-body">{children}</div>
      {footer && <div className="dialog-footer">{footer}</div>}
    </dialog>
  );
}

/** A dialog that begins with a choice of one among few begins at what is chosen, as Tab would. */
function focusChosen(): void {
  const first = document.activeElement;
  if (!(first instanceof HTMLInputElement) || first.type !== 'radio') return;
  const group = first.closest('[role="radiogroup"]');
  group?.querySelector<HTMLInputElement>('input:checked')?.focus();
}
