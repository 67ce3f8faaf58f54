import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { addressOf } from '../../../../shared/text/web-address';
import { activeEditor } from '../../../session/typing/active-editor';
import { bridge } from '../../../session/bridge';
import { setView, viewStore, type Linking } from '../../../session/place/view-store';
import { linesAround, type AroundWords } from './beside-words';
import { placeField } from './place-bar';

/** Asks where words lead: shown below them, or above where there is no room below; never over them. */
export function LinkField() {
  const linking = useStore(viewStore, (state) => state.linking);
  return linking && <Field key={`${linking.paragraphId} ${linking.start}`} linking={linking} />;
}

function Field({ linking }: { readonly linking: Linking }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(linking.href ?? '');
  const [wrong, setWrong] = useState(false);
  const [around] = useState<AroundWords | null>(() => linesAround(document.getSelection()));
  const form = useRef<HTMLFormElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const told = useId();
  useLayoutEffect(() => field.current?.select(), []);
  // What is told of a wrong address makes it higher.
  useLayoutEffect(() => {
    const { current } = form;
    if (!current || !around) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const { left, top } = placeField(
      around.words,
      { width, height },
      { width: innerWidth, height: innerHeight },
    );
    current.style.left = `${left}px`;
    current.style.top = `${top}px`;
  }, [around, wrong]);
  const close = () => {
    setView({ linking: null });
    activeEditor()?.focus();
  };
  const set = (href: string | null) => {
    activeEditor()?.setLink(linking.start, linking.end, href);
    close();
  };
  const keep = () => {
    const href = addressOf(typed);
    if (href === null) return setWrong(true);
    set(href);
  };
  const known = addressOf(typed);
  return (
    <form
      ref={form}
      className="link-field"
      aria-label={t('link.title')}
      data-testid="link-field"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <label>
        {t('link.address')}
        <input
          ref={field}
          autoFocus
          type="text"
          inputMode="url"
          spellCheck={false}
          value={typed}
          placeholder="https://"
          aria-invalid={wrong}
          aria-describedby={wrong ? told : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            setWrong(false);
          }}
        />
      </label>
      {wrong && (
        <p id={told} role="alert" className="wrong">
          {t('link.wrong')}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="button small primary">
          {t('link.keep')}
        </button>
        <button
          type="button"
          className="button small"
          disabled={known === null}
          onClick={() => known !== null && void bridge.request('link/open', { href: known })}
        >
          {t('link.open')}
        </button>
        {linking.href !== null && (
          <button type="button" className="button small" onClick={() => set(null)}>
            {t('link.remove')}
          </button>
        )}
        <button type="button" className="button small" onClick={close}>
          {t('dialog.cancel')}
        </button>
      </div>
    </form>
  );
}
