import type english from '../../../locales/en.json';

/** The strings of each check in the locales: `check.<id>.name`, `.explanation` and `.message.<message>`. */
type Strings = Complete<(typeof english)['check']>;

/** Does not compile while a string is missing that every check has. */
type Complete<All extends Readonly<Record<string, Needed>>> = All;

interface Needed {
  readonly name: string;
  readonly explanation: string;
  readonly message: object;
}

/** The name of a check. Each has strings, and `all-checks.ts` has each that has strings. */
export type CheckId = keyof Strings;

/** What a check can say: the ends of its keys `check.<id>.message.<message>`. */
export type MessageOf<Id extends CheckId> = Id extends CheckId
  ? Singular<keyof Strings[Id]['message']>
  : never;

/** `paragraph` for both `paragraph_one` and `paragraph_other`: which of them it is depends on the number. */
type Singular<Key> = Key extends `${infer Message}_${'one' | 'other'}` ? Message : Key;

type ErrorTypes = (typeof english)['mqm']['type'];

/** A kind of error in the typology that Triptych brings along, `<dimension>/<type>`. */
export type Category = {
  [Dimension in keyof ErrorTypes]: `${Dimension}/${keyof ErrorTypes[Dimension] & string}`;
}[keyof ErrorTypes];
