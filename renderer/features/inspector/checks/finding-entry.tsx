import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Finding } from '../../../../shared/checks/engine/finding';
import { findingSentence } from '../../../../shared/contract/finding-sentence';
import { cutText } from '../../../../shared/model/cut-text';
import { findingActs } from '../../../controls/finding-acts';
import { goToPlace } from '../../../session/place/go-to-place';
import type { Matter } from '../../../session/matters/matter';
import { goToMatter, showMatter } from '../../../session/matters/show-matter';
import { useReadOnly } from '../../../hooks/use-project';
import { textOf, shownTextOf } from '../../../session/project/text-of';
import { viewStore } from '../../../session/place/view-store';
import { FindingView } from '../../../ui/finding-view';
import { Shape } from '../../../ui/shape';

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
    ({ shown }) =>
      shown?.matter.kind === 'finding' && shown.matter.key === finding.key && shown.card === 'none',
  );
  useEffect(() => {
    if (!open) return;
    host.current?.scrollIntoView({ block: 'nearest' });
    // The button that was pressed may be gone with what it dealt with: the hand goes on here.
    if (!document.activeElement || document.activeElement === document.body)
      host.current?.querySelector('button')?.focus({ preventScroll: true });
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
        onClick={() => goToMatter({ kind: 'finding', rowId: finding.rowId, key: finding.key }, 'none')}
      >
        <Shape name={finding.severity} label={t(`severity.${finding.severity}`)} />
        <small>{head.filter(Boolean).join(' · ')}</small>
        {!open && <span>{findingSentence(finding, t)}</span>}
      </button>
      {open && (
        <>
          <FindingView
            finding={finding}
            textOf={shownTextOf}
            readOnly={readOnly}
            acts={findingActs(finding)}
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
  const matter: Matter = { kind: 'finding', rowId: finding.rowId, key: finding.key };
  return (
    <ul className="places">
      {finding.spans.slice(0, 12).map((span, i) => (
        <li key={i}>
          <button
            type="button"
            className="place"
            onClick={() => goToPlace(span) && showMatter(matter, 'none')}
          >
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
