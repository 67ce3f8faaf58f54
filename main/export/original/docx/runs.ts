import { childElements, type XmlElement } from '../../../import/docx/xml';
import type { Mark } from '../../../../shared/model/mark';
import { escapeXml } from './escape-xml';
import type { WrittenPart } from './part';
import type { By } from './tracking';

/** How words look by the marks of the project. */
export interface Look {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly superscript: boolean;
}

/** Where words lead, and how they look. */
export interface LinkedLook extends Look {
  readonly href: string | null;
}

export const PLAIN: LinkedLook = { strong: false, emphasis: false, superscript: false, href: null };

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
  return a.strong === b.strong && a.emphasis === b.emphasis && a.superscript === b.superscript;
}

/** The order of the properties of a run (ECMA-376 part 1, 17.3.2.28), as far as ours have to be put among others. */
const BEFORE_STRONG = ['w:rStyle', 'w:rFonts'];
const AFTER_RAISED = ['w:rtl', 'w:cs', 'w:em', 'w:lang', 'w:eastAsianLayout', 'w:specVanish', 'w:oMath'];

/** No properties that a run with other words, or in another place, must not have. */
const NOT_TAKEN = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange']);

/** Writes runs with the properties of a run of the original. */
export class RunXml {
  constructor(
    private readonly part: WrittenPart,
    /** Before the names of elements, as in "w:r". */
    private readonly prefix: string,
  ) {}

  /** The text of a run, without the run. */
  text(text: string): string {
    if (text === '') return '';
    return `<${this.prefix}t xml:space="preserve">${escapeXml(text)}</${this.prefix}t>`;
  }

  /** A text that was taken out, without the run. */
  deletedText(text: string): string {
    return this.text(text).replace(/(?<=^<|<\/)([^\s>]*)t(?=[ >])/g, '$1delText');
  }

  /** A run that looks so, otherwise as `model` does; `had` is how that looks. Content is XML. */
  run(content: string, model: XmlElement | null, had: Look, look: Look): string {
    const { prefix: w } = this;
    return `<${w}r>${this.properties(model, had, look)}${content}</${w}r>`;
  }

  /** The same words that look otherwise now: tracked under who made them so, where changes are. */
  restyledRun(content: string, model: XmlElement | null, had: Look, look: Look, by: By | null): string {
    const { prefix: w } = this;
    return `<${w}r>${this.properties(model, had, look, by)}${content}</${w}r>`;
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
    const { prefix: w } = this;
    const mark = (type: string) => `<${w}r><${w}fldChar ${w || 'w:'}fldCharType="${type}"/></${w}r>`;
    const target = href.replaceAll('"', '%22').replaceAll('\\', '%5C');
    const instruction = escapeXml(` HYPERLINK "${target}" `);
    return `${mark('begin')}<${w}r><${w}instrText xml:space="preserve">${instruction}</${w}instrText></${w}r>${mark('separate')}${runs}${mark('end')}`;
  }

  /** The `w:rPr` of a run as it is. */
  ownProperties(run: XmlElement): string {
    return this.properties(run, PLAIN, PLAIN);
  }

  /** The `w:rPr` of a run, with what is strong, emphasised and raised put right; `by` who is told to have done so. */
  properties(model: XmlElement | null, had: Look, look: Look, by: By | null = null): string {
    const { prefix: w, part } = this;
    const given = model ? childElements(model).find(({ name }) => name === 'w:rPr') : undefined;
    const toggles: readonly (readonly [keyof Look, string])[] = [
      ['strong', 'w:b'],
      ['emphasis', 'w:i'],
    ];
    const changed = toggles.filter(([key]) => had[key] !== look[key]);
    const isRaised = had.superscript !== look.superscript;
    const dropped = new Set([
      ...changed.map(([, name]) => name),
      ...(isRaised ? ['w:vertAlign'] : []),
      ...NOT_TAKEN,
    ]);
    const kept = (given ? childElements(given) : []).filter(({ name }) => !dropped.has(name));
    const xml = (elements: readonly XmlElement[]) => elements.map((each) => part.xmlOf(each)).join('');
    const set = changed
      .map(([key, name]) => `<${w}${name.slice(2)}${look[key] ? '' : ` ${w || 'w:'}val="0"`}/>`)
      .join('');
    const level = look.superscript ? 'superscript' : 'baseline';
    const raised = isRaised ? `<${w}vertAlign ${w || 'w:'}val="${level}"/>` : '';
    const first = kept.filter(({ name }) => BEFORE_STRONG.includes(name));
    const last = kept.filter(({ name }) => AFTER_RAISED.includes(name));
    const rest = kept.filter((each) => !first.includes(each) && !last.includes(each));
    const former =
      by && this.part.tracking && (changed.length > 0 || isRaised)
        ? this.part.tracking.restyled(
            xml((given ? childElements(given) : []).filter(({ name }) => !NOT_TAKEN.has(name))),
            by,
            w,
          )
        : '';
    const inside = `${xml(first)}${set}${xml(rest)}${raised}${xml(last)}${former}`;
    return inside === '' ? '' : `<${w}rPr>${inside}</${w}rPr>`;
  }
}
