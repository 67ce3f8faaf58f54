import type { XmlAttributes } from './xml';

/** Prefixes of what Office writes into choices; each stands for text, or for pictures that are counted. */
const KNOWN = /^(w\d+\w*|wp\w*|wne|a\d*|adec|aink|am3d|asvg|c\d*|cx\d*|dgm\d*|ma|mv|m|o|oel|pic\d*|v|x\d*)$/;

/** Whether one of the forms in an `mc:AlternateContent` is for readers that know what we do: the first such is meant. */
export function isUnderstood({
  name,
  attributes,
}: {
  readonly name: string;
  readonly attributes: XmlAttributes;
}): boolean {
  if (name === 'mc:Fallback') return true;
  return (
    name === 'mc:Choice' &&
    (attributes['Requires'] ?? '')
      .trim()
      .split(/\s+/)
      .every((each) => KNOWN.test(each))
  );
}

/** Follows the forms around paragraphs, and says whether the next paragraph stands in one that is not read. */
export interface Forms {
  readonly isHidden: boolean;
  readonly enter: (name: string, attributes: XmlAttributes) => void;
  readonly leave: (name: string) => void;
}

/** Follows choices around paragraphs, of which one is read. */
export class OpenChoices implements Forms {
  /** For each that is open, whether its form was found. */
  private readonly found: boolean[] = [];
  private hidden = 0;

  get isHidden(): boolean {
    return this.hidden > 0;
  }

  enter(name: string, attributes: XmlAttributes): void {
    if (name === 'mc:AlternateContent') this.found.push(false);
    if (!isForm(name)) return;
    if (this.hidden > 0 || this.found.at(-1) || !isUnderstood({ name, attributes })) this.hidden += 1;
    else if (this.found.length > 0) this.found[this.found.length - 1] = true;
  }

  leave(name: string): void {
    if (name === 'mc:AlternateContent') this.found.pop();
    if (isForm(name) && this.hidden > 0) this.hidden -= 1;
  }
}

function isForm(name: string): boolean {
  return name === 'mc:Choice' || name === 'mc:Fallback';
}

/** As the first way of reading has it: all choices, and no fallback. */
export class OpenFallbacks implements Forms {
  private open = 0;

  get isHidden(): boolean {
    return this.open > 0;
  }

  enter(name: string): void {
    if (name === 'mc:Fallback') this.open += 1;
  }

  leave(name: string): void {
    if (name === 'mc:Fallback') this.open -= 1;
  }
}
