import type { Flag } from '../../../shared/model/flag';
import type { Paragraph } from '../../../shared/model/paragraph';
import type { Row } from '../../../shared/model/row';
import { baselineText } from '../../../shared/reconcile/baseline';
import { staleSources } from '../../../shared/reconcile/stale';
import { baselineRuleNow } from './baseline';
import { openFindingsInOrder } from './findings';
import { projectStore } from '../project/project-store';
import { columnsNow, settingsStore } from '../settings/settings-store';
import { shownFlagsNow } from './shown-flags';
import { criteriaNow } from '../rows/criteria';
import { needsAlignmentCheck } from '../rows/row-filters';
import { changesIn } from './changes-in';
import type { Matter } from './matter';

/** In more paragraphs than this the changes are not told apart: each paragraph counts as one. */
const MOST_COMPARED = 400;

/** All matters of a kind that wait for a person, in the order of the article, in the columns that are shown. */
export function mattersInOrder(kind: Matter['kind']): readonly Matter[] {
  const rows = projectStore.getState().project?.rows ?? [];
  switch (kind) {
    case 'finding':
      return openFindingsInOrder().map(({ rowId, key }) => ({ kind: 'finding', rowId, key }));
    case 'flag':
      return openFlagsInOrder(rows).map(({ rowId, flag }) => ({ kind: 'flag', rowId, flagId: flag.id }));
    case 'change':
      return changesInOrder(rows, isChangeShown());
    case 'stale':
      return rows.flatMap((row) =>
        columnsNow()
          .filter((language) => staleSources(row, language).length > 0)
          .map((language): Matter => ({ kind: 'stale', rowId: row.id, language })),
      );
    case 'alignment':
      return doubtfulInOrder();
  }
}

/** The suggestions to be decided on, in the order of the article, in the columns that are shown. */
export function suggestionsInOrder(): readonly Matter[] {
  return changesInOrder(projectStore.getState().project?.rows ?? [], isSuggestion);
}

function doubtfulInOrder(): readonly Matter[] {
  const { project } = projectStore.getState();
  if (!project) return [];
  const criteria = criteriaNow(project);
  return project.rows
    .filter((row) => needsAlignmentCheck(row, criteria))
    .map(({ id: rowId }) => ({ kind: 'alignment', rowId }));
}

/** The open flags this person may see, by where their first place stands. */
function openFlagsInOrder(rows: readonly Row[]): readonly { readonly rowId: string; readonly flag: Flag }[] {
  const { project } = projectStore.getState();
  const open = (project ? shownFlagsNow(project) : []).filter(({ status }) => status === 'open');
  if (open.length === 0) return [];
  const byPlace = new Map<string, Flag[]>();
  for (const flag of open) {
    const [first] = flag.spans;
    if (!first) continue;
    const place = first.at === 'gap' ? first.rowId : first.paragraphId;
    byPlace.set(place, [...(byPlace.get(place) ?? []), flag]);
  }
  const startOf = ({ spans: [first] }: Flag) => (first?.at === 'text' ? first.start : 0);
  return rows.flatMap(({ id: rowId, cells }) => {
    const here = columnsNow().flatMap((language) =>
      cells[language].paragraphs.flatMap(({ id }) =>
        (byPlace.get(id) ?? []).toSorted((a, b) => startOf(a) - startOf(b)),
      ),
    );
    return [...(byPlace.get(rowId) ?? []), ...here].map((flag) => ({ rowId, flag }));
  });
}

function isSuggestion({ pending }: Paragraph): boolean {
  return pending !== undefined;
}

function isChangeShown(): (paragraph: Paragraph) => boolean {
  if (settingsStore.getState().settings.textView !== 'changes') return isSuggestion;
  const rule = baselineRuleNow();
  return (paragraph) => isSuggestion(paragraph) || baselineText(rule, paragraph) !== paragraph;
}

function changesInOrder(rows: readonly Row[], isMeant: (paragraph: Paragraph) => boolean): readonly Matter[] {
  const rule = baselineRuleNow();
  const { textView } = settingsStore.getState().settings;
  const changed = rows.flatMap(({ id: rowId, cells }) =>
    columnsNow().flatMap((language) =>
      cells[language].paragraphs.filter(isMeant).map((paragraph) => ({ rowId, language, paragraph })),
    ),
  );
  return changed.flatMap(({ rowId, language, paragraph }): readonly Matter[] => {
    const place = { kind: 'change', rowId, language, paragraphId: paragraph.id } as const;
    if (changed.length > MOST_COMPARED) return [{ ...place, at: 0 }];
    return changesIn(paragraph, rule, textView).map(({ after }) => ({ ...place, at: after.start }));
  });
}
