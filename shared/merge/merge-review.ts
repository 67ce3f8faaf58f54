import { isSameSpelling, spellingsInOrder, type ApprovedSpelling } from '../model/agreed-words';
import { perLanguage, type Language } from '../model/language';
import {
  NO_REVIEW,
  snapshotsInOrder,
  type BlindReview,
  type Project,
  type Review,
  type Snapshot,
} from '../model/project';
import { canonical, mergeFields, type ReportField } from './merge-fields';
import { mergeLines } from './merge-lines';

type SignOff = Review['signOffs'][Language];

interface Merging {
  readonly report: ReportField;
  /** Whether a version now says what it says in a copy. */
  readonly isRead: (language: Language, copy: Project) => boolean;
}

/**
 * The review of two copies. Every version is signed off by itself, and only while it says what was signed. Snapshots are
 * those of both, and so are the terms of the article, of two lines for one word ours. Blind reviews are merged person by person: of two that a person
 * began the later counts, and one that is finished in a copy is finished. Spellings are approved that either copy
 * approved, less those that either took back.
 */
export function mergeReviews(
  base: Project,
  ours: Project,
  theirs: Project,
  { report, isRead }: Merging,
): Review | undefined {
  const [b, o, t] = [base, ours, theirs].map(({ review }) => canonical(review));
  if (o === t || (t === b && !ours.review)) return ours.review;
  if (o === b && !theirs.review) return undefined;
  const [was, is, other] = [base, ours, theirs].map(({ review }) => review ?? NO_REVIEW);
  if (!was || !is || !other) return undefined;
  const signOffs = perLanguage((language) => {
    const signed = mergeSignOff(was.signOffs[language], is.signOffs[language], other.signOffs[language]);
    const seen = [ours, theirs].filter(
      ({ review }) => canonical(review?.signOffs[language] ?? null) === canonical(signed),
    );
    return seen.some((copy) => isRead(language, copy)) ? signed : null;
  });
  const snapshots = mergeById(was.snapshots, is.snapshots, other.snapshots);
  const alike = { signOffs, snapshots };
  const blind = mergeBlind(was.blind ?? [], is.blind ?? [], other.blind ?? []);
  const spellings = mergeSpellings(was.spellings ?? [], is.spellings ?? [], other.spellings ?? []);
  const glossary = mergeGlossaries(was, is, other, report);
  const plain = ({ blind: _, spellings: __, glossary: ___, ...rest }: Review) => ({ ...rest, ...alike });
  const merged = mergeFields(plain(was), plain(is), plain(other), report);
  return {
    ...merged,
    ...(blind.length > 0 && { blind }),
    ...(spellings.length > 0 && { spellings }),
    ...(glossary !== undefined && { glossary }),
  };
}

/** What one copy changed; of two signatures the later one. */
function mergeSignOff(base: SignOff, ours: SignOff, theirs: SignOff): SignOff {
  const [b, o, t] = [base, ours, theirs].map(canonical);
  if (o === t || t === b) return ours;
  if (o === b) return theirs;
  if (!ours || !theirs) return ours ?? theirs;
  return ours.time === theirs.time
    ? String(o) < String(t)
      ? ours
      : theirs
    : ours.time > theirs.time
      ? ours
      : theirs;
}

/** Those of both, less those that either took away. */
function mergeById(
  base: readonly Snapshot[],
  ours: readonly Snapshot[],
  theirs: readonly Snapshot[],
): readonly Snapshot[] {
  const [was, own, given] = [base, ours, theirs].map((list) => new Set(list.map(({ id }) => id)));
  const added = theirs.filter(({ id }) => !was?.has(id) && !own?.has(id));
  const kept = ours.filter(({ id }) => given?.has(id) || !was?.has(id));
  if (added.length === 0) return kept;
  return snapshotsInOrder([...kept, ...added]);
}

function mergeGlossaries(
  base: Review,
  ours: Review,
  theirs: Review,
  report: ReportField,
): Review['glossary'] {
  if (ours.glossary === theirs.glossary || theirs.glossary === base.glossary) return ours.glossary;
  if (ours.glossary === base.glossary) return theirs.glossary;
  const { lines, conflicts } = mergeLines(base.glossary ?? '', ours.glossary ?? '', theirs.glossary ?? '');
  const others = new Map(
    conflicts
      .filter(({ kept, other }) => report('glossary', kept, other) === 'other')
      .map(({ kept, other }) => [kept, other]),
  );
  return lines.map((line) => others.get(line) ?? line).join('\n');
}

function mergeSpellings(
  base: readonly ApprovedSpelling[],
  ours: readonly ApprovedSpelling[],
  theirs: readonly ApprovedSpelling[],
): readonly ApprovedSpelling[] {
  const isIn = (list: readonly ApprovedSpelling[], spelling: ApprovedSpelling) =>
    list.some((each) => isSameSpelling(each, spelling));
  const added = theirs.filter((each) => !isIn(ours, each) && !isIn(base, each));
  const kept = ours.filter((each) => isIn(theirs, each) || !isIn(base, each));
  return spellingsInOrder([...kept, ...added]);
}

function mergeBlind(
  base: readonly BlindReview[],
  ours: readonly BlindReview[],
  theirs: readonly BlindReview[],
): readonly BlindReview[] {
  const of = (list: readonly BlindReview[], author: string) => list.find((each) => each.author === author);
  const authors = [...new Set([...ours, ...theirs].map(({ author }) => author))].sort();
  return authors.flatMap((author) => {
    const [was, is, other] = [of(base, author), of(ours, author), of(theirs, author)];
    if (canonical(is) === canonical(other) || canonical(other) === canonical(was)) return is ?? [];
    if (canonical(is) === canonical(was)) return other ?? [];
    return later(is, other) ?? [];
  });
}

function later(one: BlindReview | undefined, other: BlindReview | undefined): BlindReview | undefined {
  if (!one || !other) return one ?? other;
  if (one.started !== other.started) return one.started > other.started ? one : other;
  return (one.finished ?? 0) >= (other.finished ?? 0) ? one : other;
}
