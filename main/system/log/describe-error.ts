/** What may be written down of an error: its kind, what the program says of it, and where in the program it was. */
export interface DescribedError {
  readonly name: string;
  readonly message: string;
  readonly frames: readonly string[];
}

const MESSAGE_LENGTH = 200;
const MOST_FRAMES = 20;

/** Quotes the name of a property and nothing else. */
const PROPERTY_ERROR =
  /^Cannot (?:read|set) properties of (?:null|undefined) \((?:reading|setting) '[A-Za-z_$][\w$]*'\)$/;

/** A quotation mark that opens something: not the apostrophe in "can't". */
const OPENING_QUOTE = /(?<![\p{L}\d])["'`«“„‘]/u;

/** What an engine says of a regular expression, which may be made of words of a text. */
const EXPRESSION = /(?<=regular expression): .*/i;

/**
 * An error without what it may quote of a text or tell of a computer. From `Unexpected token 'Б', "Беш" is not valid
 * JSON` remains `Unexpected token …`.
 * @param thrown an error, what was sent of one by the window, or whatever else somebody threw
 */
export function describeError(thrown: unknown): DescribedError {
  const { name, message, stack } = (thrown ?? {}) as Partial<Record<keyof Error, unknown>>;
  return {
    name: typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'Error',
    message: typeof message === 'string' ? withoutQuotations(message) : '',
    frames: typeof stack === 'string' ? framesOf(withoutMessage(stack, message)) : [],
  };
}

function withoutQuotations(message: string): string {
  const [line = ''] = message.split('\n');
  if (PROPERTY_ERROR.test(line)) return line;
  const quoted = line.search(OPENING_QUOTE);
  return (
    (quoted === -1 ? line : `${line.slice(0, quoted)}…`)
      .replace(EXPRESSION, ' …')
      // A path tells who works on what.
      .replace(/\S*[/\\]\S*/g, '…')
      // The program speaks English: everything else is a text or a name.
      .replace(/[^\u0020-\u007e…]+/g, '…')
      .slice(0, MESSAGE_LENGTH)
  );
}

/** A stack begins with the message, of which a line may look like a place in the program. */
function withoutMessage(stack: string, message: unknown): string {
  if (typeof message !== 'string' || message === '') return stack;
  const at = stack.indexOf(message);
  return at === -1 ? stack : stack.slice(at + message.length);
}

/** "    at open (/home/aizada/app/out/main/index.cjs:3:14)" becomes "at open (index.cjs:3:14)". */
function framesOf(stack: string): readonly string[] {
  return stack
    .split('\n')
    .flatMap((line) => {
      const [, called = '', place] =
        /^\s*at (?:([\w$.<>[\] ]+) \()?.*?([\w.-]+:\d+:\d+)\)?$/.exec(line) ?? [];
      return place ? [`at ${called ? `${called} (${place})` : place}`] : [];
    })
    .slice(0, MOST_FRAMES);
}
