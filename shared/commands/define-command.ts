import { z } from 'zod';
import type { Project } from '../model/project';
import type { ChangeContext } from './change';

type Fields = Readonly<Record<string, z.ZodType>>;

type SchemaOf<Type extends string, Own extends Fields> = z.ZodReadonly<
  z.ZodObject<{ readonly type: z.ZodLiteral<Type> } & Own>
>;

/**
 * Gives the project with a command carried out, the same object where there is nothing to change, or null where the
 * project no longer has what the command names.
 */
type Apply<Command> = (project: Project, command: Command, context: ChangeContext) => Project | null;

interface AnyCommand {
  readonly type: string;
}

interface Definition<Type extends string, Own extends Fields, Applied> {
  readonly type: Type;
  /** What a command of this kind says beside its type. */
  readonly fields: Own;
  readonly apply: Applied;
  /** Whether versions stay signed off although their texts change; absent where they do not. */
  readonly keepsSignOffs?: true;
}

/**
 * All there is to know of one kind of command; `command.ts` lists them. Its name for people is in the locales, under
 * `command.<type>`.
 */
export function defineCommand<
  Type extends string,
  Own extends Fields,
  Applied extends Apply<z.infer<SchemaOf<Type, Own>>>,
>({ type, fields, apply, keepsSignOffs }: Definition<Type, Own, Applied>) {
  const schema: SchemaOf<Type, Own> = z.object({ type: z.literal(type), ...fields }).readonly();
  const isOfThisKind = (command: AnyCommand): command is AnyCommand & z.infer<typeof schema> =>
    command.type === type;
  return {
    type,
    schema,
    apply,
    keepsSignOffs: keepsSignOffs === true,
    /** `apply` for a command of any kind that was parsed; null for those of other kinds. */
    carryOut: (project: Project, command: AnyCommand, context: ChangeContext) =>
      isOfThisKind(command) ? apply(project, command, context) : null,
  };
}
