import { z } from 'zod';
import type { Severity } from '../../model/flag';
import { LANGUAGES, languageSchema, type Language } from '../../model/language';
import { paragraphIdSchema, type Role } from '../../model/paragraph';
import type { Order } from '../../model/order';
import type { CheckId, MessageOf } from './strings';

/** `text.slice(start, end)` of a paragraph in UTF-16 offsets; start = end where something is missing. */
export interface FindingSpan {
  readonly language: Language;
  readonly paragraphId: string;
  readonly start: number;
  readonly end: number;
}

/** The place alone of what has one: a name, a number, a term. */
export function spanOf({ language, paragraphId, start, end }: FindingSpan): FindingSpan {
  return { language, paragraphId, start, end };
}

/** A span and the text that would mend it, as the window asks for it to be put in. */
export const fixSchema = z
  .object({
    language: languageSchema,
    paragraphId: paragraphIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
    text: z.string(),
  })
  .readonly();

export type Fix = z.infer<typeof fixSchema>;

/** What a paragraph would have to be to be the same as in the other versions. */
export interface RoleOffer {
  readonly paragraphId: string;
  readonly role: Role;
  /** The version it would be as in. */
  readonly like: Language;
}

/** What a check says of a place; which check and which row are added by who runs it. */
export interface Report<Message extends string = string> {
  /** The end of a locale key, `check.<id>.message.<message>`. */
  readonly message: Message;
  /** For its sentence; `language` and `others` hold language codes, `is` and `elsewhere` roles, which become names; `said` see {@link sayingsOf}. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Absent for the usual one of the check. */
  readonly severity?: Severity;
  /** The place that is probably wrong first, then what it was compared with. */
  readonly spans: readonly FindingSpan[];
  /** Put in together they mend it; absent where nobody can know how. */
  readonly fixes?: readonly Fix[];
  /** Each alone would mend it, the likeliest first; a person has to say which. Absent where there are no fixes to choose from. */
  readonly choices?: readonly Fix[];
  /**
   * Where a version lacks sentences that the others have, `whole`, or a part of them: what else is said of the same
   * words there is the same loss. Absent for all that is not a loss of sentences.
   */
  readonly loss?: 'whole' | 'part';
  /** Where a paragraph has to stand; absent where order is not what is wrong. */
  readonly order?: Order;
  /** What a paragraph is to be; absent where that is not what is wrong. */
  readonly role?: RoleOffer;
}

/** What one check says of a place: a message that it has a string for. */
export type ReportOf<Id extends CheckId> = Report<MessageOf<Id>>;

/** What an automatic check reports. */
export interface Finding {
  /** The same as long as the texts it is about stay the same; others have others. */
  readonly key: string;
  readonly check: CheckId;
  readonly severity: Severity;
  readonly rowId: string;
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly spans: readonly FindingSpan[];
  readonly fixes: readonly Fix[];
  readonly choices?: readonly Fix[];
  readonly order?: Order;
  readonly role?: RoleOffer;
}

/** What each version has, for a message (see finding-sentence.ts): a line for each, its language and the words there. */
export function sayingsOf(values: readonly { readonly language: Language; readonly text: string }[]): string {
  return LANGUAGES.flatMap((language) => {
    const value = values.find((each) => each.language === language);
    return value ? [`${language} ${value.text}`] : [];
  }).join('\n');
}
