import type { Language } from '../../../../shared/model/language';
import { FEWEST_WORDS, type Score, type Scorecard } from '../../../../shared/mqm/score';
import { countAll, type ReportedFinding, type ReviewReport } from '../../../../shared/report/review-report';
import { GRAVEST_FIRST, type ReportWords } from '../report-words';
import { shownQuotes } from '../shown-quotes';
import { html, NONE, type Markup } from './escape';
import { severityMark } from './flag-card';

/** The versions side by side: how good, how far, how much is open, who has signed. */
export function overviewTable({ versions }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  const line = (name: string, cells: readonly Markup[]): Markup =>
    html`<tr>
      <th scope="row">${name}</th>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr> `;
  const scored = versions.flatMap(({ score }) => (score ? [score] : []));
  const scores =
    scored.length === 0
      ? NONE
      : html`${line(
          t('report.scoreNow'),
          scored.map((score) => overviewScore(score, words)),
        )}${line(
          t('report.scoreDelivered'),
          scored.map(
            ({ delivered }) =>
              html`${words.score(delivered)} <span class="soft">${words.verdict(delivered)}</span>`,
          ),
        )}`;
  return html`<table class="overview">
    <caption class="away">
      ${t('report.overview')}
    </caption>
    <thead>
      <tr>
        <td></td>
        ${versions.map(
          ({ language, isPivot, fileName }) =>
            html`<th scope="col">
              ${words.languageName(language)}${isPivot ? html`<small>${t('report.pivot')}</small>` : NONE}${fileName === null ? NONE : html`<small><bdi>${fileName}</bdi></small>`}
            </th>`,
        )}
      </tr>
    </thead>
    <tbody>
      ${scores}${line(
        t('report.openFlags'),
        versions.map((version) => html`${words.openFlags(version)}`),
      )}${line(
        t('report.words'),
        versions.map((version) => html`${words.number(version.words)}`),
      )}${line(
        t('report.status'),
        versions.map((version) => html`${words.statuses(version)}`),
      )}${
        versions.some(({ missing }) => missing > 0)
          ? line(
              t('report.missing'),
              versions.map(({ missing }) => html`${words.number(missing)}`),
            )
          : NONE
      }${line(
        t('report.signedOff'),
        versions.map((version) => html`<bdi>${words.signOff(version)}</bdi>`),
      )}
    </tbody>
  </table> `;
}

function overviewScore({ now, tooShort }: Scorecard, words: ReportWords): Markup {
  const warning = html`<p class="warning">${words.t('score.tooShort', { words: FEWEST_WORDS })}</p>`;
  return html`<span class="score">${words.score(now)}</span
    >${verdict(now, words)}${tooShort ? warning : NONE}`;
}

function verdict(score: Score, words: ReportWords): Markup {
  const sign = words.verdictSign(score);
  const look = { '✓': 'pass', '✗': 'fail', '○': 'soft' }[sign];
  return html`<span class="${look}"><span aria-hidden="true">${sign}</span> ${words.verdict(score)}</span>`;
}

/** Errors of one version by category and severity, and what they come to. */
export function scorecard(card: Scorecard, words: ReportWords): Markup {
  const { t } = words;
  const { language, delivered, tooShort } = card;
  const name = words.languageName(language);
  const categories = delivered.categories.toSorted((a, b) => b.penalty - a.penalty);
  const errors =
    categories.length === 0
      ? html`<p>${t('report.noErrors')}</p>`
      : html`<table class="plain">
          <caption>
            ${t('report.scoreOf', { language: name })}
          </caption>
          <thead>
            <tr>
              <th scope="col">${t('report.category')}</th>
              ${GRAVEST_FIRST.map((severity) => html`<th scope="col" class="n">${severityMark({ severity }, words)}</th>`)}
              <th scope="col" class="n">${t('report.penalty')}</th>
            </tr>
          </thead>
          <tbody>
            ${categories.map(
              ({ category, counts, penalty }) =>
                html`<tr>
                  <th scope="row">${words.nameOf(category)}</th>
                  ${GRAVEST_FIRST.map((severity) => html`<td class="n">${count(counts[severity])}</td>`)}
                  <td class="n">${words.number(penalty)}</td>
                </tr> `,
            )}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">${t('report.total')}</th>
              ${GRAVEST_FIRST.map((severity) => html`<td class="n">${count(delivered.counts[severity])}</td>`)}
              <td class="n">${words.number(delivered.penalty)}</td>
            </tr>
          </tfoot>
        </table>`;
  const figures = html`<table class="plain figures">
      <caption>
        ${t('report.figures', { language: name })}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t('report.figure')}</th>
          <th scope="col" class="n">${t('report.delivered')}</th>
          <th scope="col" class="n">${t('report.now')}</th>
        </tr>
      </thead>
      <tbody>
        ${words.figures(card).map(
          (line) =>
            html`<tr>
              <th scope="row">${line.name}</th>
              <td class="n">${line.delivered}</td>
              <td class="n">${line.now}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    ${tooShort ? html`<p class="warning">${t('score.tooShort', { words: FEWEST_WORDS })}</p>` : NONE}`;
  return html`<section aria-labelledby="quality-${language}">
    <h3 id="quality-${language}">${name}</h3>
    ${errors}${figures}
  </section> `;
}

/** The numbers of the chart by category. */
export function categoryTable({ dimensions }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  return html`<table class="plain">
    <caption class="away">
      ${t('report.categories')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('report.category')}</th>
        ${GRAVEST_FIRST.map((severity) => html`<th scope="col" class="n">${severityMark({ severity }, words)}</th>`)}
        <th scope="col" class="n">${t('report.total')}</th>
      </tr>
    </thead>
    <tbody>
      ${dimensions.map(
        ({ dimension, counts }) =>
          html`<tr>
            <th scope="row">${words.nameOf(dimension)}</th>
            ${GRAVEST_FIRST.map((severity) => html`<td class="n">${count(counts[severity])}</td>`)}
            <td class="n">${countAll(counts)}</td>
          </tr> `,
      )}
    </tbody>
  </table> `;
}

/** Every flag in a line; each leads to its card. */
export function flagTable({ flags }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  return html`<table class="plain">
    <caption>
      ${t('report.list')}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t('report.number')}</th>
        <th scope="col">${t('report.row')}</th>
        <th scope="col">${t('report.category')}</th>
        <th scope="col">${t('report.severity')}</th>
        <th scope="col">${t('csv.status')}</th>
        <th scope="col">${t('report.in')}</th>
      </tr>
    </thead>
    <tbody>
      ${flags.map(
        (flag) =>
          html`<tr>
            <th scope="row"><a href="#flag-${flag.number}">${flag.number}</a></th>
            <td>${words.rowsOf(flag)}</td>
            <td>${words.nameOf(flag.category)}</td>
            <td>${severityMark(flag, words)}</td>
            <td>${t(`flagStatus.${flag.status}`)}</td>
            <td>${words.languagesOf(flag)}</td>
          </tr> `,
      )}
    </tbody>
  </table> `;
}

/** What the checks found, a table for each check. */
export function findingTables({ findings }: ReviewReport, words: ReportWords): Markup {
  const { t } = words;
  return html`${(findings ?? []).map(
    ({ check, findings: found }) =>
      html`<table class="plain findings">
        <caption>
          ${t('report.checkFindings', { check: t(`check.${check}.name`), count: found.length })}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="row">${t('report.row')}</th>
            <th scope="col" class="grave">${t('report.severity')}</th>
            <th scope="col">${t('report.found')}</th>
            <th scope="col" class="quotes">${t('report.quotes')}</th>
          </tr>
        </thead>
        <tbody>
          ${found.map((each) => findingLine(each, words))}
        </tbody>
      </table> `,
  )}`;
}

function findingLine({ finding, row, quotes }: ReportedFinding, words: ReportWords): Markup {
  const { shown, more } = shownQuotes(quotes);
  return html`<tr>
    <td>${row + 1}</td>
    <td>${severityMark(finding, words)}</td>
    <td>${words.finding(finding)}</td>
    <td>
      ${shown.map(({ language, text }, i) => html`${i > 0 ? html`<br />` : NONE}${quote(language, text, words)}`)}${more ? html`<br />…` : NONE}
    </td>
  </tr> `;
}

function quote(language: Language, text: string, words: ReportWords): Markup {
  return html`<span class="soft">${words.languageName(language)}:</span>
    <bdi lang="${language}">${text}</bdi>`;
}

/** Nothing reads easier than a nought. */
function count(value: number): string {
  return value === 0 ? '–' : String(value);
}
