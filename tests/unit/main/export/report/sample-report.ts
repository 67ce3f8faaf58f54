import type { Finding } from '../../../../../shared/checks/engine/finding';
import type { Flag, FlagSpan } from '../../../../../shared/model/flag';
import { NO_REVIEW, type Project } from '../../../../../shared/model/project';
import { CORE_TYPOLOGY, type Typology } from '../../../../../shared/mqm/typology';
import { makeReport, type ReportParts, type ReviewReport } from '../../../../../shared/report/review-report';
import { article, flagged, spanOn } from '../../../shared/commands/article';

const ALL: ReportParts = { scores: true, settled: true, findings: true };

/** What somebody might type, on purpose or not. */
export const HOSTILE =
  '=cmd|\' /C calc\'!A0 <script>alert(1)</script><img src=x onerror="alert(1)">]]>--> &amp;"\u202eback\u202c\u2066 \u0000\u0001\u001b\u0085\ufffe\ud800 javascript:alert(1) {{name}} $t(menu.file) _x003D_';

/** A report of an article with a mistake, told with `say` wherever a person types something. */
export function sampleReport(say: (plain: string) => string = (plain) => plain, parts = ALL): ReviewReport {
  const wrong = `It will face ${say('reparation')} losses.`;
  const project = article(`Ждут ${say('репутационные')} потери. | Аброй жоготуу күтөт. | x`, 'Два. | | Two.');
  const rows = project.rows.map((row, i) => {
    const [paragraph] = row.cells.en.paragraphs;
    if (i > 0 || !paragraph) return row;
    const cell = { ...row.cells.en, paragraphs: [{ ...paragraph, text: wrong }] };
    return { ...row, cells: { ...row.cells, en: cell } };
  });
  const filled: Project = { ...project, title: say('Репутация'), rows };
  const en: FlagSpan = {
    ...{ at: 'text', language: 'en', paragraphId: 'en1', start: 13, end: wrong.length - 8, orphaned: false },
    quote: say('reparation'),
    fix: say('reputation'),
  };
  const gone: FlagSpan = { ...en, language: 'ky', paragraphId: 'ky1', start: 0, end: 0, orphaned: true };
  const both = flagged(filled, en);
  const told: Project = {
    ...flagged(both, spanOn(both, 'ru2', 'Два'), { at: 'gap', language: 'ky', rowId: 'r2' }),
    origins: {
      ...filled.origins,
      ru: { fileName: say('статья.docx'), format: 'docx', encoding: '', hash: '', time: 1 },
    },
    review: { ...NO_REVIEW, signOffs: { ru: { name: say('Нурлан'), time: 1 }, ky: null, en: null } },
  };
  const change = (flag: Flag, i: number): Flag => ({
    ...flag,
    spans: i === 0 ? [en, gone] : flag.spans,
    category: i === 0 ? flag.category : 'houseRules/tone',
    severity: i === 0 ? 'critical' : 'minor',
    status: i === 0 ? 'open' : 'resolved',
    note: say('Ложный друг переводчика'),
    author: say('Айгүл'),
    assignee: say('Бакыт'),
    time: 1_790_000_000_000,
    thread: [{ id: 'c', author: say('Chief'), time: 1_790_000_000_000, text: say('Please\nmend it.') }],
  });
  const finding: Finding = {
    ...{ key: 'k', check: 'link', severity: 'major', rowId: 'r1', message: 'missing' },
    params: { language: 'en', address: say('example.org') },
    spans: [{ language: 'en', paragraphId: 'en1', start: 13, end: wrong.length - 8 }],
    fixes: [{ language: 'en', paragraphId: 'en1', start: 0, end: 2, text: say('They') }],
  };
  const own = { id: 'houseRules', weight: 2, types: [{ id: 'tone', names: { en: say('House tone') } }] };
  const typology: Typology = {
    ...CORE_TYPOLOGY,
    dimensions: [...CORE_TYPOLOGY.dimensions, { ...own, names: { en: say('House rules') } }],
  };
  return makeReport(
    { ...told, flags: told.flags.map(change) },
    { time: 1_790_000_000_000, author: say('Chief'), typology, findings: [finding], parts },
  );
}
