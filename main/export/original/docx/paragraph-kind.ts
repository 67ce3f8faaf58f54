import type { TracedBlock } from '../../../import/docx/blocks';
import { styleChain, styleRole, type Styles } from '../../../import/docx/styles';
import { child, childElements, childNumber, childValue, type XmlElement } from '../../../import/docx/xml';
import type { Role } from '../../../../shared/model/paragraph';
import { escapeXml } from './escape-xml';
import type { WrittenPart } from './part';
import type { By } from './tracking';

/** What makes a paragraph what it is: its style, and its level among headings. */
export interface Kind {
  readonly style: string | undefined;
  /** From 0; null for none. */
  readonly level: number | null;
}

/** Kinds of paragraphs that are told by their style alone. */
const STYLED: ReadonlySet<Role> = new Set([
  ...(['title', 'paragraph', 'quotation', 'caption'] as const),
  ...(['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const),
]);

/** Whether a person made a paragraph of another kind, and the file can say so. */
export function isOtherKind({ block, trace }: TracedBlock, role: Role): boolean {
  // The number of a heading is counted by its style: without that it would be gone.
  return block.role !== role && STYLED.has(block.role) && STYLED.has(role) && trace.prefix === 0;
}

/** The kind of a paragraph that is there. */
export function kindOf(paragraph: XmlElement): Kind {
  const properties = child(paragraph, 'w:pPr');
  return { style: childValue(properties, 'w:pStyle'), level: childNumber(properties, 'w:outlineLvl') };
}

/** What makes a paragraph of a role where the file has none of it: null where nothing does. */
export function kindForRole(role: Role, styles: Styles): Kind | null {
  const level = /^heading([1-6])$/.exec(role)?.[1];
  const isCounted = (id: string) =>
    styleChain(styles, id).some(({ listPlace }) => listPlace.list !== undefined);
  const style = [...styles.keys()].find((id) => styleRole(styles, id, null) === role && !isCounted(id));
  if (role === 'paragraph') return { style: undefined, level: null };
  if (style !== undefined) return { style, level: null };
  return level === undefined ? null : { style: undefined, level: Number(level) - 1 };
}

/** The properties that stand behind the level of a paragraph. */
const BEHIND = new Set(['w:divId', 'w:cnfStyle', 'w:rPr', 'w:sectPr', 'w:pPrChange']);

/** The kind as the first and the last of the properties of a paragraph. */
export function kindXml({ style, level }: Kind, w: string): readonly [first: string, last: string] {
  const a = w || 'w:';
  return [
    style === undefined ? '' : `<${w}pStyle ${a}val="${escapeXml(style)}"/>`,
    level === null ? '' : `<${w}outlineLvl ${a}val="${level}"/>`,
  ];
}

/**
 * Makes a paragraph of another kind.
 *
 * @param by who is told to have done so, where changes are
 */
export function writeKind(part: WrittenPart, paragraph: XmlElement, kind: Kind, by: By | null): void {
  const w = part.prefixOf(paragraph);
  const [first, last] = kindXml(kind, w);
  const given = child(paragraph, 'w:pPr');
  const all = given ? childElements(given) : [];
  const former = all.filter(({ name }) => !BEHIND.has(name)).map((each) => part.xmlOf(each));
  const isTold = all.some(({ name }) => name === 'w:pPrChange');
  const told = by && part.tracking && !isTold ? part.tracking.reshaped(former.join(''), by, w) : '';
  if (!given || given.inner === given.end) {
    const xml = `<${w}pPr>${first}${last}${told}</${w}pPr>`;
    if (given) part.splices.replace(part.startOf(given), given.end, xml);
    else part.splices.insert(paragraph.inner, xml);
    return;
  }
  for (const each of all) if (['w:pStyle', 'w:outlineLvl'].includes(each.name)) part.remove(each);
  part.splices.insert(given.inner, first);
  const behind = all.find(({ name }) => BEHIND.has(name));
  part.splices.insert(behind ? part.startOf(behind) : part.contentEnd(given), last);
  part.splices.insert(part.contentEnd(given), told);
}
