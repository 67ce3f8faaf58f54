import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { HistoryState, ReadOnlyReason } from '../../shared/contract/channels';
import { failureSentence } from '../../shared/contract/failure-sentence';
import { send, projectStore } from '../session/project/project-store';
import { useNarrow } from '../hooks/use-narrow';
import { useProject } from '../hooks/use-project';
import { standingStore } from '../session/project/standing-store';
import { authorOf, settingsStore } from '../session/settings/settings-store';
import { unkeptStore } from '../session/typing/unkept-store';
import { ModeSwitch } from './mode-switch';
import { MoreMenu } from './more-menu';
import { ViewMenu } from './view-menu';
import { performHere } from '../session/acts/perform';
import { viewStore, type SidePane } from '../session/place/view-store';
import { saidStore } from '../session/said/said-store';
import { Icon } from '../ui/icon';

/** The name of the article, how one works on it, and what is done with the article as a whole. */
export function Header() {
  const { t } = useTranslation();
  const { title } = useProject();
  const { readOnly: reason, path, history } = useStore(projectStore);
  const settings = useStore(settingsStore);
  const flagging = useStore(viewStore, (state) => state.flagDraft !== null);
  const asking = useStore(saidStore, ({ asked }) => asked !== null);
  const over = useStore(viewStore, (state) => state.over);
  const narrow = useNarrow();
  const readOnly = reason !== null;
  const { outlineOpen, inspectorOpen } = settings.settings;
  const author = authorOf(settings);
  return (
    <header className="header">
      <div className="side">
        <PaneButton pane="outline" shown={over === 'outline' || (outlineOpen && !narrow)} />
        <Title key={title} title={title} readOnly={readOnly} />
        <Kept path={path} reason={reason} />
      </div>
      <div className="modes">
        <ModeSwitch />
      </div>
      <div className="side end">
        {author !== '' && (
          <button
            type="button"
            className="author"
            title={t('header.author', { name: author })}
            aria-label={t('header.author', { name: author })}
            onClick={() => performHere('author')}
          >
            {initialsOf(author)}
          </button>
        )}
        <StepButton act="undo" command={history.undo} />
        <StepButton act="redo" command={history.redo} />
        <ViewMenu />
        <button
          type="button"
          className="icon-button find-button"
          title={t('header.findHint')}
          aria-label={t('header.find')}
          onClick={() => performHere('find')}
        >
          <Icon name="search" />
        </button>
        <button type="button" className="button" data-testid="export" onClick={() => performHere('export')}>
          {t('header.export')}
        </button>
        <MoreMenu />
        <PaneButton
          pane="inspector"
          shown={over === 'inspector' || flagging || asking || (inspectorOpen && !narrow)}
        />
      </div>
    </header>
  );
}

const PANES = {
  outline: { act: 'toggleOutline', icon: 'outline' },
  inspector: { act: 'toggleInspector', icon: 'pane' },
} as const;

/** Shows or hides what stands beside the texts. */
function PaneButton({ pane, shown }: { readonly pane: SidePane; readonly shown: boolean }) {
  const { t } = useTranslation();
  const { act, icon } = PANES[pane];
  return (
    <button
      type="button"
      className="icon-button"
      aria-pressed={shown}
      title={t(`header.${pane}Hint`)}
      aria-label={t(`act.${act}`)}
      data-testid={act}
      onClick={() => performHere(act)}
    >
      <Icon name={icon} />
    </button>
  );
}

function StepButton({
  act,
  command,
}: {
  readonly act: 'undo' | 'redo';
  readonly command: HistoryState['undo'];
}) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={`icon-button ${act}`}
      disabled={!command}
      title={command ? t(`header.${act}`, { command: t(`command.${command}`) }) : t(`act.${act}`)}
      aria-label={t(`act.${act}`)}
      onClick={() => performHere(act)}
    >
      <Icon name={act} />
    </button>
  );
}

/** The first letters of the first two words of a name. */
function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  return words
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toLocaleUpperCase();
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
        <span>{t(waits ? 'header.keeping' : inFile)}</span>
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
