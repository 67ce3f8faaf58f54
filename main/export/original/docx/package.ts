import { readWhole, type Archive } from '../../../import/docx/archive';
import { readRelationships, targetOf } from '../../../import/docx/relationships';
import { readText } from '../../../import/docx/xml';
import { escapeXml } from './escape-xml';
import { encodePart } from './part';

const TYPES = '[Content_Types].xml';

/** A part that is put into a package that does not have one of its kind. */
export interface NewPart {
  readonly name: string;
  readonly contentType: string;
  /** What leads to it, from another part or from the package. */
  readonly relationship: string;
  /** The part as it is while there is nothing in it. */
  readonly empty: string;
}

/** The parts of an archive as they are to be written: those that were changed, and new ones. */
export class Package {
  readonly changed = new Map<string, Uint8Array>();

  constructor(readonly archive: Archive) {}

  /** The bytes of a part; null where there is none. */
  async read(name: string): Promise<Uint8Array | null> {
    const changed = this.changed.get(name);
    if (changed) return changed;
    return readWhole(this.archive, name);
  }

  /** The text of a part as `readXml` counts in it; null where there is none. */
  async text(name: string): Promise<string | null> {
    const bytes = await this.read(name);
    return bytes && readText(once(bytes));
  }

  /** Gives a part another text, in the encoding it had. */
  async write(name: string, text: string): Promise<void> {
    this.changed.set(name, encodePart(text, (await this.read(name)) ?? new Uint8Array()));
  }

  /** The name of the part of a kind; undefined where there is none. */
  async find(from: string, { relationship }: NewPart): Promise<string | undefined> {
    const type = relationship.split('/').at(-1) ?? '';
    return targetOf(await readRelationships(this.archive, from), type);
  }

  /**
   * Puts XML at the end of the only part of a kind, which is made where there is none.
   *
   * @param from the part that leads to it; '' for the package
   * @param content what is put in, by what the part has by then
   */
  async append(from: string, part: NewPart, content: (present: string) => string): Promise<void> {
    const given = await this.find(from, part);
    const name = given !== undefined && (await this.read(given)) ? given : this.freeName(part.name);
    if (name !== given) await this.announce(from, name, part);
    const present = (await this.text(name)) ?? part.empty;
    await this.write(name, beforeEnd(present, content(present)));
  }

  private freeName(name: string): string {
    const [, stem = name, ending = ''] = /^(.*)(\.\w+)$/.exec(name) ?? [];
    for (let n = 1; ; n += 1) {
      const tried = n === 1 ? name : `${stem}${n}${ending}`;
      if (!this.archive.entries.has(tried) && !this.changed.has(tried)) return tried;
    }
  }

  private async announce(from: string, name: string, { contentType, relationship }: NewPart): Promise<void> {
    const types =
      (await this.text(TYPES)) ??
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>';
    const override = `<Override PartName="/${escapeXml(name)}" ContentType="${contentType}"/>`;
    await this.write(TYPES, beforeEnd(types, override));
    const folder = from.slice(0, from.lastIndexOf('/') + 1);
    const rels = `${folder}_rels/${from.slice(folder.length)}.rels`;
    const present =
      (await this.text(rels)) ??
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
    let id = 1;
    while (present.includes(`"triptych${id}"`)) id += 1;
    const target = `/${escapeXml(name)}`;
    await this.write(
      rels,
      beforeEnd(present, `<Relationship Id="triptych${id}" Type="${relationship}" Target="${target}"/>`),
    );
  }
}

/** XML with more at the end of its root, whose prefix unprefixed names then get. */
function beforeEnd(text: string, more: string): string {
  const end = text.lastIndexOf('</');
  if (end >= 0 && !text.slice(end).includes('/>')) {
    const prefix = /^<\/([^\s>:]+:)/.exec(text.slice(end))?.[1] ?? '';
    const isOwn = /^<[A-Z]/.test(more) && prefix !== '';
    return text.slice(0, end) + (isOwn ? more.replace('<', `<${prefix}`) : more) + text.slice(end);
  }
  // An empty root is one tag.
  const root = /<([^\s/>?!]+)([^>]*?)\s*\/>\s*$/.exec(text);
  if (!root) return text;
  return `${text.slice(0, root.index)}<${root[1]}${root[2]}>${more}</${root[1]}>`;
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
