import { z } from 'zod';
import { severitySchema } from '../../model/flag';
import { LANGUAGES, languageSchema, type Language } from '../../model/language';
import { paragraphIdSchema } from '../../model/paragraph';
import { rowIdSchema } from '../../model/row';

/** Every check there is; its name and explanation are in the locales, under `check.<id>`. */
export const CHECKS = [
  'number',
  'countVariant',
  'date',
  'nameMissing',
  'nameVariant',
  'omission',
  'untranslated',
  'length',
  'negation',
  'quotation',
  'bracket',
  'footnote',
  'listNumber',
  'link',
  'role',
  'term',
  'termVariant',
  'typography',
  'doubledWord',
  'mixedScript',
  'kyrgyzLetter',
  'spelling',
  'hiddenCharacter',
] as const;

export const checkIdSchema = z.enum(CHECKS);

export type CheckId = z.infer<typeof checkIdSchema>;

/** `text.slice(start, end)` of a paragraph in UTF-16 offsets; start = end where something is missing. */
export const findingSpanSchema = z
  .object({
    language: languageSchema,
    paragraphId: paragraphIdSchema,
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  })
  .readonly();

export type FindingSpan = z.infer<typeof findingSpanSchema>;

/** A span and the text that would mend it. */
export const fixSchema = z.object({ ...findingSpanSchema.unwrap().shape, text: z.string() }).readonly();

export type Fix = z.infer<typeof fixSchema>;

/** What a check says of a place; which check and which row are added by who runs it. */
export interface Report {
  /** The end of a locale key, `check.<id>.message.<message>`. */
  readonly message: string;
  /** For its sentence; `language` and `others` hold language codes, which become names; `said` see {@link sayingsOf}. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Absent for the usual one of the check. */
  readonly severity?: z.infer<typeof severitySchema>;
  /** The place that is probably wrong first, then what it was compared with. */
  readonly spans: readonly FindingSpan[];
  /** Put in together they mend it; absent where nobody can know how. */
  readonly fixes?: readonly Fix[];
}

export const findingSchema = z
  .object({
    /** The same as long as the texts it is about stay the same; others have others. */
    key: z.string(),
    check: checkIdSchema,
    severity: severitySchema,
    rowId: rowIdSchema,
    message: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    spans: z.array(findingSpanSchema).readonly(),
    fixes: z.array(fixSchema).readonly(),
  })
  .readonly();

/** What an automatic check reports. */
export type Finding = z.infer<typeof findingSchema>;

/** What each version has, for a message (see finding-sentence.ts): a line for each, its language and the words there. */
export function sayingsOf(values: readonly { readonly language: Language; readonly text: string }[]): string {
  return LANGUAGES.flatMap((language) => {
    const value = values.find((each) => each.language === language);
    return value ? [`${language} ${value.text}`] : [];
  }).join('\n');
}
