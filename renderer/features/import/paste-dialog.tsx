import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog';
import { DialogButtons } from '../../ui/dialog-buttons';

/** A field to paste a text into; formatted text keeps its headings and marks. */
export function PasteDialog({
  onRead,
  onClose,
}: {
  readonly onRead: (text: string, html: string | null) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [html, setHtml] = useState<string | null>(null);
  return (
    <Dialog
      title={t('paste.title')}
      className="paste"
      onClose={onClose}
      footer={
        <DialogButtons
          label={t('paste.read')}
          testId="paste-read"
          disabled={text.trim() === ''}
          onDo={() => onRead(text, html)}
          onClose={onClose}
        />
      }
    >
      <p className="quiet">{t('paste.hint')}</p>
      <textarea
        value={text}
        aria-label={t('paste.title')}
        data-testid="paste-field"
        autoFocus
        rows={14}
        onPaste={(event) => {
          // Formatting is kept only when the whole field is what was pasted.
          if (text.trim() === '') setHtml(event.clipboardData.getData('text/html') || null);
        }}
        onChange={(event) => {
          const { inputType } = event.nativeEvent as InputEvent;
          if (inputType !== 'insertFromPaste') setHtml(null);
          setText(event.target.value);
        }}
      />
    </Dialog>
  );
}
