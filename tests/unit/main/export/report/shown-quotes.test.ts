import { describe, expect, it } from 'vitest';
import { shownQuotes } from '../../../../../main/export/report/shown-quotes';

const ru = (text: string) => ({ language: 'ru', text }) as const;

describe('what a report quotes of a finding', () => {
  it('leaves out what cannot be seen', () => {
    const quotes = [ru(''), ru('\u00a0'), ru('26 июня')];
    expect(shownQuotes(quotes)).toEqual({ shown: [ru('26 июня')], more: false });
  });

  it('stops after some and says so', () => {
    const many = Array.from({ length: 21 }, (_, i) => ru(String(i)));
    expect(shownQuotes(many)).toEqual({ shown: many.slice(0, 8), more: true });
    expect(shownQuotes(many.slice(0, 8)).more).toBe(false);
  });

  it('cuts long ones between characters', () => {
    const [quote] = shownQuotes([ru('😀'.repeat(161))]).shown;
    expect(quote?.text).toBe(`${'😀'.repeat(160)}…`);
  });
});
