import JSZip from 'jszip';
import { expect, test } from 'vitest';
import { reportProject } from '../../../../main/export/report/report-project';
import type { PlainReportFormat } from '../../../../shared/contract/formats';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';
import { article } from '../../shared/commands/article';

/** All text of a report; of a packed one that of its parts, with a space for each tag. */
async function textOf(format: PlainReportFormat, findings: boolean): Promise<string> {
  const bytes = await reportProject(article(), {
    ...{ format, language: 'en', time: 0, author: null, typology: CORE_TYPOLOGY, checksOff: [] },
    known: { context: { glossary: '' }, words: [] },
    parts: { scores: false, settled: false, findings },
    unchecked: [{ check: 'omission', rowId: null }],
  });
  if (format === 'html' || format === 'csv') return new TextDecoder().decode(bytes);
  const { files } = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(Object.values(files).map((file) => file.async('string')));
  return parts.join('').replace(/<[^>]+>/g, ' ');
}

test.each(['html', 'docx', 'csv', 'xlsx'] as const)(
  'a report says what was not checked, as .%s',
  async (format) => {
    const said = /Not everything was checked\.[^<]*Missing sentences/;
    expect(await textOf(format, true)).toMatch(said);
    // Where no findings are told, nothing looks clean.
    expect(await textOf(format, false)).not.toMatch(said);
  },
);
