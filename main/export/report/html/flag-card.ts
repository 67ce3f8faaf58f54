import { FLAG_STATUSES } from '../../../../shared/model/flag';
import type { Piece } from '../../../../shared/report/excerpt';
import type { ChangePiece, ReportedFlag, ReportedText } from '../../../../shared/report/reported-flag';
import type { ReviewReport } from '../../../../shared/report/review-report';
import { SEVERITY_SIGNS, type ReportWords } from '../report-words';
import { html, NONE, type Markup } from './escape';

/** A card of more characters may be broken between two pages: kept whole it would leave half a page white. */
const LONG = 2500;

/** All flags, by status, each with what the versions say at its place. */
export function flagCards({ flags }: ReviewReport, words: ReportWords): Markup {
  const groups = FLAG_STATUSES.map((status) => {
    const group = flags.filter((flag) => flag.status === status);
    if (group.length === 0) return NONE;
    return html`<section aria-labelledby="${status}-flags">
      <h3 id="${status}-flags">${words.t(`report.group.${status}`, { count: group.length })}</h3>
      ${group.map((flag) => flagCard(flag, words))}
    </section> `;
  });
  return html`${groups}`;
}

function flagCard(flag: ReportedFlag, words: ReportWords): Markup {
  const { t } = words;
  const { number, category, severity, note, thread, texts } = flag;
  const long = JSON.stringify([texts, thread, note]).length > LONG;
  return html`<article class="flag ${severity}${long ? ' long' : ''}" id="flag-${number}">
    <h4>${number}. ${words.nameOf(category)}</h4>
    <p class="facts">
      ${severityMark(flag, words)}${words.facts(flag).map((fact) => html`<bdi>${fact}</bdi>`)}
    </p>
    ${note === '' ? NONE : html`<p class="note"><bdi class="typed">${note}</bdi></p> `}
    <div class="texts">${texts.map((text) => textColumn(text, words))}</div>
    ${
      thread.length === 0
        ? NONE
        : html`<ul class="thread" aria-label="${t('report.replies')}">
            ${thread.map(
              (reply) =>
                html`<li>
                  <span class="soft">${reply.author}, ${words.moment(reply.time)}:</span>
                  <bdi class="typed">${reply.text}</bdi>
                </li> `,
            )}
          </ul> `
    }
  </article> `;
}

/** "▲ Critical" */
export function severityMark({ severity }: Pick<ReportedFlag, 'severity'>, words: ReportWords): Markup {
  return html`<span class="severity ${severity}"
    ><span aria-hidden="true">${SEVERITY_SIGNS[severity]}</span> ${words.severity(severity)}</span
  >`;
}

function textColumn(
  { language, paragraphs, missing, gone, changes }: ReportedText,
  words: ReportWords,
): Markup {
  const { t } = words;
  const empty = paragraphs.length === 0 && !missing;
  return html`<div>
    <p class="language">${words.languageName(language)}</p>
    ${paragraphs.map(
      (pieces) =>
        html`<p class="text" lang="${language}">${pieces.map((piece) => writePiece(piece, words))}</p> `,
    )}${missing ? html`<p><mark>${t('flag.missingParagraph')}</mark></p> ` : NONE}${
      empty ? html`<p class="soft">${t('report.noText')}</p> ` : NONE
    }${gone.map(
      (quote) => html`<p class="soft">${t('report.gone')}: <del lang="${language}">${quote}</del></p> `,
    )}${changes.map(
      (change) =>
        html`<p>
          <span class="language">${t('report.suggested')}</span>
          <span class="text" lang="${language}">${change.map(writeChange)}</span>
        </p> `,
    )}
  </div> `;
}

function writePiece({ kind, text, raised }: Piece, words: ReportWords): Markup {
  if (kind === 'cut') return html` […] `;
  const shown = raised ? html`<sup>${text}</sup>` : html`${text}`;
  if (kind === 'plain') return shown;
  if (text !== '') return html`<mark>${shown}</mark>`;
  const told = words.t('flag.insertionPoint');
  return html`<mark class="here" title="${told}"
    ><span aria-hidden="true">∧</span><span class="away"> [${told}] </span></mark
  >`;
}

function writeChange({ kind, text }: ChangePiece): Markup {
  if (kind === 'deleted') return html`<del>${text}</del>`;
  return kind === 'inserted' ? html`<ins>${text}</ins>` : html`${text}`;
}
