import fc from 'fast-check';
import { FLAG_STATUSES, SEVERITIES, type Flag, type FlagSpan } from '../../../../shared/model/flag';
import { LANGUAGES, perLanguage, type Language } from '../../../../shared/model/language';
import { normaliseMarks } from '../../../../shared/model/mark';
import type { Paragraph, RichText } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { STATUSES, versionParagraphs, type Row, type Status } from '../../../../shared/model/row';
import { CORE_TYPOLOGY, listCategories } from '../../../../shared/mqm/typology';
import { anyMarks } from '../model/arbitrary-marks';

const CATEGORIES = listCategories(CORE_TYPOLOGY);

const words = fc.array(
  fc.constantFrom('Президент', 'Ысык-Көлдүн', 'үч', 'the', 'losses,', 'в', '«и»', '2024', '😀', 'end.'),
  { minLength: 1, maxLength: 6 },
);

const text = words.map((list) => list.join(' '));

/** A text with its marks in normal form. */
export const richText: fc.Arbitrary<RichText> = text.chain((content) =>
  anyMarks(content.length).map((marks) => ({ text: content, marks: normaliseMarks(marks, content.length) })),
);

const PICTURE = { hash: 'a'.repeat(64), kind: 'png', address: 'a.png', width: 3, height: 2 } as const;

type Draft = Omit<Paragraph, 'id'>;

const draft: fc.Arbitrary<Draft> = fc
  .record({
    content: fc.oneof(
      { weight: 9, arbitrary: richText },
      { weight: 1, arbitrary: fc.constant({ text: '', marks: [] }) },
    ),
    imported: fc.option(richText),
    agreed: fc.option(richText, { freq: 3 }),
    settled: fc.option(richText, { freq: 3 }),
    checked: fc.option(fc.constantFrom({ ky: 'үч' }, { ru: null, en: 'the' }), { freq: 3 }),
    adapted: fc.option(fc.constant({ reason: 'Окурмандар үчүн', author: 'А', time: 3 }), { freq: 5 }),
    kind: fc.constantFrom(
      { role: 'paragraph' as const, label: '', depth: 0, cell: null },
      { role: 'heading2' as const, label: '', depth: 0, cell: null },
      { role: 'listItem' as const, label: '1.', depth: 1, cell: null },
      { role: 'tableCell' as const, label: '', depth: 0, cell: { table: 0, row: 1, column: 2 } },
      { role: 'picture' as const, label: '', depth: 0, cell: null, picture: PICTURE },
    ),
  })
  .map(({ content, imported, agreed, settled, checked, adapted, kind }) => {
    const isSame = (other: RichText | null) => JSON.stringify(content) === JSON.stringify(other);
    const by = [{ author: 'Б', time: 2, start: 0, end: content.text.length }];
    return {
      ...kind,
      ...content,
      imported: isSame(imported) ? null : imported,
      ...(agreed && { agreed }),
      ...(settled && !isSame(settled) && { pending: { settled, by } }),
      ...(checked && { checked }),
      ...(adapted && { adapted }),
    };
  });

const cell: fc.Arbitrary<{ readonly paragraphs: readonly Draft[]; readonly status: Status }> = fc.record({
  paragraphs: fc.oneof(
    { weight: 1, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(draft, { minLength: 1, maxLength: 3 }) },
  ),
  status: fc.constantFrom(...STATUSES),
});

const row = fc.record({
  cells: fc.oneof(
    { weight: 1, arbitrary: fc.constant(perLanguage(() => ({ paragraphs: [], status: 'draft' as const }))) },
    { weight: 6, arbitrary: fc.record({ ru: cell, ky: cell, en: cell }) },
  ),
  confidence: fc.constantFrom(0, 0.4, 0.97, 1),
  confirmed: fc.boolean(),
});

const origin = fc.constant({
  fileName: 'a.md',
  format: 'md' as const,
  encoding: 'utf-8',
  hash: 'ab',
  time: 1,
});

/** Rows with gaps and n:m cells, maybe a language that is missing altogether, and no flags yet. */
const bare: fc.Arbitrary<Project> = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 5 }),
    absent: fc.option(fc.constantFrom<Language>(...LANGUAGES), { freq: 3 }),
    origin,
  })
  .map(({ rows, absent, origin: from }) => {
    let count = 0;
    const numbered = rows.map(({ cells, confidence, confirmed }, i): Row => {
      const kept = perLanguage((language) => ({
        status: cells[language].status,
        paragraphs: (language === absent ? [] : cells[language].paragraphs).map((each) => ({
          id: `${language}${(count += 1)}`,
          ...each,
        })),
      }));
      return { id: `r${i}`, cells: kept, confidence, confirmed };
    });
    const origins = perLanguage((language) => (language === absent ? null : from));
    return { id: 'p', title: 'Макала', created: 0, origins, rows: numbered, flags: [] };
  });

/** A span somewhere in a project, in its text or in one of its gaps. */
export function anySpan(project: Project): fc.Arbitrary<FlagSpan> {
  const gap = fc.record({
    at: fc.constant('gap' as const),
    language: fc.constantFrom<Language>(...LANGUAGES),
    rowId: fc.constantFrom(...project.rows.map(({ id }) => id)),
  });
  const places = LANGUAGES.flatMap((language) =>
    versionParagraphs(project.rows, language).map((paragraph) => ({ language, paragraph })),
  );
  if (places.length === 0) return gap;
  const inText = fc.constantFrom(...places).chain(({ language, paragraph }) =>
    fc
      .record({
        ends: fc.tuple(fc.nat(paragraph.text.length), fc.nat(paragraph.text.length)),
        fix: fc.option(fc.constantFrom('', 'бир сөз', 'two\n words '), { freq: 2 }),
      })
      .map(({ ends, fix }): FlagSpan => {
        const [start, end] = [Math.min(...ends), Math.max(...ends)];
        const quote = paragraph.text.slice(start, end);
        return {
          at: 'text',
          language,
          paragraphId: paragraph.id,
          start,
          end,
          quote,
          orphaned: false,
          fix,
        };
      }),
  );
  return fc.oneof({ weight: 1, arbitrary: gap }, { weight: 3, arbitrary: inText });
}

/** A small project as any use of Triptych may leave it. */
export const anyProject: fc.Arbitrary<Project> = bare.chain((project) =>
  fc
    .tuple(
      fc.array(
        fc.record({
          spans: fc.array(anySpan(project), { minLength: 1, maxLength: 3 }),
          category: fc.constantFrom(...CATEGORIES),
          severity: fc.constantFrom(...SEVERITIES),
          status: fc.constantFrom(...FLAG_STATUSES),
          note: fc.constant(''),
          assignee: fc.option(fc.constant('Б'), { freq: 2 }),
        }),
        { maxLength: 3 },
      ),
      fc.option(fc.constantFrom('А', 'Айгүл'), { freq: 2 }),
    )
    .map(([flags, blind]) => ({
      ...project,
      review: {
        signOffs: { ru: { name: 'А', time: 1 }, ky: null, en: null },
        snapshots: [{ id: 's1', name: 'Биринчи', author: 'А', time: 1, rows: project.rows.slice(0, 2) }],
        pivot: null,
        ...(blind && { blind: [{ author: blind, started: 1, finished: null }] }),
      },
      ...(flags.length > 0 && {
        dismissals: [
          { key: 'k1', reason: 'intended' as const, note: '', author: 'А', time: 1 },
          { key: 'k2', reason: 'other' as const, note: 'Ката эмес', author: 'Б', time: 2 },
        ],
      }),
      flags: flags.map(({ assignee, ...flag }, i): Flag => {
        const raised = { id: `f${i}`, ...flag, author: 'А', time: i * 10, thread: [] };
        return assignee === null ? raised : { ...raised, assignee };
      }),
    })),
);
