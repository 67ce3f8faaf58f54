import { toXmlText } from '../docx/xml-text';

/** Overrides, embeddings and isolates of writing direction; marks of direction, which have no width, are harmless. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/**
 * What a person typed, without what could make a report read as something else than it says: control characters,
 * and those that turn the direction of writing, for which none of the three languages has a use.
 */
export function inertText(text: string): string {
  return toXmlText(text).replace(CONTROLS, '').replace(TURNS, '');
}
