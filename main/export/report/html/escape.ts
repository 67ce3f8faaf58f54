import { escapeHtml } from '../../html';
import { inertText } from '../inert-text';

/** HTML that is safe to be put into a page: made by `html` and the writers around it, never from what people typed. */
export interface Markup {
  readonly markup: string;
}

type Part = string | number | Markup | readonly Markup[];

/**
 * Builds markup from a template. What is filled in is text and escaped, be it between tags or in an attribute in
 * double quotes, unless it is markup itself: so nothing can be forgotten.
 */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const filled = template.map((fixed, i) => fixed + (i < parts.length ? write(parts[i] ?? '') : ''));
  return { markup: filled.join('') };
}

/** Nothing. */
export const NONE: Markup = { markup: '' };

function write(part: Part): string {
  if (typeof part === 'string') return escapeHtml(inertText(part));
  if (typeof part === 'number') return String(part);
  if ('markup' in part) return part.markup;
  return part.map(({ markup }) => markup).join('');
}
