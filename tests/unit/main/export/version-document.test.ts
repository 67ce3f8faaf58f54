import { expect, it } from 'vitest';
import { versionDocument } from '../../../../main/export/version-document';
import { translator } from '../../../../main/system/translate';
import { article, flagged, spanOn } from '../../shared/commands/article';

it('says in a version which rows have an open flag, once each', () => {
  const project = article('Раз | Бир | One', 'Два | Эки | Two');
  const open = flagged(flagged(project, spanOn(project, 'en2', 'Two')), spanOn(project, 'en2', 'wo'));
  const remarks = (language: 'ky' | 'en') =>
    versionDocument(open, language, translator('en'), (category) => category).remarks;
  expect(remarks('en')).toEqual(['2 open flags (row 2)', 'Not agreed in 2 rows: 1–2']);
  expect(remarks('ky')).toEqual(['Not agreed in 2 rows: 1–2']);
});
