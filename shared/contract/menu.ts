import { z } from 'zod';

/** A key as Electron writes it: "CmdOrCtrl+Shift+Z". */
const acceleratorSchema = z
  .string()
  .regex(
    /^((CmdOrCtrl|Alt|Shift)\+)*([!-*,-~]|F\d{1,2}|Plus|Up|Down|Left|Right|Home|End|PageUp|PageDown|Insert|Delete|Space|Tab|Enter|Esc)$/,
  );

const MAX_LABEL = 500;

const entrySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('act'),
    /** Comes back when it is chosen. */
    id: z.string().min(1).max(100),
    label: z.string().max(MAX_LABEL),
    /** The key that is shown; the window hears it itself. */
    accelerator: acceleratorSchema.nullable(),
    enabled: z.boolean(),
  }),
  z.object({ kind: z.literal('line') }),
  z.object({
    kind: z.literal('role'),
    role: z.enum(['cut', 'copy', 'paste', 'quit']),
    label: z.string().max(MAX_LABEL),
  }),
]);

/** The menu bar as the window wants it, in the language of the interface: main decides nothing of it. */
export const menuBarSchema = z
  .array(
    z
      .object({ label: z.string().max(MAX_LABEL), entries: z.array(entrySchema).max(100).readonly() })
      .readonly(),
  )
  .max(20)
  .readonly();

export type MenuBar = z.infer<typeof menuBarSchema>;

export type MenuEntry = z.infer<typeof entrySchema>;
