import { useTranslation } from 'react-i18next';
import type { Fix } from '../../shared/checks/finding';

/** So many characters of the text are shown before and after what a fix changes. */
const AROUND = 28;

/** What a fix would make of the text: a few words around it, what goes out and what comes in. */
export function FixPreview({ fix, text }: { readonly fix: Fix; readonly text: string }) {
  const { t } = useTranslation();
  const { out, put, start, end } = narrow(fix, text);
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return (
    <p lang={fix.language} className="fix-preview">
      <span className="visually-hidden" lang="">
        {t('finding.wouldBecome')}
      </span>
      {start > AROUND && '…'}
      {before}
      {out !== '' && <del>{visible(out)}</del>}
      {put !== '' && <ins>{visible(put)}</ins>}
      {after}
      {end + AROUND < text.length && '…'}
    </p>
  );
}

/** Leaves out what both sides begin or end with: "5 000" and "5<no-break space>000" differ in the space alone. */
function narrow({ start, end, text: put }: Fix, text: string) {
  const out = text.slice(start, end);
  const shorter = Math.min(out.length, put.length);
  let head = 0;
  while (head < shorter && out[head] === put[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && out.at(-1 - tail) === put.at(-1 - tail)) tail += 1;
  // Inside a word the whole word is easier to read.
  const isWord = /\p{L}/u.test(out.slice(head, out.length - tail) + put.slice(head, put.length - tail));
  if (isWord) [head, tail] = [0, 0];
  return {
    out: out.slice(head, out.length - tail),
    put: put.slice(head, put.length - tail),
    start: start + head,
    end: end - tail,
  };
}

/** A space that is changed has to be seen: "·" for a plain one, "⍽" for one at which a line cannot break. */
function visible(text: string): string {
  if (text.trim() !== '') return text;
  return text.replace(/[\u00a0\u202f\u2009]/g, '⍽').replace(/ /g, '·');
}
