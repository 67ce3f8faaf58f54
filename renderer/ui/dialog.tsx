import { useEffect, useId, useRef, type ReactNode } from 'react';

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
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    focusChosen();
    return () => {
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
