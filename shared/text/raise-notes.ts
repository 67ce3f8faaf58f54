import type { RichText } from '../model/paragraph';

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A text as plain characters with its footnote numbers and other raised figures raised: "harvest1" with a mark on the 1 is
 * "harvest¹". Offsets stay as they are.
 */
export function raiseNotes({ text, marks }: RichText): string {
  return marks
    .filter(({ type }) => type === 'footnoteReference' || type === 'superscript')
    .reduce((so, { start, end }) => so.slice(0, start) + raise(so.slice(start, end)) + so.slice(end), text);
}

function raise(text: string): string {
  return text.replace(/\d/g, (digit) => RAISED[Number(digit)] ?? digit);
}
