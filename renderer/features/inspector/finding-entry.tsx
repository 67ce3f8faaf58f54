import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '../../../shared/checks/engine/finding';
import { findingSentence } from '../../../shared/contract/finding-sentence';
import { cutText } from '../../../shared/model/cut-text';
import { addWord } from '../../session/dictionary-words';
import { dismissFinding, fixFindings, goToFinding, raiseFinding } from '../../session/findings';
import { useReadOnly } from '../../hooks/use-project';
import { textOf } from '../../session/text-of';
import { viewStore } from '../../session/view-store';
import { FindingView } from '../../ui/finding-view';

/** A finding in a list: a click leads to its words and shows what can be done about it. */
export function FindingEntry({
  finding,
  row,
  named,
}: {
  readonly finding: Finding;
  /** The number of its row as people count; null where that is known anyway. */
  readonly row: number | null;
  /** Whether to say which check it was. */
  readonly named: boolean;
}) {
  const { t } = useTranslation();
  const host = useRef<HTMLLIElement>(null);
  const readOnly = useReadOnly();
  // What is told beside the words need not be told here too, and the list stays still under the mouse.
  const open = useStore(
    viewStore,
    ({ finding: shown }) => shown?.key === finding.key && shown.card === 'none',
  );
  useEffect(() => {
    if (open) host.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  const [first] = finding.spans;
  const head = [
    row === null ? '' : t('inspector.rowNumber', { number: row }),
    named ? t(`check.${finding.check}.name`) : '',
    first ? t(`language.${first.language}`) : '',
  ];
  return (
    <li ref={host} className={open ? 'finding-entry on' : 'finding-entry'} data-testid="finding">
      <button
        type="button"
        className="finding-go"
        aria-expanded={open}
        onClick={() => goToFinding(finding, 'none')}
      >
        <small>{head.filter(Boolean).join(' · ')}</small>
        {!open && <span>{findingSentence(finding, t)}</span>}
      </button>
      {open && (
        <>
          <FindingView
            finding={finding}
            textOf={textOf}
            readOnly={readOnly}
            named={false}
            acts={{
              onFix: () => void fixFindings([finding]),
              onDismiss: (reason, note) => void dismissFinding(finding, reason, note),
              onRaise: () => void raiseFinding(finding, t),
              onAddWord: () => addWord(finding),
            }}
          />
          <FindingPlaces finding={finding} />
        </>
      )}
    </li>
  );
}

/** The places a finding is about; each leads there. */
function FindingPlaces({ finding }: { readonly finding: Finding }) {
  const { t } = useTranslation();
  return (
    <ul className="places">
      {finding.spans.slice(0, 12).map((span, i) => (
        <li key={i}>
          <button type="button" className="place" onClick={() => goToFinding(finding, 'none', span)}>
            <span className="place-language">{t(`language.${span.language}`)}</span>
            {span.start === span.end ? (
              <i>{t('flag.insertionPoint')}</i>
            ) : (
              <span lang={span.language}>
                {cutText(textOf(span.paragraphId).slice(span.start, span.end))}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}
