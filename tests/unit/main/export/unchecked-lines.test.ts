import { expect, test } from 'vitest';
import { reportProject } from '../../../../main/export/report/report-project';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';
import { article } from '../../shared/commands/article';

test('a report says what was not checked', async () => {
  const bytes = await reportProject(article(), {
    ...{ format: 'html', language: 'en', time: 0, author: null, typology: CORE_TYPOLOGY, checksOff: [] },
    known: { context: { glossary: '' }, words: [] },
    parts: { scores: false, settled: false, findings: true },
    unchecked: [{ check: 'omission', rowId: null }],
  });
  expect(new TextDecoder().decode(bytes)).toMatch(/Not everything was checked\.[^<]*Missing sentences/);
});
