import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../../shared/interface/format-time';
import type { Paragraph } from '../../../../shared/model/paragraph';
import { raiseNotes } from '../../../../shared/text/raise-notes';
import { suggestionsIn } from '../../../../shared/reconcile/suggestions';
import { bridge } from '../../../session/bridge';
import type { ActId } from '../../../session/acts/all-acts';
import { perform } from '../../../session/acts/perform';
import type { Matter } from '../../../session/matters/matter';
import { targetOf } from '../../../session/matters/place-of-matter';
import { WordDiff } from '../../../ui/word-diff';
import type { FoundChange } from './matter-line';

/** So many characters are shown before and after what changed. */
const AROUND = 40;

/** What was changed, by whom, and the decision on it. */
export function ChangeBody({
  matter,
  paragraph,
  change: { hunk, which, removed, moved },
  readOnly,
}: {
  readonly matter: Extract<Matter, { kind: 'change' }>;
  readonly paragraph: Paragraph;
  readonly change: FoundChange;
  readonly readOnly: boolean;
}) {
  const { t } = useTranslation();
  const { start, end } = hunk.after;
  const ask = (act: ActId) => void perform(act, targetOf(matter));
  const { pending, id } = paragraph;
  const text = raiseNotes(paragraph);
  const runs = [
    { kind: 'same', text: text.slice(0, start) },
    ...(hunk.kind === 'restyled' ? [] : [{ kind: 'deleted', text: removed } as const]),
    { kind: hunk.kind === 'restyled' ? 'same' : 'inserted', text: text.slice(start, end) },
    { kind: 'same', text: text.slice(end) },
  ] as const;
  const last = useLastChange(id, paragraph.text);
  const by = pending ? suggestionsIn(paragraph)[which]?.by : last;
  return (
    <>
      <WordDiff
        language={matter.language}
        around={AROUND}
        runs={runs.map((run, n) =>
          run.text === '' && n > 0 && n < runs.length - 1 ? { ...run, kind: 'same' } : run,
        )}
      />
      {hunk.kind === 'restyled' && <p className="quiet">{t('matter.line.restyled')}</p>}
      {moved && <p className="quiet">{t('cell.moved')}</p>}
      {by && <p className="quiet">{t('matter.by', { author: by.author, time: formatTime(by.time, t) })}</p>}
      {!readOnly && (
        <div className="acts">
          {pending ? (
            <>
              <button type="button" className="button small primary" onClick={() => ask('acceptSuggestions')}>
                {t('suggestion.accept')}
              </button>
              <button type="button" className="button small" onClick={() => ask('rejectSuggestions')}>
                {t('suggestion.reject')}
              </button>
            </>
          ) : (
            <button type="button" className="button small" onClick={() => ask('takeBackChange')}>
              {t('matter.takeBack')}
            </button>
          )}
        </div>
      )}
    </>
  );
}

/** Who changed a paragraph last, once that is told; asked for anew when its text is another. */
function useLastChange(paragraphId: string, text: string) {
  const [last, setLast] = useState<{ readonly author: string; readonly time: number } | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.request('project/lastChanges', { paragraphIds: [paragraphId] }).then((told) => {
      if (wanted && told.ok) setLast(told.value[0] ?? null);
    });
    return () => {
      wanted = false;
    };
  }, [paragraphId, text]);
  return last;
}
