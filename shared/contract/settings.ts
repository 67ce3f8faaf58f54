import { z } from 'zod';
import { interfaceLanguageSchema } from '../interface/language-schema';
import { LANGUAGES, languageSchema } from '../model/language';
import { LOW_CONFIDENCE } from '../model/row';
import { timeSchema } from '../model/time';
import { reportWishSchema } from './report-wish';

/** How texts are shown: as they are, with their changes, or as what they are compared with. */
const TEXT_VIEWS = ['clean', 'changes', 'original'] as const;

/** The most characters of a glossary. */
export const GLOSSARY_LENGTH = 500_000;

/** A column's share of the width: a hundred times as wide as another is already no column any more. */
const shareSchema = z.number().min(0.01).max(100);

/** A place on screens, or a size: no desk has more of them. */
const pixelsSchema = z.number().min(-100_000).max(100_000);

/** The ways to work with the texts, in the order they are offered. */
export const MODES = ['editing', 'suggesting', 'reading'] as const;

const THEMES = ['system', 'light', 'dark'] as const;

/** What is remembered on this computer, whatever the project. Each part falls back on its own when damaged. */
export const settingsSchema = z
  .object({
    uiLanguage: interfaceLanguageSchema.nullable().catch(null),
    theme: z.enum(THEMES).catch('system'),
    /** The name edits and flags are signed with. */
    author: z
      .string()
      .regex(/^[^\0]*$/)
      .catch(''),
    columns: z
      .object({
        order: z.array(languageSchema).readonly(),
        hidden: z.array(languageSchema).readonly(),
        /** Shares of the width, by language. */
        widths: z.object({
          ru: shareSchema,
          ky: shareSchema,
          en: shareSchema,
        }),
      })
      .readonly()
      .refine(
        ({ order, hidden }) => new Set(order).size === LANGUAGES.length && hidden.length < LANGUAGES.length,
      )
      .catch({ order: LANGUAGES, hidden: [], widths: { ru: 1, ky: 1, en: 1 } }),
    /** What a person does with the texts: whether they type in them, whether edits wait as suggestions. */
    mode: z.enum(MODES).catch('editing'),
    /** The panes beside the texts stay as they were left; before that the texts have all the place. */
    outlineOpen: z.boolean().catch(false),
    inspectorOpen: z.boolean().catch(false),
    /** How close lines and rows stand; `auto` goes by the height of the window. */
    density: z.enum(['auto', 'compact', 'comfortable']).catch('auto'),
    textView: z.enum(TEXT_VIEWS).catch('changes'),
    /** How texts are shown in the other ways to work: while one reads, how they are where one writes, and the other way round. */
    otherTextView: z.enum(TEXT_VIEWS).catch('clean'),
    /** Rows below this alignment confidence are offered for checking. */
    checkBelow: z.number().min(0).max(1).catch(LOW_CONFIDENCE),
    /** The newsroom's terms as they were written: a line for each, `ru | ky | en`. */
    glossary: z.string().max(GLOSSARY_LENGTH).catch(''),
    /** Words added to the dictionaries, in small letters, of any language. */
    words: z.array(z.string()).readonly().catch([]),
    /** The checks whose findings are not to be shown, by id; those of another version of Triptych stay in it. */
    checksOff: z.array(z.string()).readonly().catch([]),
    /** The review report last wished for; its language is null until one is chosen, and then that of the interface. */
    report: reportWishSchema
      .unwrap()
      .extend({ language: interfaceLanguageSchema.nullable() })
      .readonly()
      .catch({
        format: 'pdf',
        language: null,
        parts: { scores: true, settled: true, findings: true },
      }),
    /** 1 is the normal size of article text. */
    textSize: z.number().min(0.7).max(2.5).catch(1),
    recent: z
      .array(
        z
          .object({
            path: z.string(),
            title: z.string(),
            time: timeSchema,
            /** How far it had come when it was last left; not there where an earlier Triptych noted it. */
            progress: z.object({ agreed: z.int(), rows: z.int() }).readonly().optional(),
          })
          .readonly(),
      )
      .readonly()
      .catch([]),
    /** Where the last export went; empty before the first. */
    exportFolder: z.string().catch(''),
    window: z
      .object({
        x: pixelsSchema.nullable(),
        y: pixelsSchema.nullable(),
        width: pixelsSchema,
        height: pixelsSchema,
        maximised: z.boolean(),
      })
      .readonly()
      .catch({ x: null, y: null, width: 1440, height: 900, maximised: false }),
  })
  .readonly();

export type Settings = z.infer<typeof settingsSchema>;

export type Mode = Settings['mode'];

/** The settings the window may change; the rest is the main process's own. */
export const viewSettingsSchema = z
  .object(settingsSchema.unwrap().shape)
  .omit({ recent: true, window: true, exportFolder: true })
  .partial();

export type ViewSettings = z.infer<typeof viewSettingsSchema>;
