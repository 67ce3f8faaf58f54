import { LANGUAGES, type Language } from '../../model/language';
import type { Paragraph } from '../../model/paragraph';
import type { CheckedRow, RowCheck } from '../engine/check';
import { readOnce } from '../engine/read-once';
import type { FindingSpan, ReportOf } from '../engine/finding';

interface Address extends FindingSpan {
  /** By what it is found again in another version. */
  readonly target: string;
  /** As a person would name it. */
  readonly shown: string;
}

/** Addresses as typed: of pages, mailboxes and accounts. Each part is bounded, so that no text takes long. */
const TYPED =
  /(?<![\p{L}\p{N}@/._-])(?:(?:https?:\/\/|www\.)[^\s<>«»“”"()[\]]{3,500}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|@[A-Za-z][\w.]{2,40})/gu;

/** What ends a sentence or a clause is no part of the address before it. */
const TRAILING = /[.,;:!?…]+$/u;

/** Links of a text, marked or typed. A footnote reference is the business of another check. */
const addressesOf = readOnce(({ id: paragraphId, text, marks }: Paragraph, language): readonly Address[] => {
  const marked = marks.flatMap((mark) =>
    mark.type === 'link' && !mark.href.startsWith('#')
      ? [{ start: mark.start, end: mark.end, href: mark.href }]
      : [],
  );
  const typed = [...text.matchAll(TYPED)].map(({ 0: found, index }) => {
    const href = found.replace(TRAILING, '');
    return { start: index, end: index + href.length, href };
  });
  const apart = typed.filter(({ start }) => !marked.some((mark) => mark.start <= start && start < mark.end));
  return [...marked, ...apart].map(({ start, end, href }) => ({
    language,
    paragraphId,
    start,
    end,
    target: targetOf(href),
    shown: shorten(href.replace(/^(?:https?:\/\/|mailto:)/, '')),
  }));
});

/** Mailboxes and accounts are the same in all languages; of a page only the site is: its path may be translated. */
function targetOf(href: string): string {
  const plain = href.toLowerCase().replace(/^mailto:/, '');
  if (!/^(?:https?:\/\/|www\.)/.test(plain)) return plain.split('?')[0] ?? plain;
  const host = plain.replace(/^https?:\/\//, '').split(/[/?#:]/)[0] ?? plain;
  return host.replace(/^(?:www|m|ru|ky|kg|kyrgyz|en)\.(?=[^.]+\.)/, '');
}

function shorten(address: string): string {
  return address.length > 40 ? `${address.slice(0, 39)}…` : address;
}

/** A link, e-mail address or account that the other versions of a row have. */
export const link: RowCheck<'link'> = {
  id: 'link',
  scope: 'row',
  severity: 'major',
  category: 'designAndMarkup/linkOrCrossReference',
  find: (row) => {
    const versions = LANGUAGES.filter((language) => row.compared[language].length > 0);
    const addresses = new Map(
      versions.map((language) => [
        language,
        row.compared[language].flatMap((paragraph) => addressesOf(paragraph, language)),
      ]),
    );
    const all = [...addresses.values()].flat();
    const countIn = (language: Language): number => addresses.get(language)?.length ?? 0;
    const most = Math.max(0, ...versions.map(countIn));
    return [...new Set(all.map(({ target }) => target))].flatMap((target) => {
      const places = (language: Language): readonly Address[] =>
        addresses.get(language)?.filter((address) => address.target === target) ?? [];
      const having = versions.flatMap(places);
      // As many links, to other sites: the translator put in the pages readers of this language can read.
      const lacking = versions.filter(
        (language) => places(language).length === 0 && countIn(language) < most,
      );
      return lacking.map((language) => missing(row, language, having));
    });
  },
};

function missing(row: CheckedRow, language: Language, having: readonly Address[]): ReportOf<'link'> {
  const last = row.compared[language].at(-1);
  const end = last?.text.length ?? 0;
  return {
    message: 'missing',
    params: { language, address: having[0]?.shown ?? '' },
    spans: [
      { language, paragraphId: last?.id ?? '', start: end, end },
      ...having.map(({ language: other, paragraphId, start, end: to }) => ({
        language: other,
        paragraphId,
        start,
        end: to,
      })),
    ],
  };
}
