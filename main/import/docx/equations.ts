import { NO_MATH, writeEquation, type MathPart } from '../../../shared/text/equation';
import { child, childElements, textOf, toSwitch, type XmlElement } from './xml';

/** An equation (`m:oMath` or `m:oMathPara`; ECMA-376 part 1, 22.1) as a line of text. */
export function equationText(element: XmlElement): string {
  return writeEquation(partOf(element));
}

/** Whether an element holds an equation, which is read as a whole. */
export function isEquation({ name }: XmlElement): boolean {
  return name === 'm:oMath' || name === 'm:oMathPara';
}

function rowOf(element: XmlElement): MathPart {
  return { kind: 'row', parts: childElements(element).map(partOf) };
}

function partIn(element: XmlElement, name: string): MathPart {
  const found = child(element, name);
  return found ? rowOf(found) : NO_MATH;
}

function partOf(element: XmlElement): MathPart {
  const inside = (name: string) => partIn(element, name);
  const property = (name: string) => child(child(element, `${element.name}Pr`), name);
  const sign = (name: string, usual: string) => property(name)?.attributes['m:val'] ?? usual;
  switch (element.name) {
    case 'm:t':
    case 'w:t':
      return { kind: 'text', text: textOf(element) };
    case 'm:f':
      return {
        kind: 'fraction',
        above: inside('m:num'),
        below: inside('m:den'),
        hasBar: sign('m:type', 'bar') !== 'noBar',
      };
    case 'm:sSup':
      return { kind: 'script', base: inside('m:e'), below: null, above: inside('m:sup') };
    case 'm:sSub':
      return { kind: 'script', base: inside('m:e'), below: inside('m:sub'), above: null };
    case 'm:sSubSup':
      return { kind: 'script', base: inside('m:e'), below: inside('m:sub'), above: inside('m:sup') };
    case 'm:sPre': {
      const before: MathPart = {
        kind: 'script',
        base: NO_MATH,
        below: inside('m:sub'),
        above: inside('m:sup'),
      };
      return { kind: 'row', parts: [before, inside('m:e')] };
    }
    case 'm:limLow':
      return { kind: 'script', base: inside('m:e'), below: inside('m:lim'), above: null };
    case 'm:limUpp':
      return { kind: 'script', base: inside('m:e'), below: null, above: inside('m:lim') };
    case 'm:nary': {
      const base: MathPart = { kind: 'text', text: sign('m:chr', '∫') };
      const whole: MathPart = { kind: 'script', base, below: inside('m:sub'), above: inside('m:sup') };
      return { kind: 'row', parts: [whole, { kind: 'text', text: ' ' }, inside('m:e')] };
    }
    case 'm:rad': {
      const hidden = property('m:degHide');
      const isSquare = hidden !== undefined && toSwitch(hidden.attributes['m:val'] ?? '');
      return { kind: 'root', of: inside('m:e'), degree: isSquare ? null : inside('m:deg') };
    }
    case 'm:d':
      return {
        kind: 'fence',
        open: sign('m:begChr', '('),
        close: sign('m:endChr', ')'),
        between: sign('m:sepChr', '|'),
        parts: childElements(element)
          .filter(({ name }) => name === 'm:e')
          .map(rowOf),
      };
    case 'm:func': {
      const name = writeEquation(inside('m:fName'));
      const of = writeEquation(inside('m:e'));
      return { kind: 'text', text: `${name}${/^\(/.test(of) ? '' : ' '}${of}` };
    }
    case 'm:m':
      return {
        kind: 'table',
        rows: childElements(element)
          .filter(({ name }) => name === 'm:mr')
          .map((row) =>
            childElements(row)
              .filter(({ name }) => name === 'm:e')
              .map(rowOf),
          ),
      };
    case 'm:eqArr':
      return {
        kind: 'table',
        rows: childElements(element)
          .filter(({ name }) => name === 'm:e')
          .map((each) => [rowOf(each)]),
      };
    case 'm:oMathPara':
      return {
        kind: 'table',
        rows: childElements(element)
          .filter(isEquation)
          .map((each) => [rowOf(each)]),
      };
    default:
      // Properties say nothing; what else there is holds the rest.
      return /Pr$/.test(element.name) ? NO_MATH : rowOf(element);
  }
}
