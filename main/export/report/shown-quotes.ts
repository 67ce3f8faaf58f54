import type { ReportedFinding } from '../../../shared/report/review-report';

type Quotes = ReportedFinding['quotes'];

/** The report tells where to look; it need not quote all there is. */
const MOST_QUOTES = 8;
const MOST_CHARACTERS = 160;

/** What a report quotes of the places of a finding, and whether there is more. */
export function shownQuotes(quotes: Quotes): { readonly shown: Quotes; readonly more: boolean } {
  // A space that breaks no line can be a finding, and is nothing to be quoted.
  const said = quotes.filter(({ text }) => text.trim() !== '');
  const shown = said.slice(0, MOST_QUOTES).map(({ language, text }) => ({ language, text: cut(text) }));
  return { shown, more: said.length > shown.length };
}

function cut(text: string): string {
  const characters = [...text];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS).join('')}…` : text;
}
