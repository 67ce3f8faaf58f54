import type { TFunction } from 'i18next';
import { cutText } from '../../shared/model/cut-text';
import { LANGUAGES } from '../../shared/model/language';
import type { Row } from '../../shared/model/row';
import { CORE_TYPOLOGY } from '../../shared/mqm/typology';
import { categoryName } from '../../shared/mqm/category-name';
import type { Written } from '../../shared/merge/flag-conflicts';
import type { FieldConflict, ProjectConflict } from '../../shared/merge/project-conflict';
import { settledText } from '../../shared/reconcile/suggestions';
import { otherText } from '../../shared/merge/other-text';

/** So much of a row tells which one it is, in UTF-16 units. */
const FIRST_WORDS = 40;

/** So many rows are told one by one. */
const MOST_ROWS = 8;

/** The sentence of a flag, or of a reply in its thread, that tells what was not kept. */
export function tellConflict(conflict: ProjectConflict, written: Written | null, t: TFunction): string {
  // A second note is a word in the conversation, as its author wrote it.
  if (conflict.kind === 'field' && conflict.field === 'note') return valueWords(conflict, 'other', t);
  const said = toldOf(conflict, t);
  return written && said !== '' ? t('copy.by', { said, author: written.author }) : said;
}

function toldOf(conflict: ProjectConflict, t: TFunction): string {
  switch (conflict.kind) {
    case 'text': {
      const { text, targets } = otherText(conflict);
      return t('copy.other', { text: [text, ...targets].join(' ') });
    }
    case 'removed': {
      const { paragraph } = conflict;
      const [shown, settled] = [paragraph.text, settledText(paragraph).text];
      const text = [shown, ...(settled === shown ? [] : [`[${settled}]`])].join(' ');
      const { reason } = paragraph.adapted ?? {};
      const removed = t('copy.removed', { text });
      return reason === undefined ? removed : `${removed} (${t('copy.fields.adapted')}: ${reason})`;
    }
    case 'arrangement':
      return t('copy.rows', { rows: rowWords(conflict.other, conflict.otherAt, t) });
    case 'field': {
      const value = valueWords(conflict, 'other', t);
      return t('copy.field', { field: t(`copy.fields.${conflict.field}`), value });
    }
  }
}

/** What one copy has of a field, in words. */
export function valueWords(conflict: FieldConflict, side: 'kept' | 'other', t: TFunction): string {
  const value = conflict[side];
  switch (conflict.field) {
    case 'status':
      return t(`flagStatus.${String(value)}`);
    case 'severity':
      return t(`severity.${String(value)}`);
    case 'role':
      return t(`role.${String(value)}`);
    case 'category':
      return categoryName(String(value), CORE_TYPOLOGY, 'en', (key, options) => t(key, options));
    case 'pivot':
      return typeof value === 'string' ? t(`language.${value}`) : t('copy.none');
    case 'assignee':
      return typeof value === 'string' ? value : t('flag.nobody');
    case 'adapted':
      return isReason(value) ? value.reason : t('copy.none');
    default:
      return typeof value === 'string' && value !== '' ? value : t('copy.none');
  }
}

function isReason(value: unknown): value is { readonly reason: string } {
  return typeof value === 'object' && value !== null && 'reason' in value && typeof value.reason === 'string';
}

/** Rows by their numbers and first words: "3 “In 2024 the works…”, 4 “The mayor said…”". */
export function rowWords(rows: readonly Row[], from: number, t: TFunction): string {
  const told = rows.slice(0, MOST_ROWS).map((row, n) => {
    const texts = LANGUAGES.flatMap((language) => row.cells[language].paragraphs.map(({ text }) => text));
    const words = cutText(texts.find((text) => text !== '') ?? '', FIRST_WORDS);
    return words === '' ? String(from + n + 1) : t('copy.row', { row: from + n + 1, words });
  });
  if (told.length === 0) return t('copy.none');
  return [...told, ...(rows.length > MOST_ROWS ? ['…'] : [])].join(', ');
}
