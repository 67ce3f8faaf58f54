import fc from 'fast-check';
import { normaliseMarks, STYLES, type Mark, type Style } from '../../../../shared/model/mark';
import type { Block, RichText, Role, TablePlace } from '../../../../shared/model/paragraph';

/** What a format can carry; a round-trip test narrows only what its format cannot. */
export interface Carries {
  /** What may stand between two words; '' lets marks begin and end inside a word. */
  readonly joins: readonly string[];
  /** Labels of list items. */
  readonly labels: readonly string[];
  /** Deepest list nesting. */
  readonly depth: number;
  /** Most paragraphs in one table cell; 0 for no tables at all. */
  readonly cellParagraphs: number;
  /** How many rows at the head of a table there may be. */
  readonly heads: { readonly min: number; readonly max: number };
  /** Over how many rows and columns a cell may reach. */
  readonly span: number;
  /** Most footnotes. */
  readonly footnotes: number;
  readonly marks: readonly SpanType[];
}

type SpanType = Style | 'link';

const EVERYTHING: Carries = {
  joins: [' ', ' ', ' ', ' ', ' ', ' — ', '\u00a0', '\u2009', '', '\n'],
  labels: [
    '1.',
    '2.',
    '3.',
    '7.',
    '12)',
    '(3)',
    'а)',
    'б)',
    'в)',
    'a.',
    'b.',
    'I.',
    'II.',
    'iv)',
    '1.2.',
    '•',
    '•',
    '•',
  ],
  depth: 3,
  cellParagraphs: 2,
  heads: { min: 0, max: 2 },
  span: 3,
  footnotes: 3,
  marks: [...STYLES, 'link', 'link'],
};

const WORDS = [
  ...[
    'Президент',
    'республики',
    'в',
    'и',
    'объявил',
    'ещё',
    '«Ынтымак»,',
    'подъёма',
    'за\u0301мок',
    '№\u00a07',
  ],
  ...['Ысык-Көлдүн', 'өкмөт', 'жаңы', 'үч', 'Кыргызстан', 'ж.б.', 'менен', 'Төлөбек'],
  ...['Government', 'of', 'the', 'region', '“quoted”', 'isn’t', "isn't", 'e.g.', 'naïve', '"straight"'],
  ...[
    '2024',
    '3,5\u00a0%',
    '15.03.',
    '—',
    '–',
    '…',
    '100\u202f000',
    'non\u2011breaking',
    '😀',
    '👩\u200d💻',
    '𝒜',
  ],
  ...[
    '<b>',
    '</p>',
    '&amp;',
    '&',
    '<!--',
    ']]>',
    '*x*',
    '**',
    '_y_',
    '#',
    '##',
    '1.',
    '2)',
    '-',
    '+',
    '>',
    '|',
  ],
  ...[
    '[^1]',
    '[^1]:',
    '[a](b)',
    '![c](d)',
    '`code`',
    '```',
    '~~',
    '\\',
    '\\*',
    '---',
    '===',
    ':::',
    '<br>',
    '%1',
    '$&',
  ],
  ...[
    'http://example.org',
    'a@b.kg',
    '{{x}}',
    '•',
    'а)',
    '^',
    '!',
    ':',
    '__',
    '<sup>',
    '<figure>',
    '&nbsp;',
    '&#8470;',
  ],
];

// No letter begins with a combining mark: joined to the word before it, it would no longer be NFC.
const LETTERS = [
  ...'абвйёщъыьэюяңөүАЁӨҢҮabcxyzAZé0123456789«»“”„’-–.,;:!?()<>&*_#|[]\\`~"\'',
  'у\u0301',
  'q\u0307',
  '🇰🇬',
];

const HREFS = [
  'https://example.org/',
  'http://example.org/a?b=1&c=%20(2)#d',
  'https://ru.wikipedia.org/wiki/Кыргызстан_(страна)',
  'mailto:editor@example.org',
];

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 10 }) },
);

/** A piece of a text before its marks have offsets: a word and the join before it, or a footnote reference. */
interface Piece {
  readonly join: string;
  readonly word: string;
  /** Which of the version's footnotes is referred to, or null for a plain word. */
  readonly note: number | null;
}

interface Draft {
  readonly pieces: readonly Piece[];
  readonly spans: readonly {
    readonly type: SpanType;
    readonly href: string;
    readonly from: number;
    readonly to: number;
  }[];
}

function draftOf(carries: Carries, notes: number): fc.Arbitrary<Draft> {
  const plain = fc.record({ join: fc.constantFrom(...carries.joins), word, note: fc.constant(null) });
  const reference = fc.record({
    join: fc.constantFrom('', ' '),
    word: fc.constant(''),
    note: fc.nat({ max: Math.max(0, notes - 1) }),
  });
  const piece =
    notes === 0 ? plain : fc.oneof({ weight: 12, arbitrary: plain }, { weight: 1, arbitrary: reference });
  const span =
    carries.marks.length === 0
      ? fc.constant([])
      : fc.array(
          fc.record({
            type: fc.constantFrom(...carries.marks),
            href: fc.constantFrom(...HREFS),
            from: fc.nat({ max: 14 }),
            to: fc.nat({ max: 14 }),
          }),
          { maxLength: 4 },
        );
  return fc.record({
    // The first piece is a word, so that a text never is a bare footnote reference.
    pieces: fc
      .tuple(plain, fc.array(piece, { maxLength: 14 }))
      .map(([first, rest]) => [first, ...rest])
      .map((pieces) => pieces.filter((p, i) => p.note === null || pieces[i - 1]?.note == null)),
    spans: span,
  });
}

/** Gives a draft its text and marks; `labelOf` names its footnotes and is asked in reading order. */
function inkIn(draft: Draft, labelOf: (note: number) => string): RichText {
  let text = '';
  const marks: Mark[] = [];
  const places = draft.pieces.map((piece, i) => {
    if (i > 0) text += piece.join;
    const start = text.length;
    text += piece.note === null ? piece.word : labelOf(piece.note);
    if (piece.note !== null)
      marks.push({ type: 'footnoteReference', label: labelOf(piece.note), start, end: text.length });
    return { start, end: text.length };
  });
  for (const span of draft.spans) {
    const start = places[Math.min(span.from, span.to)]?.start ?? 0;
    const end = places[Math.max(span.from, span.to)]?.end ?? text.length;
    // A reference is a raised link already, and a place cannot lead to two targets.
    const taken = (other: Mark): boolean =>
      other.start <= end &&
      start <= other.end &&
      (other.type === 'link' || other.type === 'footnoteReference');
    if (span.type === 'link' && !marks.some(taken)) marks.push({ type: 'link', href: span.href, start, end });
    const isHeight = span.type === 'superscript' || span.type === 'subscript';
    if (isHeight && !marks.some((m) => m.type === 'footnoteReference' && taken(m)))
      marks.push({ type: span.type, start, end });
    if (span.type !== 'link' && !isHeight) marks.push({ type: span.type, start, end });
  }
  return { text, marks: normaliseMarks(marks, text.length) };
}

interface BlockDraft {
  readonly role: Role;
  readonly draft: Draft;
  readonly label: string;
  readonly depth: number;
  /** Its place in its table. */
  readonly place: Omit<TablePlace, 'table'> | null;
}

function groupsOf(carries: Carries, notes: number): fc.Arbitrary<readonly (readonly BlockDraft[])[]> {
  const draft = draftOf(carries, notes);
  const bare = { label: '', depth: 0, place: null };
  const single = fc
    .tuple(
      fc.constantFrom<Role>(
        ...(['paragraph', 'paragraph', 'paragraph', 'quotation', 'caption'] as const),
        ...(['heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'heading6'] as const),
      ),
      draft,
    )
    .map(([role, d]) => [{ role, draft: d, ...bare }]);
  const item = fc.record({
    role: fc.constant<Role>('listItem'),
    draft,
    label: fc.constantFrom(...carries.labels),
    depth: fc.nat({ max: carries.depth }),
    place: fc.constant(null),
  });
  const list = fc.array(item, { minLength: 1, maxLength: 6 });
  const cell = fc.record({
    drafts: fc.array(draft, { maxLength: carries.cellParagraphs }),
    rowSpan: fc.integer({ min: 1, max: carries.span }),
    columnSpan: fc.integer({ min: 1, max: carries.span }),
  });
  const table = fc
    .tuple(
      fc
        .integer({ min: 1, max: 3 })
        .chain((width) =>
          fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
        ),
      fc.integer(carries.heads),
    )
    .map(([rows, heads]) => placeCells(rows, heads));
  const group = fc.oneof(
    { weight: 5, arbitrary: single },
    { weight: 2, arbitrary: list },
    ...(carries.cellParagraphs > 0 ? [{ weight: 1, arbitrary: table }] : []),
  );
  return fc
    .tuple(fc.option(draft), fc.array(group, { minLength: 1, maxLength: 7 }))
    .map(([title, groups]) => [
      ...(title ? [[{ role: 'title' as const, draft: title, ...bare }]] : []),
      ...groups.filter((g) => g.length > 0),
    ])
    .filter((groups) => groups.length > 0);
}

/** The cells of a table as it is merged: none over another, and none without text. */
function placeCells(
  rows: readonly (readonly {
    readonly drafts: readonly Draft[];
    readonly rowSpan: number;
    readonly columnSpan: number;
  }[])[],
  heads: number,
): readonly BlockDraft[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) =>
    cells.flatMap(({ drafts, rowSpan, columnSpan }, column) => {
      const isFree = (y: number, x: number) => y < rows.length && x < cells.length && !taken.has(`${y} ${x}`);
      if (!isFree(row, column) || drafts.length === 0) return [];
      let wide = 1;
      while (wide < columnSpan && isFree(row, column + wide)) wide += 1;
      const columns = Array.from({ length: wide }, (_, n) => column + n);
      let high = 1;
      while (high < rowSpan && columns.every((each) => isFree(row + high, each))) high += 1;
      for (let y = row; y < row + high; y += 1) for (const x of columns) taken.add(`${y} ${x}`);
      const place = {
        row,
        column,
        ...(high > 1 && { rowSpan: high }),
        ...(wide > 1 && { columnSpan: wide }),
        ...(row < heads && { header: true as const }),
      };
      return drafts.map((each) => ({
        role: 'tableCell' as const,
        draft: each,
        label: '',
        depth: 0,
        place,
      }));
    }),
  );
}

const LABELS = [
  ['1', '2', '3', '4', '5'],
  ['*', '**', '***', '†', '‡'],
];

/**
 * Versions as the model allows them: every text normalised, at most one title and that first, footnotes last,
 * in the order they are first referred to and each referred to at least once, the marked text of a reference
 * being its label, the cells of a table row by row.
 */
export function blocksArbitrary(limits: Partial<Carries> = {}): fc.Arbitrary<readonly Block[]> {
  const carries: Carries = { ...EVERYTHING, ...limits };
  return fc
    .nat({ max: carries.footnotes })
    .chain((notes) =>
      fc.tuple(
        groupsOf(carries, notes),
        fc.array(draftOf(carries, 0), { minLength: notes, maxLength: notes }),
        fc.constantFrom(...LABELS),
      ),
    )
    .map(([groups, noteDrafts, labels]) => {
      const used: number[] = [];
      const labelOf = (note: number): string => {
        if (!used.includes(note)) used.push(note);
        return labels[used.indexOf(note)] ?? '';
      };
      let tables = 0;
      const body = groups.flatMap((group) => {
        const table = tables;
        if (group[0]?.place) tables += 1;
        return group.map(({ role, draft, label, depth, place }): Block => ({
          role,
          ...inkIn(draft, labelOf),
          label,
          depth,
          cell: place && { table, ...place },
        }));
      });
      const footnotes = used.flatMap((note): readonly Block[] => {
        const draft = noteDrafts[note];
        if (!draft) return [];
        return [{ role: 'footnote', ...inkIn(draft, labelOf), label: labelOf(note), depth: 0, cell: null }];
      });
      return [...body, ...footnotes];
    });
}
