import { z } from 'zod';

/** The three languages of an article, in the order columns are first shown. */
export const LANGUAGES = ['ru', 'ky', 'en'] as const;

export const languageSchema = z.enum(LANGUAGES);

export type Language = z.infer<typeof languageSchema>;

/** One value for each language. */
export type PerLanguage<T> = Readonly<Record<Language, T>>;

/** Builds a value for each language. */
export function perLanguage<T>(make: (language: Language) => T): PerLanguage<T> {
  return { ru: make('ru'), ky: make('ky'), en: make('en') };
}

/** A schema that asks for one value of each language. */
export function perLanguageSchema<S extends z.ZodType>(schema: S) {
  return z.object({ ru: schema, ky: schema, en: schema }).readonly();
}
