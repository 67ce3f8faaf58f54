/** How words look, as an OpenDocument text says it: by the properties of a style, which are told only where they differ. */
export type OdtLook = Readonly<Partial<Record<'strong' | 'emphasis' | 'superscript', boolean>>>;

const PROPERTIES: Readonly<Record<keyof OdtLook, (is: boolean) => string>> = {
  strong: (is) => {
    const weight = is ? 'bold' : 'normal';
    return ` fo:font-weight="${weight}" style:font-weight-asian="${weight}" style:font-weight-complex="${weight}"`;
  },
  emphasis: (is) => {
    const slant = is ? 'italic' : 'normal';
    return ` fo:font-style="${slant}" style:font-style-asian="${slant}" style:font-style-complex="${slant}"`;
  },
  superscript: (is) => ` style:text-position="${is ? 'super 58%' : '0% 100%'}"`,
};

const KEYS = ['strong', 'emphasis', 'superscript'] as const satisfies readonly (keyof OdtLook)[];

/** Names the looks that words of a text have, and writes a style for each. */
export class OdtLooks {
  private readonly names = new Map<string, string>();

  /** @param prefix what the names begin with: none of them may be a style of the file already */
  constructor(private readonly prefix: string) {}

  /** The style of a look; null for one that says nothing. */
  nameOf(look: OdtLook): string | null {
    const properties = KEYS.flatMap((key) =>
      look[key] === undefined ? [] : PROPERTIES[key](look[key]),
    ).join('');
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
