import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '../../../../../main/system/translate';
import {
  paintParagraph,
  type Look,
  type Painted,
} from '../../../../../renderer/session/paint/paint-paragraph';
import { NO_FINDINGS } from '../../../../../renderer/session/paint/pieces';
import type { Finding } from '../../../../../shared/checks/engine/finding';
import type { Flag } from '../../../../../shared/model/flag';
import { plainBlock, type Paragraph } from '../../../../../shared/model/paragraph';
import { suggest } from '../../../../../shared/reconcile/suggestions';

const t = translator('en');

const paragraphOf = (text: string): Paragraph => ({ ...plainBlock(text), id: 'p', imported: null });

function lookAt(paragraph: Paragraph, more: Partial<Look> = {}): Look {
  return {
    paragraph,
    baseline: paragraph,
    flags: [],
    findings: NO_FINDINGS,
    hits: [],
    sentences: [],
    lit: null,
    textView: 'changes',
    ...more,
  };
}

function flagOn(start: number, end: number, more: Partial<Flag> = {}): Flag {
  const place = {
    at: 'text',
    language: 'en',
    paragraphId: 'p',
    quote: '',
    orphaned: false,
    fix: null,
  } as const;
  return {
    id: `flag ${start}`,
    spans: [{ ...place, start, end }],
    category: 'accuracy/mistranslation',
    severity: 'major',
    note: '',
    status: 'open',
    author: '',
    time: 0,
    thread: [],
    ...more,
  };
}

function findingOn(start: number, end: number): Finding {
  return {
    key: `finding ${start}`,
    check: 'number',
    severity: 'major',
    rowId: 'r',
    message: '',
    params: {},
    spans: [{ language: 'en', paragraphId: 'p', start, end }],
    fixes: [],
  };
}

function paint(look: Look, stretch = { start: 0, end: look.paragraph.text.length }): readonly Painted[] {
  return paintParagraph(look, stretch, t);
}

/** A painted text in one line: "The |bridge{flagged}|-old-|+new+". */
function written(painted: readonly Painted[]): string {
  return painted
    .map(({ kind, text, change, attributes: { class: name } }) => {
      const named = name === undefined ? text : `${text}{${name}}`;
      if (kind === 'gone') return `-${named}-`;
      if (change?.tag === 'ins') return `+${named}+`;
      return change ? `~${named}~` : named;
    })
    .join('|');
}

describe('paintParagraph', () => {
  it('cuts where flags, findings, hits, sentences and changes begin and end over each other', () => {
    const text = 'The new bridge is closed. Go round.';
    const look = lookAt(paragraphOf(text), {
      baseline: { text: 'The old bridge is closed. Go round.', marks: [] },
      flags: [flagOn(4, 14)],
      findings: { found: [findingOn(8, 17)], compared: [findingOn(15, 24).spans[0] ?? expect.fail()] },
      hits: [
        { start: 0, end: 5, current: false },
        { start: 18, end: 24, current: true },
      ],
      sentences: [
        { start: 0, end: 25, link: 0, linked: true },
        { start: 26, end: 35, link: 1, linked: false },
      ],
      lit: 0,
    });
    expect(written(paint(look))).toBe(
      [
        'The {hit lit}|-old-|+n{flagged hit lit}+|+ew{flagged lit}+| {flagged lit}|bridge{flagged found lit}',
        ' {found lit}|is{found compared lit}| {compared lit}|closed{compared hit current lit}|.{lit}| ',
        'Go round.{unlinked}',
      ].join('|'),
    );
  });

  it('takes the open flag where several lie over each other, and none that is closed', () => {
    const look = lookAt(paragraphOf('one two'), {
      flags: [
        flagOn(0, 3, { id: 'done', status: 'resolved', note: 'done' }),
        flagOn(0, 7, { id: 'open', severity: 'critical', note: 'two of them' }),
      ],
    });
    const [first, second] = paint(look);
    expect(first?.attributes).toEqual({
      class: 'flagged',
      'data-flag': 'open',
      'data-severity': 'critical',
    });
    expect(second?.attributes).toEqual(first?.attributes);
    expect(
      written(paint(lookAt(paragraphOf('one two'), { flags: [flagOn(0, 3, { status: 'dismissed' })] }))),
    ).toBe('one| two');
  });

  it('shows a sign where something is missing, and what nobody sees, with its name', () => {
    const text = 'Ко\u0301т\u202e 5';
    const painted = paint(
      lookAt(paragraphOf(text), {
        flags: [flagOn(3, 3, { note: 'a word?' }), flagOn(1, 3)],
        findings: { found: [findingOn(7, 7)], compared: [] },
      }),
    );
    // The letter and its stress mark stay together: nothing begins or ends between them.
    expect(written(painted)).toBe(
      'К|о\u0301{flagged}|{flag-point}|т|\u202e{hidden-character}| 5|{finding-point}',
    );
    expect(painted[2]?.attributes['aria-label']).toBe('a word?');
    expect(painted[4]?.attributes).toMatchObject({ role: 'img', title: 'Hidden character U+202E' });
    expect(painted.at(-1)?.attributes).toMatchObject({
      'data-finding': 'finding 7',
      'data-severity': 'major',
    });
  });

  it('shows changes only where they are asked for, and what the text was without anything of the present one', () => {
    const paragraph = paragraphOf('The new bridge');
    const baseline = { text: 'The old bridge', marks: [{ type: 'strong' as const, start: 0, end: 3 }] };
    const look = lookAt(paragraph, { baseline, flags: [flagOn(4, 7)] });
    const inView = (textView: Look['textView'], more: Partial<Look> = {}) =>
      written(paint({ ...look, ...more, textView }));
    expect(inView('clean')).toBe('The |new{flagged}| bridge');
    expect(inView('changes')).toBe('~The~| |-old-|+new{flagged}+| bridge');
    expect(inView('original')).toBe('The| old bridge');
    // Where nothing has changed the present text is the original one, with all that is in it.
    expect(inView('original', { baseline: paragraph })).toBe('The |new{flagged}| bridge');
  });

  it('shows suggestions in every view, with who made them, and other changes not beside them', () => {
    const by = { author: 'Aida', time: Date.UTC(2026, 0, 5, 12) };
    const paragraph = suggest(paragraphOf('The old bridge stood'), { text: 'The new bridge', marks: [] }, by);
    for (const textView of ['clean', 'changes'] as const) {
      const look = lookAt(paragraph, { textView, baseline: { text: 'A bridge', marks: [] } });
      const painted = paint(look);
      expect(written(painted)).toBe('The |-old{suggested}-|+new+| bridge|- stood{suggested}-');
      expect(painted[2]?.change?.attributes['class']).toBe('suggested');
      expect(painted[2]?.change?.attributes['data-change']).toBe('4');
      expect(painted.at(-1)?.attributes['data-change']).toBe('14');
    }
  });

  it('shows all words that are gone, also where few came in their place', () => {
    const before = 'Камбар-Ата-1: что решит новая плотина';
    const now = { ...paragraphOf('Вода'), imported: null };
    const painted = paintParagraph(lookAt(now, { baseline: plainBlock(before) }), { start: 0, end: 4 }, t);
    const gone = painted.filter(({ kind }) => kind === 'gone').map(({ text }) => text);
    expect(gone.join('')).toBe(before);
  });

  it('tells of words that were moved at both places', () => {
    const text = 'Buses go round it in the evening. The bridge over the wide river is closed today.';
    const before = 'The bridge over the wide river is closed today. Buses go round it in the evening.';
    const moved = paint(lookAt(paragraphOf(text), { baseline: { text: before, marks: [] } })).filter(
      ({ change, attributes }) => (change?.attributes ?? attributes)['class'] === 'moved',
    );
    expect(moved.map(({ kind }) => kind).toSorted()).toEqual(['gone', 'text']);
  });

  it('marks what is long where it begins and ends, and is looked at with a tint and no frame', () => {
    const text = `${'The whole paragraph is about one thing, '.repeat(3)}which it says at length.`;
    const flagged = paint(lookAt(paragraphOf(text), { flags: [flagOn(0, text.length)] }));
    expect(written(flagged)).toBe(`The{flagged from-here}|${text.slice(3, -7)}|length.{flagged to-here}`);
    const { spans } = findingOn(0, text.length);
    const found = paint(
      lookAt(paragraphOf(text), { findings: { found: [findingOn(0, text.length)], compared: spans } }),
    );
    expect(found.map(({ attributes }) => attributes['class'])).toEqual([
      'found from-here compared much',
      'compared much',
      'found to-here compared much',
    ]);
    // A line of text is marked as a whole.
    expect(written(paint(lookAt(paragraphOf('One short line.'), { flags: [flagOn(0, 15)] })))).toBe(
      'One short line.{flagged}',
    );
  });

  it('tells of what is found in one place what is most severe', () => {
    const grave = { ...findingOn(0, 3), key: 'grave', severity: 'critical' as const };
    const [first] = paint(
      lookAt(paragraphOf('one two'), { findings: { found: [findingOn(0, 3), grave], compared: [] } }),
    );
    expect(first?.attributes).toMatchObject({ 'data-finding': 'grave', 'data-found': 'critical' });
  });

  it('paints each character of a stretch once and as all that lies over it says', () => {
    const span = fc
      .tuple(fc.nat(12), fc.nat(12))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    const spans = fc.array(span, { maxLength: 4 });
    const texts = fc.string({ minLength: 12, maxLength: 12, unit: 'grapheme-ascii' });
    fc.assert(
      fc.property(texts, texts, spans, spans, spans, span, (text, before, flags, found, hits, stretch) => {
        const painted = paint(
          lookAt(paragraphOf(text), {
            baseline: { text: before, marks: [] },
            flags: flags.map(({ start, end }) => flagOn(start, end)),
            findings: { found: found.map(({ start, end }) => findingOn(start, end)), compared: [] },
            hits: hits.map((hit) => ({ ...hit, current: false })),
          }),
          stretch,
        );
        const texts = painted.filter(({ kind }) => kind === 'text');
        expect(texts.map((each) => each.text).join('')).toBe(text.slice(stretch.start, stretch.end));
        for (const { start, text: words, attributes } of texts) {
          const said = new Set(attributes['class']?.split(' '));
          for (let at = start; at < start + words.length; at += 1) {
            const isIn = (each: { start: number; end: number }) => each.start <= at && at < each.end;
            expect(said.has('flagged')).toBe(flags.some(isIn));
            expect(said.has('found')).toBe(found.some(isIn));
            expect(said.has('hit')).toBe(hits.some(isIn));
          }
        }
      }),
    );
  });
});
