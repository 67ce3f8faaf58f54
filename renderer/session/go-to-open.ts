import type { FlagSpan } from '../../shared/model/flag';
import { goToFinding } from './findings';
import { goToPlace } from './go-to-place';
import type { OpenThing } from './open-things';
import { changeSettings } from './settings-store';
import { select, setView } from './view-store';

/** Goes to something that is open and shows it: a finding with its card, a flag in the list of its row. */
export function goToOpen(thing: OpenThing | undefined): void {
  switch (thing?.kind) {
    case 'finding':
      return goToFinding(thing.finding, 'open');
    case 'flag': {
      const [first] = thing.flag.spans;
      if (first) goToSpan(first);
      changeSettings({ inspectorOpen: true });
      return setView({ tab: 'row' });
    }
    case 'suggestion':
      return void goToPlace({ ...thing, start: 0, end: 0 });
    case undefined:
  }
}

/** Goes to a place a flag is about, which may be one where something is missing. */
function goToSpan(span: FlagSpan): void {
  if (span.at === 'text') return void goToPlace(span);
  setView({ filter: 'all' });
  select({ rowId: span.rowId, language: span.language, paragraphId: null });
}
