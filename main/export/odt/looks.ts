import { STYLES, type Style } from '../../../shared/model/mark';
import { escapeXml } from '../original/docx/escape-xml';

/** How words look, as an OpenDocument text says it: by the properties of a style, which are told only where they differ. */
export type OdtLook = Readonly<Partial<Record<Style, boolean>>>;

function forAllScripts(name: string, value: string): string {
  return ` fo:${name}="${value}" style:${name}-asian="${value}" style:${name}-complex="${value}"`;
}

type Told = Exclude<Style, 'superscript' | 'subscript'>;

const PROPERTIES: Readonly<Record<Told, (is: boolean) => string>> = {
  strong: (is) => forAllScripts('font-weight', is ? 'bold' : 'normal'),
  emphasis: (is) => forAllScripts('font-style', is ? 'italic' : 'normal'),
  underline: (is) => ` style:text-underline-style="${is ? 'solid' : 'none'}"`,
  strike: (is) => ` style:text-line-through-style="${is ? 'solid' : 'none'}"`,
  highlight: (is) => ` fo:background-color="${is ? '#ffff00' : 'transparent'}"`,
  smallCaps: (is) => ` fo:font-variant="${is ? 'small-caps' : 'normal'}"`,
};

function propertiesOf(look: OdtLook): string {
  const told = STYLES.map((key) => {
    const is = look[key];
    return is === undefined || key === 'superscript' || key === 'subscript' ? '' : PROPERTIES[key](is);
  });
  const { superscript, subscript } = look;
  const isSet = superscript !== undefined || subscript !== undefined;
  const position = superscript ? 'super 58%' : subscript ? 'sub 58%' : '0% 100%';
  return told.join('') + (isSet ? ` style:text-position="${position}"` : '');
}

/** A text as it stands in a paragraph, with its line breaks. */
export function odtText(text: string): string {
  return text.split('\n').map(escapeXml).join('<text:line-break/>');
}

/** Names the looks that words of a text have, and writes a style for each. */
export class OdtLooks {
  private readonly names = new Map<string, string>();

  /** @param prefix what the names begin with: none of them may be a style of the file already */
  constructor(private readonly prefix: string) {}

  /** The style of a look; null for one that says nothing. */
  nameOf(look: OdtLook): string | null {
    const properties = propertiesOf(look);
    if (properties === '') return null;
    const name = this.names.get(properties) ?? `${this.prefix}${this.names.size + 1}`;
    this.names.set(properties, name);
    return name;
  }

  /** The styles of all looks that were named. */
  write(): string {
    return [...this.names]
      .map(
        ([properties, name]) =>
          `<style:style style:name="${name}" style:family="text"><style:text-properties${properties}/></style:style>`,
      )
      .join('');
  }
}
