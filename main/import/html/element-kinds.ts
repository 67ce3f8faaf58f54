import { attribute, classes, type HtmlElement } from './tree';

/** What shows no text of the page, or only what a reader types or chooses. */
const SILENT = new Set(
  'script style template noscript head title iframe object embed svg canvas audio video select textarea button datalist'.split(
    ' ',
  ),
);

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Whether a line starts before and after the element. */
export function isBlock(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

/** Whether a reader of the page does not see the element's text. */
export function isUnseen(element: HtmlElement): boolean {
  return (
    SILENT.has(element.tagName) ||
    attribute(element, 'hidden') !== null ||
    // The marker of a list item in our own pages, which the item names as well.
    attribute(element, 'class') === 'printed-label' ||
    /(^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(styleOf(element))
  );
}

export function styleOf(element: HtmlElement): string {
  return attribute(element, 'style') ?? '';
}

const AROUND_TAGS = new Set(['nav', 'aside', 'footer', 'form', 'dialog', 'menu', 'search']);

const AROUND_ROLES = new Set([
  'navigation',
  'complementary',
  'contentinfo',
  'search',
  'dialog',
  'alertdialog',
  'banner',
]);

/** Whole classes and ids only: an article may well have the class "with-related". */
const AROUND_NAMES = new Set(
  (
    'addtoany addthis ads advert advertisement breadcrumb breadcrumbs comments cookie cookies cookie-banner ' +
    'cookie-consent cookie-notice follow-us jp-relatedposts menu mistape mistape_caption navbar navigation newsletter ' +
    'orphus promo read-also related related-posts related-articles respond share share-bar share-buttons ' +
    'share-links sharedaddy sharing sidebar site-footer site-header site-info social social-links social-share ' +
    'subscribe tags widget widget-area yarpp-related'
  ).split(' '),
);

/** Whether an element by its own word holds what stands around an article: menus, boxes, bars. */
export function isAround(element: HtmlElement): boolean {
  if (['html', 'body', 'main', 'article'].includes(element.tagName)) return false;
  return (
    AROUND_TAGS.has(element.tagName) ||
    AROUND_ROLES.has(attribute(element, 'role') ?? '') ||
    [...classes(element), (attribute(element, 'id') ?? '').toLowerCase()].some((name) =>
      AROUND_NAMES.has(name),
    )
  );
}

const CAPTION_CLASSES = new Set([
  'wp-caption-text',
  'caption',
  'image-caption',
  'photo-caption',
  'figure-caption',
  'msocaption',
]);

/** Whether the element holds the words below a picture or above a table. */
export function isCaption(element: HtmlElement): boolean {
  return (
    element.tagName === 'figcaption' ||
    element.tagName === 'caption' ||
    (element.tagName !== 'figure' && classes(element).some((name) => CAPTION_CLASSES.has(name)))
  );
}
