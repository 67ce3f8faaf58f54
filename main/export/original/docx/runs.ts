import type { Piece } from '../../../import/docx/paragraphs';
import { childElements, type XmlElement } from '../../../import/docx/xml';
import { STYLES, type Mark, type Style } from '../../../../shared/model/mark';
import { eachStyle } from '../../../import/docx/styles';
import { escapeXml } from './escape-xml';
import type { WrittenPart } from './part';
import type { By } from './tracking';

/** How words look by the marks of the project. */
export type Look = Readonly<Record<Style, boolean>>;

/** Where words lead, and how they look. */
export interface LinkedLook extends Look {
  readonly href: string | null;
}

export const PLAIN: LinkedLook = { ...eachStyle(() => false), href: null };

/** How each character of a text looks. */
export function looksOf(length: number, marks: readonly Mark[]): readonly LinkedLook[] {
  const looks = new Array<LinkedLook>(length).fill(PLAIN);
  for (const mark of marks) {
    for (let at = mark.start; at < mark.end; at += 1) {
      const look = looks[at] ?? PLAIN;
      if (mark.type === 'link') looks[at] = { ...look, href: mark.href };
      else if (mark.type !== 'footnoteReference') looks[at] = { ...look, [mark.type]: true };
    }
  }
  return looks;
}

export function sameLook(a: Look, b: Look): boolean {
  return STYLES.every((style) => a[style] === b[style]);
}

/** Whether a piece of the original is to look otherwise. A link is underlined as it is, which no mark of the project says. */
function changesTo(style: Style, had: Look, look: LinkedLook): boolean {
  return had[style] !== look[style] && !(style === 'underline' && look.href !== null && !look.underline);
}

/** Whether words of the original look as they are to, where they lead left aside. */
export function looksRight(had: LinkedLook, look: LinkedLook): boolean {
  const shown = lookOf(had);
  return !STYLES.some((style) => changesTo(style, shown, look));
}

/** How words of the original look by the marks they were imported with: over a link an underline says nothing. */
function lookOf(words: LinkedLook): LinkedLook {
  return words.href === null ? words : { ...words, underline: false };
}

/** The order of the properties of a run (ECMA-376 part 1, 17.3.2.28). */
const ORDER = (
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden ' +
  'color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout ' +
  'specVanish oMath'
)
  .split(' ')
  .map((name) => `w:${name}`);

/** A property of a run: its name, and its value where it is more than there. */
interface Property {
  readonly name: string;
  readonly value?: string;
}

/** What makes words look so, or not so, beside what their style says. */
const SET: Readonly<Record<Style, (isSet: boolean) => Property>> = {
  strong: toggle('w:b'),
  emphasis: toggle('w:i'),
  underline: (isSet) => ({ name: 'w:u', value: isSet ? 'single' : 'none' }),
  strike: toggle('w:strike'),
  highlight: (isSet) => ({ name: 'w:highlight', value: isSet ? 'yellow' : 'none' }),
  smallCaps: toggle('w:smallCaps'),
  superscript: (isSet) => ({ name: 'w:vertAlign', value: isSet ? 'superscript' : 'baseline' }),
  subscript: (isSet) => ({ name: 'w:vertAlign', value: isSet ? 'subscript' : 'baseline' }),
};

/** Other properties that say the same, and go with it. */
const ALSO: Readonly<Partial<Record<Style, readonly string[]>>> = {
  strike: ['w:dstrike'],
  highlight: ['w:shd'],
};

function toggle(name: string): (isSet: boolean) => Property {
  return (isSet) => (isSet ? { name } : { name, value: '0' });
}

/** The properties that change from one look to another: words are raised or lowered by the same one. */
function changesOf(had: Look, look: LinkedLook): readonly Property[] {
  const changes = STYLES.filter((style) => changesTo(style, had, look)).map((style) =>
    SET[style](look[style]),
  );
  const byName = new Map<string, Property>();
  for (const change of changes)
    if (change.value !== 'baseline' || !byName.has(change.name)) byName.set(change.name, change);
  return [...byName.values()];
}

/** What makes words that lead somewhere look so. */
function linkProperties(style: string | null): readonly Property[] {
  return style === null
    ? [
        { name: 'w:color', value: '0563C1' },
        { name: 'w:u', value: 'single' },
      ]
    : [{ name: 'w:rStyle', value: style }];
}

/** What may make words look like a link. */
const LINKED = ['w:rStyle', 'w:color', 'w:u'];

/** No properties that a run with other words, or in another place, must not have. */
const NOT_TAKEN = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);

/** Writes runs with the properties of a run of the original. */
export class RunXml {
  constructor(
    private readonly part: WrittenPart,
    /** Before the names of elements, as in "w:r". */
    private readonly prefix: string,
  ) {}

  /** The text of a run, its line breaks as elements, without the run. */
  text(text: string): string {
    const { prefix: w } = this;
    return text
      .split('\n')
      .map((line) => (line === '' ? '' : `<${w}t xml:space="preserve">${escapeXml(line)}</${w}t>`))
      .join(`<${w}br/>`);
  }

  /** A text that was taken out, without the run. */
  deletedText(text: string): string {
    return this.text(text).replace(/(?<=<\/?)((?:[^\s<>/:]+:)?)t(?=[ >])/g, '$1delText');
  }

  /** A run that looks so, otherwise as `model` does; `had` is how that looks. Content is XML. */
  run(content: string, model: XmlElement | null, had: LinkedLook, look: LinkedLook): string {
    const { prefix: w } = this;
    return `<${w}r>${this.properties(model, had, look)}${content}</${w}r>`;
  }

  /**
   * A run with words that look so, otherwise as those of a piece do: those that lead nowhere beside words that do have
   * nothing of the look of a link.
   *
   * @param by who is told to have made them look otherwise, where changes are tracked
   */
  wordsRun(content: string, model: Piece | null, look: LinkedLook, by: By | null = null): string {
    const { prefix: w } = this;
    const isOut = model !== null && model.href !== null && look.href === null;
    const had = model ? lookOf(model) : look;
    const properties = this.properties(model?.run ?? null, had, look, by, isOut ? LINKED : []);
    return `<${w}r>${properties}${content}</${w}r>`;
  }

  /** Runs that were put in. */
  inserted(runs: string, by: By | null): string {
    return by && this.part.tracking ? this.part.tracking.inserted(runs, by, this.prefix) : runs;
  }

  /** Runs that were taken out; nothing where changes are not tracked. */
  deleted(runs: string, by: By | null): string {
    return by && this.part.tracking ? this.part.tracking.deleted(runs, by, this.prefix) : '';
  }

  /** Runs that lead somewhere, as a field: that needs no other part of the file. */
  link(href: string, runs: string): string {
    const { begin, end } = this.linkEnds(href);
    return `${begin}${runs}${end}`;
  }

  /** What stands before and behind the words of a link that is a field. */
  linkEnds(href: string): { readonly begin: string; readonly end: string } {
    const { prefix: w } = this;
    const mark = (type: string) => `<${w}r><${w}fldChar ${w || 'w:'}fldCharType="${type}"/></${w}r>`;
    const target = href.replaceAll('"', '%22').replaceAll('\\', '%5C');
    const instruction = escapeXml(` HYPERLINK "${target}" `);
    return {
      begin: `${mark('begin')}<${w}r><${w}instrText xml:space="preserve">${instruction}</${w}instrText></${w}r>${mark('separate')}`,
      end: mark('end'),
    };
  }

  /** The `w:rPr` of a run as it is. */
  ownProperties(run: XmlElement): string {
    return this.properties(run, PLAIN, PLAIN);
  }

  /** The `w:rPr` of a run, with what the marks say put right; `by` who is told to have done so. */
  properties(
    model: XmlElement | null,
    had: LinkedLook,
    look: LinkedLook,
    by: By | null = null,
    without: readonly string[] = [],
  ): string {
    const { prefix: w, part } = this;
    const given = model ? childElements(model).find(({ name }) => name === 'w:rPr') : undefined;
    const isNewLink = look.href !== null && (model === null || had.href === null);
    const changes = [...changesOf(had, look), ...(isNewLink ? linkProperties(part.linkStyle) : [])];
    const dropped = new Set([
      ...changes.map(({ name }) => name),
      ...STYLES.flatMap((style) => (changesTo(style, had, look) ? (ALSO[style] ?? []) : [])),
      ...NOT_TAKEN,
      ...without,
    ]);
    const kept = (given ? childElements(given) : []).filter(({ name }) => !dropped.has(name));
    const xml = (elements: readonly XmlElement[]) => elements.map((each) => part.xmlOf(each)).join('');
    const written = kept.map((each) => ({ name: each.name, xml: part.xmlOf(each) }));
    for (const { name, value } of new Map(changes.map((each) => [each.name, each])).values()) {
      const of = value === undefined ? '' : ` ${w || 'w:'}val="${escapeXml(value)}"`;
      const at = written.findIndex((other) => ORDER.indexOf(other.name) > ORDER.indexOf(name));
      written.splice(at < 0 ? written.length : at, 0, { name, xml: `<${w}${name.slice(2)}${of}/>` });
    }
    const former =
      by && this.part.tracking && changes.length > 0
        ? this.part.tracking.restyled(
            xml((given ? childElements(given) : []).filter(({ name }) => !NOT_TAKEN.has(name))),
            by,
            w,
          )
        : '';
    const inside = `${written.map((each) => each.xml).join('')}${former}`;
    return inside === '' ? '' : `<${w}rPr>${inside}</${w}rPr>`;
  }
}
