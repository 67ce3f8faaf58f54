import type { Severity } from '../../model/flag';
import type { Language, PerLanguage } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { ReportOf } from './finding';
import type { Category, CheckId } from './strings';

/** A row as checks see it. */
export interface CheckedRow {
  readonly rowId: string;
  /** 0 to 1: how likely it is right; 1 for rows a person made or confirmed. */
  readonly confidence: number;
  /**
   * The paragraphs of each version in reading order. Where a version says something else on purpose its list is
   * empty: nothing is to be compared with it. Pictures are among them where each version that has something here has one.
   */
  readonly compared: PerLanguage<readonly Paragraph[]>;
  /** All paragraphs of each version in reading order. */
  readonly all: PerLanguage<readonly Paragraph[]>;
  /**
   * The version whose text of this row stands in another one or the other way round, else null: it is not compared, and
   * does not lack what the others have.
   */
  readonly outOfOrder: Language | null;
}

/** Dictionaries, and the words people added to them. Words are asked for in small letters. */
export interface Spelling {
  readonly isKnown: (word: string, language: Language) => boolean;
  /** Known words that are one slip of a finger away: a letter too many, too few, another, or two that swapped. */
  readonly suggest: (word: string, language: Language) => readonly string[];
}

/** What checks know beside the text. */
export interface CheckContext {
  /** Terms that are agreed, a line for each: `ru | ky | en`. */
  readonly glossary: string;
  /** For each language, spellings of names that a person approved; absent where nobody did. */
  readonly approved?: PerLanguage<readonly string[]>;
  /** Absent where there are no dictionaries, or as long as they are being read. */
  readonly spelling?: Spelling;
}

/** What is to be known of a check: this record is the only place that tells it. */
interface Described<Id extends CheckId> {
  readonly id: Id;
  /** How grave what it finds usually is. */
  readonly severity: Severity;
  /** The kind of error of a flag that is made of a finding. */
  readonly category: Category;
  /** Whether it can only look once there are dictionaries; all other checks do not wait for them. */
  readonly needsDictionaries?: true;
}

/** A check that needs to see one row only. */
export interface RowCheck<Id extends CheckId = CheckId> extends Described<Id> {
  readonly scope: 'row';
  readonly find: (row: CheckedRow, context: CheckContext) => readonly ReportOf<Id>[];
}

/** A check that compares places all over the article; each report belongs to the row of its first span. */
export interface ArticleCheck<Id extends CheckId = CheckId> extends Described<Id> {
  readonly scope: 'article';
  readonly find: (rows: readonly CheckedRow[], context: CheckContext) => readonly ReportOf<Id>[];
  /**
   * Rows, by id, whose text in one version stands out of order: all checks are told (`outOfOrder`). Asked before the
   * others.
   */
  readonly outOfOrder?: (rows: readonly CheckedRow[]) => ReadonlyMap<string, Language>;
}

export type Check<Id extends CheckId = CheckId> = RowCheck<Id> | ArticleCheck<Id>;
