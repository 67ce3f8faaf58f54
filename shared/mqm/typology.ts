import { z } from 'zod';
import { interfaceLanguageSchema } from '../interface/language-schema';
import { SEVERITIES, TO_DECIDE, type Severity } from '../model/flag';

/** Letters, digits, hyphens and underscores: an id stands before and after the slash of "accuracy/omission". */
const idSchema = z.string().regex(/^[\p{L}\p{N}_-]{1,60}$/u);

/** What people read instead of the name Triptych has, in the languages in which it was given. */
const namesSchema = z.partialRecord(interfaceLanguageSchema, nameSchema()).readonly();

const weightSchema = z.number().min(0).max(100);

export const errorTypeSchema = z
  .strictObject({
    id: idSchema,
    names: namesSchema.optional(),
    /** That of its dimension where it has none of its own. */
    weight: weightSchema.optional(),
  })
  .readonly();

export type ErrorType = z.infer<typeof errorTypeSchema>;

export const dimensionSchema = z
  .strictObject({
    id: idSchema,
    /** What ISO 5060:2024 calls it; absent in a dimension of the newsroom's own. */
    iso5060: z.string().max(80).optional(),
    names: namesSchema.optional(),
    weight: weightSchema,
    types: z.array(errorTypeSchema).max(100).readonly(),
  })
  .readonly();

export type Dimension = z.infer<typeof dimensionSchema>;

export const penaltiesSchema = z
  .strictObject({
    neutral: z.number().min(0).max(1000),
    minor: z.number().min(0).max(1000),
    major: z.number().min(0).max(1000),
    critical: z.number().min(0).max(1000),
  })
  .readonly();

export const passMarkSchema = z.number().min(0).max(100);

export const scaleSchema = z.number().positive().max(100);

/**
 * The kinds of error flags are sorted by, and what they cost: an MQM metric as a newsroom sets it up. A flag names
 * a dimension ("style") or a type in it ("style/register").
 */
export const typologySchema = z
  .strictObject({
    dimensions: z.array(dimensionSchema).min(1).max(40).readonly(),
    /** Penalty points of one error, by its severity. */
    penalties: penaltiesSchema,
    /** The lowest calibrated score that passes, 0 to 100. */
    passMark: passMarkSchema,
    /** How many points of the calibrated score one penalty point per 1,000 words costs. */
    scale: scaleSchema,
  })
  .refine(({ dimensions }) =>
    [dimensions, ...dimensions.map(({ types }) => types)].every(
      (list: readonly { readonly id: string }[]) => new Set(list.map(({ id }) => id)).size === list.length,
    ),
  )
  .readonly();

export type Typology = z.infer<typeof typologySchema>;

/** Where errors are counted whose dimension the typology in use does not have. */
export const OTHER = 'other';

/** Where a category is counted: its dimension, `TO_DECIDE`, or `OTHER` where the typology does not have it. */
export function groupOf(typology: Typology, category: string): string {
  return category === TO_DECIDE ? TO_DECIDE : (dimensionOf(typology, category)?.id ?? OTHER);
}

/**
 * The seven dimensions of MQM and the types of its core set, version 2.0 (Multidimensional Quality Metrics, the MQM
 * Council, https://themqm.org/error-types-2/typology/), each dimension with its name in ISO 5060:2024. Severity
 * penalties 0, 1, 5, 25 are those of the MQM scoring models. Pass mark and scale are a beginning: ten penalty points
 * in 1,000 words, which is two major errors or ten minor ones, are the most that passes. Names for people are in the
 * locales, under `mqm.dimension.<dimension>` and `mqm.type.<dimension>.<type>`.
 */
export const CORE_TYPOLOGY: Typology = {
  dimensions: [
    dimension('accuracy', 'Accuracy', [
      'mistranslation',
      'overtranslation',
      'undertranslation',
      'addition',
      'omission',
      'doNotTranslate',
      'untranslated',
    ]),
    dimension('terminology', 'Terminology', ['inconsistentWithResource', 'inconsistentUse', 'wrongTerm']),
    dimension('linguisticConventions', 'Linguistic conventions', [
      'grammar',
      'punctuation',
      'spelling',
      'unintelligible',
      'characterEncoding',
      'textualConventions',
    ]),
    dimension('style', 'Style', [
      'organizationStyle',
      'thirdPartyStyle',
      'inconsistentWithReference',
      'register',
      'awkward',
      'unidiomatic',
      'inconsistent',
    ]),
    dimension('localeConventions', 'Locale conventions', [
      'numberFormat',
      'currencyFormat',
      'measurementFormat',
      'timeFormat',
      'dateFormat',
      'addressFormat',
      'telephoneFormat',
      'shortcutKey',
    ]),
    dimension('audienceAppropriateness', 'Audience appropriateness', [
      'cultureSpecificReference',
      'offensive',
    ]),
    dimension('designAndMarkup', 'Design and markup', [
      'layout',
      'markupTag',
      'truncation',
      'missingText',
      'linkOrCrossReference',
    ]),
  ],
  penalties: { neutral: 0, minor: 1, major: 5, critical: 25 },
  passMark: 90,
  scale: 1,
};

/** Every category a flag may name: "accuracy" as well as "accuracy/mistranslation". */
export function listCategories({ dimensions }: Typology): readonly string[] {
  return dimensions.flatMap(categoriesIn);
}

/** The categories of one dimension: itself, then its types. */
export function categoriesIn({ id, types }: Dimension): readonly string[] {
  return [id, ...types.map((type) => `${id}/${type.id}`)];
}

/**
 * Whether a text has the form of a category. Which ones there are is for the newsroom to say: a flag made with
 * another typology, here or on a colleague's computer, is as good a flag.
 */
export function isCategory(id: string): boolean {
  const parts = id.split('/');
  return parts.length <= 2 && parts.every((part) => idSchema.safeParse(part).success);
}

/** The dimension of the typology that a category belongs to; null when there is none. */
export function dimensionOf({ dimensions }: Typology, category: string): Dimension | null {
  const [id] = category.split('/');
  return dimensions.find((each) => each.id === id) ?? null;
}

/** The type of the typology that a category names; null for a dimension, or when there is none. */
export function typeOf(typology: Typology, category: string): ErrorType | null {
  const [, id] = category.split('/');
  return dimensionOf(typology, category)?.types.find((each) => each.id === id) ?? null;
}

/** How much an error of a category weighs: as its type, else as its dimension, else 1. */
export function weightOf(typology: Typology, category: string): number {
  return typeOf(typology, category)?.weight ?? dimensionOf(typology, category)?.weight ?? 1;
}

/** One value for each severity. */
export function perSeverity<T>(make: (severity: Severity) => T): Readonly<Record<Severity, T>> {
  return Object.fromEntries(SEVERITIES.map((each) => [each, make(each)])) as Record<Severity, T>;
}

function dimension(id: string, iso5060: string, types: readonly string[]): Dimension {
  return { id, iso5060, weight: 1, types: types.map((type) => ({ id: type })) };
}

function nameSchema() {
  return z.string().trim().min(1).max(80);
}
