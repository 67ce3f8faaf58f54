import { NO_MATH, writeEquation, type MathPart } from '../../../shared/text/equation';
import { attribute, classes, isElement, isText, type HtmlElement } from './tree';

/** A `<math>` element (MathML Core) as a line of text. */
export function mathText(element: HtmlElement): string {
  return writeEquation(rowOf(element)).replace(/\s+/g, ' ').trim();
}

/**
 * Whether an element shows an equation once more that stands beside it as MathML: as boxes, or as the picture of one.
 */
export function isMathAgain(element: HtmlElement): boolean {
  return classes(element).some((name) => /^(katex-html|mathjax_preview|mjx-chtml)$/.test(name));
}

/** Whether an element that is not shown holds the MathML of an equation that is shown as a picture beside it. */
export function isMathBehind(element: HtmlElement): boolean {
  return classes(element).some((name) => /^mwe-math-mathml-(inline|display|a11y)$/.test(name));
}

function rowOf(element: HtmlElement): MathPart {
  return { kind: 'row', parts: parts(element) };
}

/** What an element holds: text only where it is that of a sign, a number or a name. */
function parts(element: HtmlElement): readonly MathPart[] {
  return element.childNodes.flatMap((node): readonly MathPart[] => {
    if (isElement(node)) return [partOf(node)];
    return isText(node) && node.value.trim() !== '' ? [{ kind: 'text', text: node.value.trim() }] : [];
  });
}

/** Reads each element once: twice at every level would take for ever where there are some dozens of them. */
function partOf(element: HtmlElement): MathPart {
  const rows = (names: readonly string[]) =>
    element.childNodes.filter(isElement).filter(({ tagName }) => names.includes(tagName));
  switch (element.tagName) {
    case 'mfrac': {
      const [above = NO_MATH, below = NO_MATH] = parts(element);
      return {
        kind: 'fraction',
        above,
        below,
        hasBar: !/^0/.test(attribute(element, 'linethickness') ?? ''),
      };
    }
    case 'msup':
    case 'mover': {
      const [base = NO_MATH, above = null] = parts(element);
      return { kind: 'script', base, below: null, above };
    }
    case 'msub':
    case 'munder': {
      const [base = NO_MATH, below = null] = parts(element);
      return { kind: 'script', base, below, above: null };
    }
    case 'msubsup':
    case 'munderover': {
      const [base = NO_MATH, below = null, above = null] = parts(element);
      return { kind: 'script', base, below, above };
    }
    case 'msqrt':
      return { kind: 'root', of: rowOf(element), degree: null };
    case 'mroot': {
      const [of = NO_MATH, degree = null] = parts(element);
      return { kind: 'root', of, degree };
    }
    case 'mfenced':
      return {
        kind: 'fence',
        open: attribute(element, 'open') ?? '(',
        close: attribute(element, 'close') ?? ')',
        between: attribute(element, 'separators') ?? ', ',
        parts: parts(element),
      };
    case 'mtable':
      return {
        kind: 'table',
        rows: rows(['mtr', 'mlabeledtr']).map((row) => row.childNodes.filter(isElement).map(rowOf)),
      };
    case 'semantics':
      return parts(element)[0] ?? NO_MATH;
    case 'mspace':
      return { kind: 'text', text: ' ' };
    case 'mphantom':
    case 'annotation':
    case 'annotation-xml':
      return NO_MATH;
    default:
      return rowOf(element);
  }
}
