import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { cutText } from '../../shared/model/cut-text';
import { fileOfPath } from '../../shared/contract/file-of-path';
import { waitingSentence } from '../../shared/contract/failure-sentence';
import type { FileStanding, StandingChoice, TheirFile } from '../../shared/contract/channels';
import type { Result } from '../../shared/model/failure';
import { bridge } from '../session/bridge';
import { returnToTexts } from '../session/typing/active-editor';
import { projectStore } from '../session/project/project-store';
import { standingStore } from '../session/project/standing-store';
import { settleFile } from '../session/project/settle-file';

const CHOICES = {
  replaced: ['theirs', 'mine', 'merge'],
  gone: ['putBack', 'mine'],
  folderGone: ['place', 'mine'],
} as const satisfies Record<string, readonly StandingChoice[]>;

/**
 * Says that the file is not what is shown, as long as that is so, and what can be done. No dialog: it may come while
 * somebody types, who goes on meanwhile.
 */
export function StandingBar() {
  const { t } = useTranslation();
  const { standing } = useStore(standingStore);
  const path = useStore(projectStore, (state) => state.path);
  const [busy, setBusy] = useState(false);
  const theirs = useTheirs(standing);
  if (standing.kind === 'current') return null;
  const all: readonly StandingChoice[] = standing.kind === 'behind' ? [] : CHOICES[situation(standing)];
  const choices = all.filter((choice) => isPossible(choice, theirs));
  const choose = async (choice: StandingChoice) => {
    setBusy(true);
    await settleFile(choice);
    setBusy(false);
    returnToTexts();
  };
  return (
    <div className="standing-bar" role="alert" data-testid="standing" data-kind={standing.kind} title={path}>
      <span>⚠ {tell(standing, theirs, path, t)}</span>
      {choices.map((choice) => (
        <button
          key={choice}
          type="button"
          className="button small"
          disabled={busy}
          title={t(`standing.hint.${choice}`)}
          data-testid={`standing-${choice}`}
          onClick={() => void choose(choice)}
        >
          {t(`standing.${choice}`)}
        </button>
      ))}
    </div>
  );
}

/** What lies in the place of the file, looked at again whenever the person comes back; null until that is known. */
function useTheirs(standing: FileStanding): Result<TheirFile> | null {
  const [theirs, setTheirs] = useState<Result<TheirFile> | null>(null);
  const isReplaced = standing.kind === 'replaced';
  useEffect(() => {
    if (!isReplaced) return;
    let isMeant = true;
    const look = async () => {
      const found = await bridge.request('project/theirs', null);
      if (isMeant) setTheirs(found);
    };
    void look();
    const lookAgain = () => void look();
    window.addEventListener('focus', lookAgain);
    return () => {
      isMeant = false;
      setTheirs(null);
      window.removeEventListener('focus', lookAgain);
    };
  }, [isReplaced]);
  return theirs;
}

/** Another article can be merged with nothing, and what is no project at all cannot be opened either. */
function isPossible(choice: StandingChoice, theirs: Result<TheirFile> | null): boolean {
  if (choice === 'merge') return theirs?.ok === true && theirs.value.isCopy;
  return choice !== 'theirs' || theirs?.ok !== false;
}

function tell(
  standing: Exclude<FileStanding, { kind: 'current' }>,
  theirs: Result<TheirFile> | null,
  path: string,
  t: ReturnType<typeof useTranslation>['t'],
): string {
  const file = fileOfPath(path);
  const why = standing.failure ? waitingSentence(standing.failure, t) : '';
  if (standing.kind === 'behind') return t('standing.behind', { file, why });
  return [t(`standing.${situation(standing)}`, { file }), tellTheirs(theirs, t), whereMine(standing, t), why]
    .filter((part) => part !== '')
    .join(' ');
}

type Astray = Extract<FileStanding, { readonly mine: string | null }>;

function situation({ kind, folderGone }: Astray): keyof typeof CHOICES {
  return folderGone ? 'folderGone' : kind;
}

/** Where the person's version is, or will be once it is in a file. */
function whereMine({ mine, planned, failure }: Astray, t: ReturnType<typeof useTranslation>['t']): string {
  if (mine !== null) return t('standing.there', { mine });
  return failure ? t('standing.here') : t('standing.soon', { mine: planned });
}

/** Says what lies there where that is no copy of the article. */
function tellTheirs(theirs: Result<TheirFile> | null, t: ReturnType<typeof useTranslation>['t']): string {
  if (!theirs) return '';
  if (!theirs.ok) return t('standing.unreadable');
  return theirs.value.isCopy ? '' : t('standing.anotherArticle', { title: cutText(theirs.value.title, 80) });
}
