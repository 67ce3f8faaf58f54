import type { Flag } from '../../../shared/model/flag';
import type { Row } from '../../../shared/model/row';
import { baselineRuleNow } from './baseline';
import { findingNow, findingsStore, NO_FINDINGS } from './findings-store';
import { projectStore } from '../project/project-store';
import { criteriaNow } from '../rows/criteria';
import { rowFlags } from '../rows/row-filters';
import { columnsNow, settingsStore } from '../settings/settings-store';
import type { Words } from '../place/target';
import { viewStore } from '../place/view-store';
import type { Selected } from '../place/selected';
import { changeAt, changesIn } from './changes-in';
import { isSameMatter, type Matter } from './matter';
import { rowMatters } from './row-matters';
import { showMatter } from './show-matter';

/** Where matters are looked for: a row, the text there that is meant, and the caret or the marked words in it. */
interface Place {
  readonly row: Row;
  readonly place: Selected;
  readonly words: Words | null;
}

/** What asks for an eye where a person is, what is nearest first: at the caret, in the text, in the row. */
export function mattersHere({ row, place, words }: Place): readonly Matter[] {
  const flags = flagsOf(row);
  const findings = findingsStore.getState().open.get(row.id) ?? NO_FINDINGS;
  const all = rowMatters(row, flags, findings, columnsNow()).flatMap(({ matters }) => matters);
  const changed = words ? changeUnder(row, words) : null;
  const known = changed && !all.some((matter) => isSameMatter(matter, changed)) ? [...all, changed] : all;
  const flagsById = new Map(flags.map((flag) => [flag.id, flag]));
  const nearness = (matter: Matter): number => {
    const spans = spansOf(matter, row, flagsById);
    const isAt = ({ paragraphId, start, end }: Span) =>
      paragraphId === words?.paragraphId && start <= words.end && end >= words.start;
    if (words && spans.some(isAt)) return 0;
    if (spans.some(({ paragraphId }) => paragraphId === place.paragraphId)) return 1;
    return spans.some(({ language }) => language === place.language) ? 2 : 3;
  };
  return known
    .map((matter) => ({ matter, away: nearness(matter) }))
    .toSorted((a, b) => a.away - b.away)
    .map(({ matter }) => matter);
}

/** Opens the card of what asks for an eye where a person is, and goes into it: what is shown already, or the nearest. */
export function openMatterHere(at: Place): void {
  const { shown } = viewStore.getState();
  const all = mattersHere(at);
  const matter = all.find((each) => isSameMatter(each, shown?.matter)) ?? all[0];
  if (matter) showMatter(matter, 'focus');
}

type Span = Words;

function spansOf(matter: Matter, row: Row, flags: ReadonlyMap<string, Flag>): readonly Span[] {
  switch (matter.kind) {
    case 'finding':
      return findingNow(matter.rowId, matter.key)?.spans.slice(0, 1) ?? [];
    case 'flag':
      return flags.get(matter.flagId)?.spans.flatMap((span) => (span.at === 'text' ? [span] : [])) ?? [];
    case 'change': {
      const { language, paragraphId, at } = matter;
      const paragraph = row.cells[language].paragraphs.find(({ id }) => id === paragraphId);
      const changes = paragraph ? changesIn(paragraph, baselineRuleNow(), textViewNow()) : [];
      const change = changes[changeAt(changes, at)];
      return change ? [{ language, paragraphId, ...change.after }] : [];
    }
    case 'stale': {
      const { language } = matter;
      const [first] = row.cells[language].paragraphs;
      // The whole text is meant, no word of it.
      return first ? [{ language, paragraphId: first.id, start: Infinity, end: -1 }] : [];
    }
    case 'alignment':
      return [];
  }
}

/** The change at the caret, or in the marked words. */
function changeUnder(row: Row, { language, paragraphId, start }: Words): Matter | null {
  const paragraph = row.cells[language].paragraphs.find(({ id }) => id === paragraphId);
  const changes = paragraph ? changesIn(paragraph, baselineRuleNow(), textViewNow()) : [];
  const change = changes[changeAt(changes, start)];
  return change ? { kind: 'change', rowId: row.id, language, paragraphId, at: change.after.start } : null;
}

function textViewNow() {
  return settingsStore.getState().settings.textView;
}

function flagsOf(row: Row) {
  const { project } = projectStore.getState();
  return project ? rowFlags(row, criteriaNow(project)) : [];
}
