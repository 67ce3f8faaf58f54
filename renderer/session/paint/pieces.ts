import type { Finding, FindingSpan } from '../../../shared/checks/engine/finding';
import type { RichRun } from '../../../shared/diff/diff-rich';
import type { Flag } from '../../../shared/model/flag';
import { withoutOverlaps, type Mark } from '../../../shared/model/mark';
import type { Paragraph } from '../../../shared/model/paragraph';
import { hiddenCharacters } from '../../../shared/text/hidden-characters';
import { layerRuns, type Layer } from '../../../shared/text/runs';
import type { Span } from '../../../shared/text/sentences';
import { isLong, markedOf, type Marked } from './edges';

/** Something that covers a stretch of text, or stands at a point in it. */
type Paint =
  | { readonly kind: 'mark'; readonly mark: Mark }
  | { readonly kind: 'flag'; readonly flag: Flag; readonly point: boolean; readonly edge: Marked['edge'] }
  | {
      readonly kind: 'finding';
      readonly finding: Finding;
      readonly point: boolean;
      readonly edge: Marked['edge'];
    }
  | { readonly kind: 'compared'; readonly long: boolean }
  | { readonly kind: 'hidden'; readonly code: string }
  | { readonly kind: 'sentence'; readonly sentence: PaintSentence }
  | { readonly kind: 'hit'; readonly current: boolean }
  | { readonly kind: 'inserted' | 'restyled'; readonly moved: boolean }
  | { readonly kind: 'deleted'; readonly text: string; readonly moved: boolean };

/** A stretch of text that looks the same from end to end; `start` is its UTF-16 offset in the paragraph. */
export interface Piece {
  readonly start: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly flags: readonly Flag[];
  /** What the checks find here. */
  readonly findings: readonly Finding[];
  /** Which ends of something long that a flag or a finding is about it is; of that only the ends are marked. */
  readonly edges: readonly ('start' | 'end')[];
  /** Whether what a person looks at is about this, or was compared with it. */
  readonly compared: 'no' | 'words' | 'much';
  /** The sentence it is part of, once that is known. */
  readonly sentence: PaintSentence | null;
  /** "U+202E" where this is a character nobody would see. */
  readonly hidden: string | null;
  readonly hit: 'none' | 'hit' | 'current';
  readonly change: 'same' | 'inserted' | 'restyled' | 'deleted';
  /** Whether a changed piece stands elsewhere in the other text. */
  readonly moved: boolean;
  /** A flag on this very point: something is missing here. */
  readonly insertionFlag: Flag | null;
  /** A finding on this very point. */
  readonly insertionFinding: Finding | null;
}

/** What the checks find in a paragraph, and the places in it that the finding a person looks at is about. */
export interface PaintFindings {
  readonly found: readonly Finding[];
  readonly compared: readonly FindingSpan[];
}

export const NO_FINDINGS: PaintFindings = { found: [], compared: [] };

export interface PaintHit {
  readonly start: number;
  readonly end: number;
  readonly current: boolean;
}

/** A sentence: UTF-16 offsets, the link it stands in, and whether another version says the same. */
export interface PaintSentence {
  readonly start: number;
  readonly end: number;
  readonly link: number;
  readonly linked: boolean;
}

/** So many flags, findings and hits are painted in one paragraph; lists tell of all of them. */
const MOST_PAINTED = 300;

/** So many stretches of a comparison are painted; what comes after them is one that went out and one that came in. */
const MOST_RUNS = 1000;

/**
 * Cuts a paragraph into the pieces that are painted, with deleted text where it stood; what lies outside the stretch
 * that is shown need not be right. Their number has a bound, whatever lies over the text: of marks of one type over each
 * other one is painted, of flags the open ones first, of hits those around the current one.
 */
export function cutPieces(
  paragraph: Pick<Paragraph, 'id' | 'text' | 'marks'>,
  allFlags: readonly Flag[],
  allHits: readonly PaintHit[],
  allChanges: readonly RichRun[],
  sentences: readonly PaintSentence[],
  { found: allFound, compared: allCompared }: PaintFindings,
  { start: from, end: to }: Span,
): readonly Piece[] {
  const flags = someFlags(allFlags);
  const hits = someHits(allHits);
  const changes = someRuns(allChanges);
  const found = allFound.slice(0, MOST_PAINTED);
  const compared = allCompared.slice(0, MOST_PAINTED);
  const layers: Layer<Paint>[] = [
    ...changes.flatMap((run): Layer<Paint>[] => {
      if (run.kind === 'same') return [];
      const { kind, text, after } = run;
      const moved = run.moved !== undefined;
      return kind === 'deleted'
        ? [{ start: after, end: after, value: { kind, text, moved } }]
        : [{ start: after, end: after + text.length, value: { kind, moved } }];
    }),
    ...withoutOverlaps(paragraph.marks)
      .filter(({ start, end }) => start <= to && end >= from)
      .map((mark): Layer<Paint> => ({
        start: mark.start,
        end: mark.end,
        value: { kind: 'mark', mark },
      })),
    ...flags.flatMap((flag) =>
      flag.spans.flatMap((span): Layer<Paint>[] =>
        span.at === 'text' && span.paragraphId === paragraph.id
          ? markedOf(span, paragraph.text).map(({ start, end, edge }) => ({
              start,
              end,
              value: { kind: 'flag', flag, point: start === end, edge },
            }))
          : [],
      ),
    ),
    ...found.flatMap((finding): Layer<Paint>[] => {
      const [first] = finding.spans;
      if (!first) return [];
      return markedOf(first, paragraph.text).map(({ start, end, edge }) => ({
        start,
        end,
        value: { kind: 'finding', finding, point: start === end, edge },
      }));
    }),
    ...compared.flatMap(({ start, end }): Layer<Paint>[] =>
      start < end ? [{ start, end, value: { kind: 'compared', long: isLong({ start, end }) } }] : [],
    ),
    ...hiddenCharacters(paragraph.text.slice(from, to))
      .slice(0, MOST_PAINTED)
      .map(({ start, end, code }): Layer<Paint> => ({
        start: from + start,
        end: from + end,
        value: { kind: 'hidden', code },
      })),
    ...sentences.map((sentence): Layer<Paint> => ({
      start: sentence.start,
      end: sentence.end,
      value: { kind: 'sentence', sentence },
    })),
    ...hits.map(({ start, end, current }): Layer<Paint> => ({ start, end, value: { kind: 'hit', current } })),
  ];
  return layerRuns(paragraph.text.length, layers).flatMap(({ start, end, values }) => {
    const marks = values.flatMap((value) => (value.kind === 'mark' ? [value.mark] : []));
    const covering = values.flatMap((value) => (value.kind === 'flag' && !value.point ? [value.flag] : []));
    const findings = values.flatMap((value) =>
      value.kind === 'finding' && !value.point ? [value.finding] : [],
    );
    const hit = values.find((value) => value.kind === 'hit');
    const sentence = values.find((value) => value.kind === 'sentence')?.sentence ?? null;
    const piece: Piece = {
      start,
      text: paragraph.text.slice(start, end),
      marks,
      flags: covering,
      findings,
      edges: values.flatMap((value) => ('edge' in value && value.edge ? [value.edge] : [])),
      compared: comparedOf(values),
      sentence,
      hidden: values.find((value) => value.kind === 'hidden')?.code ?? null,
      hit: !hit ? 'none' : hit.current ? 'current' : 'hit',
      change: changeOf(values),
      moved: values.some((value) => 'moved' in value && value.kind !== 'deleted' && value.moved),
      insertionFlag: null,
      insertionFinding: null,
    };
    if (start < end) return [piece];
    return values.flatMap((value): Piece[] => {
      if (value.kind === 'deleted')
        return [
          {
            ...piece,
            text: value.text,
            marks: [],
            change: 'deleted',
            moved: value.moved,
            flags: [],
            findings: [],
            edges: [],
            compared: 'no',
            hit: 'none',
          },
        ];
      if (value.kind === 'flag' && value.point) return [{ ...piece, insertionFlag: value.flag }];
      if (value.kind === 'finding' && value.point) return [{ ...piece, insertionFinding: value.finding }];
      return [];
    });
  });
}

function someFlags(flags: readonly Flag[]): readonly Flag[] {
  if (flags.length <= MOST_PAINTED) return flags;
  const isOpen = ({ status }: Flag) => status === 'open';
  return [...flags.filter(isOpen), ...flags.filter((flag) => !isOpen(flag))].slice(0, MOST_PAINTED);
}

function someHits(hits: readonly PaintHit[]): readonly PaintHit[] {
  if (hits.length <= MOST_PAINTED) return hits;
  const current = hits.findIndex((hit) => hit.current);
  const from = Math.max(0, Math.min(current - MOST_PAINTED / 2, hits.length - MOST_PAINTED));
  return hits.slice(from, from + MOST_PAINTED);
}

function someRuns(runs: readonly RichRun[]): readonly RichRun[] {
  if (runs.length <= MOST_RUNS) return runs;
  const kept = runs.slice(0, MOST_RUNS);
  const rest = runs.slice(MOST_RUNS);
  const after = rest[0]?.after ?? 0;
  const out = rest.filter(({ kind }) => kind !== 'inserted').map(({ text }) => text);
  const into = rest.filter(({ kind }) => kind !== 'deleted').map(({ text }) => text);
  return [
    ...kept,
    { kind: 'deleted', text: out.join(''), before: rest[0]?.before ?? 0, after },
    { kind: 'inserted', text: into.join(''), before: rest[0]?.before ?? 0, after },
  ];
}

function comparedOf(values: readonly Paint[]): Piece['compared'] {
  const there = values.filter((value) => value.kind === 'compared');
  if (there.length === 0) return 'no';
  return there.every(({ long }) => long) ? 'much' : 'words';
}

function changeOf(values: readonly Paint[]): Piece['change'] {
  for (const { kind } of values) if (kind === 'inserted' || kind === 'restyled') return kind;
  return 'same';
}
