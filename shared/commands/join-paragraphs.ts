import { z } from 'zod';
import { findParagraph } from '../model/find-paragraph';
import { LANGUAGES } from '../model/language';
import { markAttribute, normaliseMarks, shiftMarks, type Mark } from '../model/mark';
import { isOfOneCell, paragraphIdSchema, type Paragraph, type RichText } from '../model/paragraph';
import type { Project } from '../model/project';
import { draftText } from '../reconcile/baseline';
import { checkedText } from '../reconcile/stale';
import { settledText, tidyPending } from '../reconcile/suggestions';
import { withCell, withRows, withSpans } from './change';
import { defineCommand } from './define-command';
import { reopened, withContent } from './edit-paragraph';
import { countOn, numberOf } from './renumber';

const SPACE = ' ';

/**
 * Appends a paragraph to the one before it in the same cell; refused where that is in another cell of a table. `between` are the spaces a split took out, none where it was
 * within a word; without it, one space.
 */
export const joinParagraphs = defineCommand({
  type: 'joinParagraphs',
  fields: { paragraphId: paragraphIdSchema, between: z.string().regex(/^\s*$/).max(100).optional() },
  apply(project, command): Project | null {
    const place = findParagraph(project.rows, command.paragraphId);
    if (!place) return null;
    const { row, rowIndex, language, index, paragraph } = place;
    const cell = row.cells[language];
    const before = cell.paragraphs[index - 1];
    if (!before || !isOfOneCell(before, paragraph)) return null;
    // Alternative text goes with its picture, and is no part of what stands around it.
    if (before.picture || paragraph.picture) return null;
    const between = command.between ?? SPACE;
    const join = joinerOf(before, paragraph, between);
    const content = joinRich(before, paragraph, between);
    const shift = content.text.length - paragraph.text.length;
    const joined = tidyPending(
      withContent(
        joinOthers(before, paragraph, shift, join),
        content,
        join(before.imported ?? before, paragraph.imported ?? paragraph),
      ),
    );
    const paragraphs = cell.paragraphs.toSpliced(index - 1, 2, joined);
    const joinedProject = {
      ...withRows(project, rowIndex, 1, [
        withCell(row, language, { paragraphs, status: reopened(cell.status) }),
      ]),
      flags: withSpans(project.flags, (span) =>
        span.at === 'text' && span.paragraphId === paragraph.id
          ? { ...span, paragraphId: before.id, start: span.start + shift, end: span.end + shift }
          : span,
      ),
    };
    const number = numberOf(paragraph);
    if (number === null) return joinedProject;
    const from = { number: number + 1, depth: paragraph.depth };
    return countOn(joinedProject, language, { rowIndex, index }, from, -1);
  },
});

/** The first paragraph with what the second keeps beside its present and imported text joined to it. */
function joinOthers(first: Paragraph, second: Paragraph, shift: number, join: Joiner): Paragraph {
  const {
    draft: _draft,
    agreed: _agreed,
    pending: _pending,
    checked: _checked,
    adapted: _adapted,
    ...rest
  } = first;
  const adapted = joinReasons(first.adapted, second.adapted);
  const checked = LANGUAGES.flatMap((language) => {
    const own = [first, second].map((paragraph) => paragraph.checked?.[language]);
    if (own.every((text) => text === undefined)) return [];
    const texts = [first, second].map((paragraph) => checkedText(paragraph, language));
    return [[language, joinChecked(texts, join)] as const];
  });
  const by = [
    ...(first.pending?.by ?? []),
    ...(second.pending?.by ?? []).map((span) => ({
      ...span,
      start: span.start + shift,
      end: span.end + shift,
    })),
  ];
  return {
    ...rest,
    ...((first.draft ?? second.draft) && { draft: join(draftText(first), draftText(second)) }),
    ...((first.agreed ?? second.agreed) && {
      agreed: join(first.agreed ?? first, second.agreed ?? second),
    }),
    ...((first.pending ?? second.pending) && {
      pending: { settled: join(settledText(first), settledText(second)), by },
    }),
    ...(adapted && { adapted }),
    ...(checked.length > 0 && { checked: Object.fromEntries(checked) }),
  };
}

/** Both reasons for an intended difference, under the name of who gave the later one: each was written by somebody. */
function joinReasons(first: Paragraph['adapted'], second: Paragraph['adapted']): Paragraph['adapted'] {
  if (!first || !second || first.reason === second.reason) return first ?? second;
  const later = second.time > first.time ? second : first;
  return { ...later, reason: `${first.reason}; ${second.reason}` };
}

type Joiner = (first: RichText, second: RichText) => RichText;

/**
 * Joins former texts of two paragraphs: as the present ones where they meet with the same characters; others were cut
 * elsewhere, between words.
 */
function joinerOf(first: RichText, second: RichText, between: string): Joiner {
  return (formerFirst, formerSecond) => {
    const isSame = formerFirst.text.at(-1) === first.text.at(-1) && formerSecond.text[0] === second.text[0];
    return joinRich(formerFirst, formerSecond, isSame ? between : SPACE);
  };
}

function joinChecked([first, second]: readonly (string | null | undefined)[], join: Joiner): string | null {
  if (first === null || second === null) return null;
  return join({ text: first ?? '', marks: [] }, { text: second ?? '', marks: [] }).text;
}

function joinRich(first: RichText, second: RichText, between: string): RichText {
  const space = first.text && second.text ? between : '';
  const text = first.text + space + second.text;
  const start = text.length - second.text.length;
  // A mark that goes on in the second part covers the space between, as it did before a split.
  const goesOn = (mark: Mark): boolean =>
    mark.start === start &&
    first.marks.some((other) => other.end === first.text.length && saySame(other, mark));
  const following = shiftMarks(second.marks, start).map((mark) =>
    goesOn(mark) ? { ...mark, start: first.text.length } : mark,
  );
  return { text, marks: normaliseMarks([...first.marks, ...following], text.length) };
}

function saySame(a: Mark, b: Mark): boolean {
  return a.type === b.type && markAttribute(a) === markAttribute(b);
}
