import { findParagraph } from '../../../shared/model/find-paragraph';
import { LANGUAGES, type Language, type PerLanguage } from '../../../shared/model/language';
import type { Row } from '../../../shared/model/row';
import { isSameText, type BaselineRule } from '../../../shared/reconcile/baseline';
import { findChanges, type TextChange } from '../../../shared/reconcile/changes';
import { takenBack, type TakenBack } from '../../../shared/reconcile/take-back';
import { baselineRuleNow } from './baseline';
import { projectStore } from '../project/project-store';

type Changes = PerLanguage<readonly TextChange[]>;

/** What was found last: the list, and every act that asks, get the same. */
let found: { readonly rows: readonly Row[]; readonly rule: BaselineRule; readonly changes: Changes } | null =
  null;

/** Every text that differs from the baseline, version by version. */
export function textChanges(rows: readonly Row[], rule: BaselineRule): Changes {
  if (found?.rows !== rows || found.rule !== rule)
    found = { rows, rule, changes: findChanges(rows, rule, { suggestions: true }) };
  return found.changes;
}

/** Whether suggestions wait in what changed: they are decided as such. */
export function isSuggested({ after }: TextChange, rows: readonly Row[]): boolean {
  return after.some(({ paragraphId }) => findParagraph(rows, paragraphId)?.paragraph.pending);
}

/** Whether what a change made of the text is the agreed text already. */
export function isChangeAgreed({ after }: TextChange, rows: readonly Row[]): boolean {
  return after.every(({ paragraphId, content }) => {
    const agreed = findParagraph(rows, paragraphId)?.paragraph.agreed;
    return agreed !== undefined && isSameText(agreed, content);
  });
}

/** The changes of a version that were made, and are not only suggested. */
function changesMade(language: Language): readonly TextChange[] {
  const rows = rowsNow();
  return textChanges(rows, baselineRuleNow())[language].filter((change) => !isSuggested(change, rows));
}

/** Those of them that are not the agreed text yet. */
export function changesToAgree(language: Language): readonly TextChange[] {
  const rows = rowsNow();
  return changesMade(language).filter((change) => !isChangeAgreed(change, rows));
}

/** What takes them back, where that takes no more than texts. */
export function waysBack(language: Language): readonly TakenBack[] {
  return changesMade(language).flatMap(takenBack);
}

/** What changed a paragraph; undefined where nothing did. */
export function changeOfText(paragraphId: string): TextChange | undefined {
  const changes = textChanges(rowsNow(), baselineRuleNow());
  return LANGUAGES.flatMap((language) => changes[language]).find(({ after }) =>
    after.some((part) => part.paragraphId === paragraphId),
  );
}

function rowsNow(): readonly Row[] {
  return projectStore.getState().project?.rows ?? [];
}
