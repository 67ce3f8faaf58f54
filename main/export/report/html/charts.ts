import type { Severity } from '../../../../shared/model/flag';
import { countAll, type ReviewReport } from '../../../../shared/report/review-report';
import { GRAVEST_FIRST, type ReportWords } from '../report-words';
import { html, type Markup } from './escape';

const WIDTH = 720;

/** A fill for each severity that differs without its colour too: full, hatched, dotted, blank. */
const PATTERNS = html`<defs>
  <pattern id="fill-critical" width="8" height="8" patternUnits="userSpaceOnUse"
    ><rect class="fill-critical" width="8" height="8"
  /></pattern>
  <pattern id="fill-major" width="8" height="8" patternUnits="userSpaceOnUse"
    ><rect class="fill-major" width="8" height="8" /><path class="grain" d="M-2 2 2 -2M0 8 8 0M6 10 10 6"
  /></pattern>
  <pattern id="fill-minor" width="8" height="8" patternUnits="userSpaceOnUse"
    ><rect class="fill-minor" width="8" height="8" /><circle class="grain" cx="2" cy="2" r="0.4" /><circle
      class="grain"
      cx="6"
      cy="6"
      r="0.4"
  /></pattern>
  <pattern id="fill-neutral" width="8" height="8" patternUnits="userSpaceOnUse"
    ><rect class="fill-neutral" width="8" height="8" /><path class="grain" d="M0 4H8"
  /></pattern>
</defs>`;

const BAR = { height: 22, step: 50, longest: 620 } as const;

/** How many flags each dimension has: a bar for each, in parts by severity. */
export function categoryChart({ dimensions }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const most = Math.max(...dimensions.map(({ counts }) => countAll(counts)));
  const bars = dimensions.map(({ dimension, counts }, i) => {
    const top = 30 + i * BAR.step;
    let x = 0;
    const parts = GRAVEST_FIRST.filter((severity) => counts[severity] > 0).map((severity) => {
      const width = Math.round((counts[severity] / most) * BAR.longest);
      const left = x;
      x += width;
      return html`<rect
          x="${left}"
          y="${top + 18}"
          width="${width}"
          height="${BAR.height}"
          fill="url(#fill-${severity})"
        /><rect class="edge" x="${left}" y="${top + 18}" width="${width}" height="${BAR.height}" /><text
          class="count"
          x="${left + width / 2}"
          y="${top + 34}"
          text-anchor="middle"
          >${counts[severity]}</text
        >`;
    });
    return html`<text y="${top + 12}">${words.nameOf(dimension)}</text>${parts}<text
        x="${x + 8}"
        y="${top + 34}"
        >${countAll(counts)}</text
      > `;
  });
  const height = 30 + dimensions.length * BAR.step;
  return html`<svg
    viewBox="0 0 ${WIDTH} ${height}"
    role="img"
    aria-labelledby="categories-title categories-text"
  >
    <title id="categories-title">${t('report.categories')}</title>
    <desc id="categories-text">${t('report.categoriesText')}</desc>
    ${PATTERNS}
    ${legend(words, (severity) => html`<rect x="0" y="2" width="18" height="12" fill="url(#fill-${severity})" /><rect class="edge" x="0" y="2" width="18" height="12" />`)}
    ${bars}
  </svg>`;
}

const LANE = { left: 96, top: 34, sign: 13, most: 5 } as const;

/** Where the flags stand: a lane for each version, a sign for each flag, from the first row to the last. */
export function placeChart({ flags, versions, rows }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const x = (row: number): number =>
    Math.round(LANE.left + ((row + 0.5) / Math.max(1, rows)) * (WIDTH - LANE.left - 12));
  let floor: number = LANE.top;
  const lanes = versions.map(({ language }) => {
    const here = flags.flatMap(({ severity, status, places }) =>
      places
        .filter((place) => place.language === language && status !== 'dismissed')
        .map(({ row }) => ({ severity, hollow: status === 'resolved', x: x(row) })),
    );
    const piles = pileUp(here.map((each) => each.x));
    floor += LANE.sign * Math.min(LANE.most, 1 + Math.max(0, ...piles)) + 16;
    const signs = here.map((each, i) => {
      const height = Math.min(piles[i] ?? 0, LANE.most - 1);
      return sign(each.severity, each.x, floor - 9 - height * LANE.sign, each.hollow);
    });
    return html`<text y="${floor - 5}">${words.languageName(language)}</text>
      <path class="axis" d="M${LANE.left} ${floor}H${WIDTH}" />${signs} `;
  });
  const ticks = axisRows(rows).map(
    (row) =>
      html`<path class="axis" d="M${x(row)} ${floor}v5" /><text
          class="soft"
          x="${x(row)}"
          y="${floor + 19}"
          text-anchor="middle"
          >${row + 1}</text
        >`,
  );
  return html`<svg viewBox="0 0 ${WIDTH} ${floor + 44}" role="img" aria-labelledby="places-title places-text">
    <title id="places-title">${t('report.places')}</title>
    <desc id="places-text">${t('report.placesText')}</desc>
    ${legend(words, (severity) => sign(severity, 8, 8, false))} ${lanes}${ticks}
    <text class="soft" x="${LANE.left}" y="${floor + 38}">${t('report.rows')}</text>
  </svg>`;
}

/** How many signs lie below each, where they would lie over one another. */
function pileUp(places: readonly number[]): readonly number[] {
  const placed: { readonly x: number; readonly height: number }[] = [];
  return places.map((x) => {
    const near = new Set(
      placed.filter((other) => Math.abs(other.x - x) < LANE.sign).map(({ height }) => height),
    );
    let height = 0;
    while (near.has(height)) height += 1;
    placed.push({ x, height });
    return height;
  });
}

/** A few rows, from 0, to be named along an axis: the first, round numbers, the last. */
export function axisRows(rows: number): readonly number[] {
  if (rows <= 1) return [0];
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find((each) => rows / each <= 10) ?? 10_000;
  const round: number[] = [];
  for (let row = step; row < rows - step / 2; row += step) if (row > 1) round.push(row - 1);
  return [0, ...round, rows - 1];
}

function legend(words: ReportWords, draw: (severity: Severity) => Markup): Markup {
  let x = 0;
  return html`${GRAVEST_FIRST.map((severity) => {
    const left = x;
    const name = words.severity(severity);
    x += 48 + name.length * 7.5;
    return html`<g transform="translate(${left} 0)">${draw(severity)}<text x="25" y="13">${name}</text></g>`;
  })}`;
}

const SHAPES: Readonly<Record<Severity, string>> = {
  critical: 'M0 -6 6 5H-6Z',
  major: 'M0 -6 6 0 0 6 -6 0Z',
  minor: 'M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0Z',
  neutral: 'M-4.5 -4.5H4.5V4.5H-4.5Z',
};

function sign(severity: Severity, x: number, y: number, hollow: boolean): Markup {
  return html`<path
    class="sign ${severity}${hollow ? ' hollow' : ''}"
    transform="translate(${x} ${y})"
    d="${SHAPES[severity]}"
  />`;
}
