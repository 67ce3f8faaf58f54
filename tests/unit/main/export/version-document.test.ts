import { expect, it } from 'vitest';
import { versionDocument } from '../../../../main/export/version-document';
import { translator } from '../../../../main/system/translate';
import { perLanguage, type Language } from '../../../../shared/model/language';
import type { Role } from '../../../../shared/model/paragraph';
import type { Project } from '../../../../shared/model/project';
import { article, flagged, spanOn } from '../../shared/commands/article';

it('says in a version which rows have an open flag, once each', () => {
  const project = article('Раз | Бир | One', 'Два | Эки | Two');
  const open = flagged(flagged(project, spanOn(project, 'en2', 'Two')), spanOn(project, 'en2', 'wo'));
  const remarks = (language: 'ky' | 'en') =>
    versionDocument(open, language, translator('en'), (category) => category).remarks;
  expect(remarks('en')).toEqual(['2 open flags (row 2)', 'Not agreed in 2 rows: 1–2']);
  expect(remarks('ky')).toEqual(['Not agreed in 2 rows: 1–2']);
});

it('is called by its own headline, else by what stands beside that of another version, else as the project', () => {
  const project = article('Раз | Бир | One', 'Два | | Two', 'Три | Үч | Three');
  const withRole = (id: string, role: Role): Project => ({
    ...project,
    rows: project.rows.map((row) => ({
      ...row,
      cells: perLanguage((language) => ({
        ...row.cells[language],
        paragraphs: row.cells[language].paragraphs.map((each) => (each.id === id ? { ...each, role } : each)),
      })),
    })),
  });
  const title = (of: Project, language: Language) =>
    versionDocument(of, language, translator('en'), (category) => category).title;
  expect(title(withRole('ky1', 'heading1'), 'ky')).toBe('Бир');
  expect(title(withRole('en1', 'title'), 'ky')).toBe('Бир');
  expect(title(withRole('en2', 'title'), 'ky')).toBe('Макала');
  expect(title(withRole('en1', 'heading2'), 'en')).toBe('Макала');
});
