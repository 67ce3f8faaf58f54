/** Elements of HTML that a text may hold; what else stands in angle brackets is text. */
const NAMES = new Set(
  (
    'a abbr address article aside audio b bdi bdo big blockquote body br button canvas caption center cite code col ' +
    'colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 ' +
    'h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav noscript ' +
    'object ol optgroup option p param picture pre q rp rt ruby s samp script section select small source span strike ' +
    'strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var ' +
    'video wbr'
  ).split(' '),
);

/** Elements that show no text. */
const SILENT = /^(script|style|template|noscript|svg|iframe|textarea|title)$/;

/** Whether a piece of a text is markup: a tag, a comment, a declaration. One that never ends is text. */
export function isMarkup(html: string): boolean {
  const start = html.trimStart();
  if (start.startsWith('<!--')) return start.includes('-->');
  if (start.startsWith('<?')) return start.includes('?>');
  if (start.startsWith('<!')) return start.includes('>');
  return NAMES.has(tagName(start) ?? '');
}

/** The element whose text is not shown that a tag opens, or closes; null for any other. */
export function silentTag(html: string): { readonly name: string; readonly opens: boolean } | null {
  const name = tagName(html);
  return name !== null && SILENT.test(name) ? { name, opens: !html.startsWith('</') } : null;
}

function tagName(html: string): string | null {
  return /^<\/?([a-z][a-z0-9]*)(?=[\s/>]|$)/i.exec(html)?.[1]?.toLowerCase() ?? null;
}
