import { findParagraph } from '../../../shared/model/find-paragraph';
import { LANGUAGES, type Language } from '../../../shared/model/language';
import { targetAt, type Target } from '../place/target';
import { viewStore } from '../place/view-store';
import type { Selected } from '../place/selected';
import { projectStore } from '../project/project-store';
import { columnsNow } from '../settings/settings-store';
import { findingNow } from './findings-store';
import type { Matter } from './matter';

/** What an act that is asked for at a matter is about: the matter, and the place where it is. */
export function targetOf(matter: Matter): Target {
  const place = placeOfMatter(matter);
  return targetAt(
    place && { rowId: place.rowId, language: place.language, paragraphId: place.paragraphId },
    matter,
  );
}

/** Where a matter is, and where in the text a caret goes to it, a UTF-16 offset; null where that is gone. */
export function placeOfMatter(matter: Matter): (Selected & { readonly caret: number }) | null {
  const { project } = projectStore.getState();
  const rows = project?.rows ?? [];
  const inText = (language: Language, paragraphId: string, caret: number) => {
    const row = findParagraph(rows, paragraphId)?.row;
    return row ? { rowId: row.id, language, paragraphId, caret } : null;
  };
  switch (matter.kind) {
    case 'finding': {
      const [first] = findingNow(matter.rowId, matter.key)?.spans ?? [];
      return first ? inText(first.language, first.paragraphId, first.start) : null;
    }
    case 'flag': {
      const [first] = project?.flags.find(({ id }) => id === matter.flagId)?.spans ?? [];
      if (!first) return null;
      if (first.at === 'text') return inText(first.language, first.paragraphId, first.start);
      return rows.some(({ id }) => id === first.rowId)
        ? { rowId: first.rowId, language: first.language, paragraphId: null, caret: 0 }
        : null;
    }
    case 'change':
      return inText(matter.language, matter.paragraphId, matter.at);
    case 'stale': {
      const { rowId, language } = matter;
      const last = rows.find(({ id }) => id === rowId)?.cells[language].paragraphs.at(-1);
      return last ? { rowId, language, paragraphId: last.id, caret: last.text.length } : null;
    }
    case 'alignment': {
      const { rowId } = matter;
      const language = viewStore.getState().selected?.language ?? columnsNow()[0] ?? LANGUAGES[0];
      return rows.some(({ id }) => id === rowId) ? { rowId, language, paragraphId: null, caret: 0 } : null;
    }
  }
}
