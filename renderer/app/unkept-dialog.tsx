import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { waitingSentence } from '../../shared/contract/failure-sentence';
import { keepAll, unkeptStore } from '../session/typing/unkept-store';
import { Dialog } from '../ui/dialog';

/** Asks what is to become of typed text that could not be kept, before the project is left. */
export function UnkeptDialog({ answer }: { readonly answer: (leave: boolean) => void }) {
  const { t } = useTranslation();
  const { waiting, refusal } = useStore(unkeptStore);
  const [copied, setCopied] = useState(false);
  const texts = [...waiting.values()].map(({ content }) => content.text);
  const stay = () => {
    answer(false);
    void keepAll();
  };
  const copy = () =>
    void navigator.clipboard.writeText(texts.join('\n\n')).then(
      () => setCopied(true),
      // The texts stand above, to be copied by hand.
      () => setCopied(false),
    );
  return (
    <Dialog
      title={t('unkept.title')}
      className="unkept"
      onClose={stay}
      footer={
        <>
          <span className="quiet grow" role="status">
            {copied ? t('unkept.copied') : ''}
          </span>
          <button type="button" className="button" data-testid="unkept-copy" onClick={copy}>
            {t('unkept.copy')}
          </button>
          <button type="button" className="button" data-testid="unkept-leave" onClick={() => answer(true)}>
            {t('unkept.leave')}
          </button>
          <button type="button" className="button primary" autoFocus data-testid="unkept-stay" onClick={stay}>
            {t('unkept.stay')}
          </button>
        </>
      }
    >
      {refusal && <p>{waitingSentence(refusal, t)}</p>}
      <p>{t('unkept.hint')}</p>
      {texts.map((text, n) => (
        <blockquote key={n} className="draft-text" data-testid="unkept-text">
          {text}
        </blockquote>
      ))}
    </Dialog>
  );
}
