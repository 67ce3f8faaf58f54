import { createHash } from 'node:crypto';
import type { ReviewReport } from '../../../../shared/report/review-report';
import type { ReportWords } from '../report-words';
import { categoryChart, placeChart } from './charts';
import { html, NONE, type Markup } from './escape';
import { flagCards } from './flag-card';
import { STYLE } from './style';
import { categoryTable, findingTables, flagTable, overviewTable, scorecard } from './tables';
import { uncheckedLines } from '../unchecked-lines';

/** The page may show itself in its own style sheet, known by its hash, and do nothing else at all. */
const REPORT_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** As it is: a space more and its hash would be another. */
const STYLE_SHEET: Markup = { markup: `<style>${STYLE}</style>` };

/** Writes a report as one page that needs nothing beside itself: no scripts, no pictures, nothing to load. */
export function writeReportPage(report: ReviewReport, words: ReportWords): string {
  const { t, language } = words;
  const { title, versions } = report;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${REPORT_POLICY}" />
        <meta name="generator" content="Triptych" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${t('report.kicker')}: ${title}</title>
        ${STYLE_SHEET}
      </head>
      <body>
        <header>
          <p class="kicker">${t('report.kicker')}</p>
          <h1 dir="auto">${title}</h1>
          ${about(report, words)}
        </header>
        <main>
          <section aria-labelledby="overview">
            <h2 id="overview">${t('report.overview')}</h2>
            ${versions.length === 0 ? html`<p>${t('report.noVersions')}</p>` : overviewTable(report, words)}
          </section>
          ${flagSections(report, words)}${findingSection(report, words)}${qualitySection(report, words)}
        </main>
        <footer>${t('report.madeWith')}</footer>
      </body>
    </html> `;
  return page.markup;
}

function about({ time, author, reviewers }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const facts: readonly (readonly [string, string])[] = [
    [t('report.made'), words.moment(time)],
    ...(author === null ? [] : [[t('report.by'), author] as const]),
    ...(reviewers.length === 0 ? [] : [[t('report.reviewers'), reviewers.join(', ')] as const]),
  ];
  return html`<dl class="about">
    ${facts.map(
      ([name, value]) =>
        html`<div>
          <dt>${name}</dt>
          <dd><bdi>${value}</bdi></dd>
        </div>`,
    )}
  </dl> `;
}

function flagSections(report: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const { flags, dimensions, leftOut } = report;
  const left = leftOut > 0 ? html`<p class="soft">${t('report.leftOut', { count: leftOut })}</p>` : NONE;
  const charts =
    dimensions.length === 0
      ? NONE
      : html`<figure aria-labelledby="categories">
            <figcaption id="categories">${t('report.categories')}</figcaption>
            ${categoryChart(report, words)} ${categoryTable(report, words)}
          </figure>
          <figure aria-labelledby="places">
            <figcaption id="places">${t('report.places')}</figcaption>
            ${placeChart(report, words)}
            <p class="soft">${t('report.placesText')}</p>
          </figure> `;
  if (flags.length === 0)
    return html`<section aria-labelledby="flags">
      <h2 id="flags">${t('report.flags')}</h2>
      <p>${t(leftOut > 0 ? 'report.noOpenFlags' : 'report.noFlags')}</p>
      ${left}
    </section> `;
  return html`<section aria-labelledby="flags">
    <h2 id="flags">${t('report.flags')}</h2>
    ${charts}${flagTable(report, words)}${left}${flagCards(report, words)}
  </section> `;
}

function findingSection(report: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  if (report.findings === null) return NONE;
  const found = report.findings.length > 0;
  return html`<section aria-labelledby="findings">
    <h2 id="findings">${t('report.findings')}</h2>
    ${uncheckedLines(report, t).map((line) => html`<p>${line}</p>`)}
    ${
      found
        ? html`<p class="soft">${t('report.findingsText')}</p>
            ${findingTables(report, words)}`
        : html`<p>${t('report.noFindings')}</p>`
    }
  </section> `;
}

function qualitySection({ versions, typology }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const scores = versions.flatMap(({ score }) => (score ? [score] : []));
  if (scores.length === 0) return NONE;
  return html`<section aria-labelledby="quality">
    <h2 id="quality">${t('report.quality')}</h2>
    ${scores.map((score) => scorecard(score, words))}
    <h3>${t('report.how')}</h3>
    <div class="method">${words.method(typology).map((line) => html`<p>${line}</p> `)}</div>
  </section> `;
}
