import { isSameSpelling, spellingsInOrder, type ApprovedSpelling } from '../model/agreed-words';
import { NO_REVIEW, type Review } from '../model/project';
import { canonical, mergeFields, type ReportField } from './merge-fields';

type BlindReview = NonNullable<Review['blind']>[number];

/**
 * The review of two copies, field by field. Blind reviews are merged person by person: of two that a person began the
 * later counts, and one that is finished in a copy is finished. Spellings are approved that either copy approved, less
 * those that either took back.
 */
export function mergeReviews(
  base: Review | undefined,
  ours: Review | undefined,
  theirs: Review | undefined,
  report: ReportField,
): Review | undefined {
  if (canonical(ours) === canonical(theirs) || canonical(theirs) === canonical(base)) return ours;
  if (canonical(ours) === canonical(base)) return theirs;
  const blind = mergeBlind(base?.blind ?? [], ours?.blind ?? [], theirs?.blind ?? []);
  const spellings = mergeSpellings(base?.spellings ?? [], ours?.spellings ?? [], theirs?.spellings ?? []);
  const without = ({ blind: _, spellings: __, ...rest }: Review) => rest;
  const [was, is, other] = [base ?? NO_REVIEW, ours ?? NO_REVIEW, theirs ?? NO_REVIEW];
  const merged = mergeFields(without(was), without(is), without(other), report);
  return {
    ...merged,
    ...(blind.length > 0 && { blind }),
    ...(spellings.length > 0 && { spellings }),
  };
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
