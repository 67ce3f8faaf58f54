import { isSameSpelling, spellingsInOrder } from '../model/agreed-words';
import { perLanguage, type Language } from '../model/language';
import { NO_REVIEW, snapshotsInOrder, type BlindReview, type Project, type Review } from '../model/project';
import { canonical, mergeFields, mergeList, mergeValue, type ReportField } from './merge-fields';
import { mergeLines } from './merge-lines';

type SignOff = Review['signOffs'][Language];
type Glossary = Review['glossary'];

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
    const signed = mergeValue(
      was.signOffs[language],
      is.signOffs[language],
      other.signOffs[language],
      laterSigned,
    );
    const seen = [ours, theirs].filter(
      ({ review }) => canonical(review?.signOffs[language] ?? null) === canonical(signed),
    );
    return seen.some((copy) => isRead(language, copy)) ? signed : null;
  });
  const snapshots = snapshotsInOrder(
    mergeList(was.snapshots, is.snapshots, other.snapshots, (one, another) => one.id === another.id),
  );
  const alike = { signOffs, snapshots };
  const blind = mergeBlind(was.blind ?? [], is.blind ?? [], other.blind ?? []);
  const spellings = spellingsInOrder(
    mergeList(was.spellings ?? [], is.spellings ?? [], other.spellings ?? [], isSameSpelling),
  );
  const glossary = mergeTerms(was.glossary, is.glossary, other.glossary, report);
  const plain = ({ blind: _, spellings: __, glossary: ___, ...rest }: Review) => ({ ...rest, ...alike });
  const merged = mergeFields(plain(was), plain(is), plain(other), report);
  return {
    ...merged,
    ...(blind.length > 0 && { blind }),
    ...(spellings.length > 0 && { spellings }),
    ...(glossary !== undefined && { glossary }),
  };
}

/** Of two signatures the later one; a version that one copy signed is signed. */
function laterSigned(ours: SignOff, theirs: SignOff): SignOff {
  if (!ours || !theirs) return ours ?? theirs;
  if (ours.time === theirs.time) return String(canonical(ours)) < String(canonical(theirs)) ? ours : theirs;
  return ours.time > theirs.time ? ours : theirs;
}

/** The terms of both, line by line; where the copies have another line for one word, as is decided. */
function mergeTerms(base: Glossary, ours: Glossary, theirs: Glossary, report: ReportField): Glossary {
  return mergeValue(base, ours, theirs, () => {
    const { lines, conflicts } = mergeLines(base ?? '', ours ?? '', theirs ?? '');
    const others = new Map(
      conflicts
        .filter(({ kept, other }) => report('glossary', kept, other) === 'other')
        .map(({ kept, other }) => [kept, other]),
    );
    return lines.map((line) => others.get(line) ?? line).join('\n');
  });
}

/** Person by person: of two reviews a person began the later. */
function mergeBlind(
  base: readonly BlindReview[],
  ours: readonly BlindReview[],
  theirs: readonly BlindReview[],
): readonly BlindReview[] {
  const authors = [...new Set([...ours, ...theirs].map(({ author }) => author))].sort();
  return authors.flatMap((author) => {
    const [was, is, other] = [base, ours, theirs].map((list) => list.find((each) => each.author === author));
    return mergeValue(was, is, other, later) ?? [];
  });
}

function later(one: BlindReview | undefined, other: BlindReview | undefined): BlindReview | undefined {
  if (!one || !other) return one ?? other;
  if (one.started !== other.started) return one.started > other.started ? one : other;
  return (one.finished ?? 0) >= (other.finished ?? 0) ? one : other;
}
