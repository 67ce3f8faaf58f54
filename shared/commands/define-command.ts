import { z } from 'zod';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';

type Shape = Readonly<Record<string, z.ZodType>>;

type SchemaOf<Type extends string, Fields extends Shape> = z.ZodReadonly<
  z.ZodObject<{ readonly type: z.ZodLiteral<Type> } & Fields>
>;

/** Gives the project with a command carried out, the same object where nothing changes, or null where it is refused. */
type Apply<Type extends string, Fields extends Shape> = (
  project: Project,
  command: z.infer<SchemaOf<Type, Fields>>,
  context: ChangeContext,
) => Project | null;

interface Definition<Type extends string, Fields extends Shape, Carry> {
  readonly type: Type;
  /** What it says beside its type. */
  readonly fields: Fields;
  readonly apply: Carry;
  /** Whether sign-offs stay, whatever it does to the texts: they are looked at by the command itself. */
  readonly keepsSignOffs?: boolean;
}

/** All there is to say of one kind of command. The name a person reads is in the locales, under `command.<type>`. */
export function defineCommand<Type extends string, Fields extends Shape, Carry extends Apply<Type, Fields>>({
  type,
  fields,
  apply,
  keepsSignOffs = false,
}: Definition<Type, Fields, Carry>) {
  const schema: SchemaOf<Type, Fields> = z.object({ type: z.literal(type), ...fields }).readonly();
  return { type, schema, apply, keepsSignOffs };
}
