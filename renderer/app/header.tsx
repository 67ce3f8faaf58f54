import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ReadOnlyReason } from '../../shared/contract/channels';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { send, projectStore } from '../session/project-store';
import { useProject } from '../hooks/use-project';
import { standingStore } from '../session/standing-store';
import { changeSettings, settingsStore } from '../session/settings-store';
import { unkeptStore } from '../session/unkept-store';
import { BaselineMenu } from './baseline-menu';
import { ModeSwitch } from './mode-switch';
import { performHere } from '../session/acts/perform';
import { Key } from '../controls/key';
import { Segmented } from '../ui/segmented';

const VIEWS = ['clean', 'changes', 'original'] as const;

/** The name of the article, and what is done with the article as a whole. */
export function Header() {
  const { t } = useTranslation();
  const { title } = useProject();
  const { readOnly: reason, path, history } = useStore(projectStore);
  const readOnly = reason !== null;
  const textView = useStore(settingsStore, (state) => state.settings.textView);
  return (
    <header className="header">
      <Title key={title} title={title} readOnly={readOnly} />
      <Kept path={path} reason={reason} />
      <span className="grow" />
      <button
        type="button"
        className="icon-button"
        disabled={!history.undo}
        title={history.undo ? t('header.undo', { command: t(`command.${history.undo}`) }) : t('act.undo')}
        aria-label={t('act.undo')}
        onClick={() => performHere('undo')}
      >
        ↶
      </button>
      <button
        type="button"
        className="icon-button"
        disabled={!history.redo}
        title={history.redo ? t('header.redo', { command: t(`command.${history.redo}`) }) : t('act.redo')}
        aria-label={t('act.redo')}
        onClick={() => performHere('redo')}
      >
        ↷
      </button>
      <ModeSwitch />
      <Segmented
        label={t('header.textView')}
        value={textView}
        options={VIEWS.map((value) => ({
          value,
          label: t(`header.view.${value}`),
          title: t(`header.viewHint.${value}`),
        }))}
        onChange={(value) => changeSettings({ textView: value })}
      />
      <BaselineMenu />
      <button type="button" className="button find-button" onClick={() => performHere('find')}>
        {t('header.find')} <Key act="find" />
      </button>
      <button
        type="button"
        className="button primary"
        data-testid="export"
        onClick={() => performHere('export')}
      >
        {t('header.export')}
      </button>
    </header>
  );
}

/** Whether changes are kept, and if not, why. */
function Kept({ path, reason }: { readonly path: string; readonly reason: ReadOnlyReason | null }) {
  const { t } = useTranslation();
  const refused = useStore(projectStore, (state) => state.refused);
  const waits = useStore(unkeptStore, ({ typing, waiting }) => typing || waiting.size > 0);
  const refusal = useStore(unkeptStore, (state) => state.refusal) ?? refused;
  const inFile = useStore(standingStore, ({ standing }) => {
    if (standing.kind === 'current') return 'header.kept';
    return 'mine' in standing && standing.mine !== null ? 'standing.inMine' : 'standing.notInFile';
  });
  if (!reason && refusal) {
    return (
      <span
        className="saved not-kept"
        title={failureSentence(refusal, t)}
        role="status"
        data-testid="not-kept"
      >
        {t('header.notKept')}
      </span>
    );
  }
  if (!reason) {
    return (
      // Not told aloud: it would be, at each pause in typing.
      <span className="saved" title={path} data-testid="kept">
        {t(waits ? 'header.keeping' : inFile)}
      </span>
    );
  }
  const { kind } = reason;
  const { user, host } = (kind === 'inUse' && reason.owner) || { user: '', host: '' };
  const why = kind === 'inUse' && user !== '' ? 'inUseBy' : kind;
  const told = t(`header.readOnly.${why}`, { user, host });
  return (
    <span
      className="saved read-only"
      title={`${path}\n${told}\n${t(`header.readOnlyHint.${kind}`)}`}
      role="status"
      data-testid="read-only"
    >
      {told}
    </span>
  );
}

function Title({ title, readOnly }: { readonly title: string; readonly readOnly: boolean }) {
  const { t } = useTranslation();
  const [text, setText] = useState(title);
  const keep = () => {
    const named = text.trim();
    if (named === '') setText(title);
    else if (named !== title) void send({ type: 'setTitle', title: named });
  };
  return (
    <h1>
      <input
        className="title-field"
        value={text}
        readOnly={readOnly}
        title={title}
        aria-label={t('header.title')}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setText(title);
        }}
      />
    </h1>
  );
}
