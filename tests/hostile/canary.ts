import { perLanguage, LANGUAGES } from '../../shared/model/language';
import type { Flag } from '../../shared/model/flag';
import type { Mark } from '../../shared/model/mark';
import type { Paragraph, Role } from '../../shared/model/paragraph';
import type { Project } from '../../shared/model/project';
import type { Row } from '../../shared/model/row';

/** What runs, fetches or computes something, if anything lets it. */
export const CANARIES = [
  '<script>window.canary=1</script>',
  '"><img src=x onerror="window.canary=1">',
  "'><svg onload=window.canary=1>",
  '</style></title></textarea><script>window.canary=1</script>',
  ']]><!--><script>window.canary=1</script>',
  'javascript:window.canary=1',
  'data:text/html,<script>window.canary=1</script>',
  'file:///etc/passwd',
  '=HYPERLINK("http://127.0.0.1:9/","x")',
  "+cmd|'/C calc'!A0",
  '-2+3+cmd|calc',
  '@SUM(1+9)*cmd|calc',
  '\t=1+1',
  '&lt;script&gt;&#60;b&#62;&amp;&xxe;',
  '{{canary}} {{- note}} $t(menu.file) $t(canary, {"a":"b"})',
  '${canary} #{canary} <%= canary %>',
  '\u202e\u2066canary\u0000\u0001\ufffe\ud800',
  '![x](http://127.0.0.1:9/a.png) [x](javascript:window.canary=1) <javascript:window.canary=1>',
  '_x003D_1+1',
] as const;

const ROLES: readonly Role[] = [
  'title',
  'heading2',
  'paragraph',
  'listItem',
  'quotation',
  'caption',
  'footnote',
  'tableCell',
];

const TIME = 1_790_000_000_000;

/** A project in which every field a stranger can fill says the same. */
export function canaryProject(canary: string): Project {
  const marksOf = (length: number): readonly Mark[] => [
    { type: 'link', href: canary, start: 0, end: length },
    { type: 'footnoteReference', label: canary, start: 0, end: Math.min(2, length) },
  ];
  const paragraph = (id: string, role: Role): Paragraph => {
    const rich = { text: canary, marks: marksOf(canary.length) };
    return {
      id,
      role,
      ...rich,
      label: role === 'listItem' || role === 'footnote' ? canary : '',
      depth: 0,
      cell: role === 'tableCell' ? { table: 0, row: 0, column: 0 } : null,
      imported: { text: `${canary} before`, marks: [] },
      agreed: rich,
      ...(role === 'paragraph'
        ? { pending: { settled: rich, by: [{ author: canary, time: TIME, start: 0, end: 2 }] } }
        : {}),
      adapted: { reason: canary, author: canary, time: TIME },
    };
  };
  const rows = ROLES.map((role, i): Row => ({
    id: `r${i}`,
    cells: perLanguage((language) => ({ paragraphs: [paragraph(`${language}${i}`, role)], status: 'draft' })),
    confidence: 0.5,
    confirmed: false,
  }));
  const flag = (status: Flag['status'], i: number): Flag => ({
    id: `f${i}`,
    spans: LANGUAGES.map((language) => ({
      ...{ at: 'text', language, paragraphId: `${language}${i}`, start: 0, end: canary.length },
      ...{ quote: canary, orphaned: false, fix: canary },
    })),
    category: canary,
    severity: 'critical',
    note: canary,
    status,
    author: canary,
    time: TIME,
    thread: [{ id: 'c', author: canary, time: TIME, text: canary }],
    assignee: canary,
  });
  const origin = { fileName: canary, format: 'docx', encoding: canary, hash: canary, time: TIME } as const;
  return {
    id: 'canary',
    title: canary,
    created: TIME,
    origins: perLanguage(() => origin),
    rows,
    flags: (['open', 'resolved', 'dismissed'] as const).map(flag),
    review: {
      signOffs: perLanguage(() => ({ name: canary, time: TIME })),
      snapshots: [{ id: 's', name: canary, author: canary, time: TIME, rows: rows.slice(0, 1) }],
      pivot: 'ru',
      blind: [{ author: `${canary} `, started: TIME, finished: TIME }],
      spellings: [{ language: 'ru', text: canary, author: canary, time: TIME }],
      glossary: `${canary} | ${canary} | ${canary}`,
    },
    dismissals: [{ key: canary, reason: 'other', note: canary, author: canary, time: TIME }],
  };
}
