import type { Language } from '../../model/language';
import type { CheckedRow } from '../engine/check';
import { conceptsOf } from '../engine/word-concepts';
import type { PlacedName } from './name-facts';

/** What the words of a version of a row may stand for. */
export function conceptsIn(row: CheckedRow, language: Language): ReadonlySet<string> {
  return new Set(
    row.compared[language].flatMap((paragraph) => [...conceptsOf(paragraph, language).values()].flat()),
  );
}

/** What a name may stand for. */
export function conceptsAt(row: CheckedRow, { language, paragraphId, start }: PlacedName): readonly string[] {
  const paragraph = row.compared[language].find(({ id }) => id === paragraphId);
  return (paragraph && conceptsOf(paragraph, language).get(start)) ?? [];
}
