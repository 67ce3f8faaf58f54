import type { TFunction } from 'i18next';
import { ok, type Result } from '../../shared/model/failure';
import { perLanguage } from '../../shared/model/language';
import type { Project } from '../../shared/model/project';
import { versionParagraphs } from '../../shared/model/row';
import { around } from '../../shared/search/around';
import { searchRows, type Hit } from '../../shared/search/search-rows';
import { openProjectFile } from '../project/project-file';
import { findInRows } from '../search/find-watched';
import type { FindRequest } from './request';

/** So much stands around the words that are found, in UTF-16 units of each side. */
const AROUND = 40;

/** Lists every place of a project where words stand, without changing the file. */
export function findWords(request: FindRequest, t: TFunction): Result<string> {
  const opened = openProjectFile(request.project, { readOnly: true });
  if (!opened.ok) return opened;
  const project = opened.value.project();
  opened.value.close();
  const { asked, languages } = request;
  const pattern = findInRows(project.rows, asked);
  if (!pattern.ok) return pattern;
  const hits = searchRows(project.rows, asked, languages, pattern.value);
  const placeOf = placesIn(project);
  if (request.json) return ok(JSON.stringify({ found: hits.map((hit) => foundJson(placeOf(hit))) }));
  const lines = hits.map((hit) => {
    const { row, text } = placeOf(hit);
    const { before, words, after } = around(text, hit, AROUND);
    const params = { row: row + 1, language: t(`language.${hit.language}`), before, words, after };
    return t('cli.line.hit', params);
  });
  return ok([...lines, t('cli.line.hits', { count: hits.length })].join('\n'));
}

/** A hit as it is told: rows and paragraphs count from 0, paragraphs within their version. */
export interface ToldHit {
  readonly hit: Hit;
  readonly row: number;
  readonly paragraph: number;
  /** What the paragraph says. */
  readonly text: string;
}

/** Tells where in a project a hit is. */
export function placesIn({ rows }: Pick<Project, 'rows'>): (hit: Hit) => ToldHit {
  const positions = new Map(rows.map(({ id }, position) => [id, position]));
  const versions = perLanguage(
    (language) =>
      new Map(
        versionParagraphs(rows, language).map(({ id, text }, position) => [
          id,
          { paragraph: position, text },
        ]),
      ),
  );
  return (hit) => {
    const { paragraph, text } = versions[hit.language].get(hit.paragraphId) ?? { paragraph: -1, text: '' };
    return { hit, row: positions.get(hit.rowId) ?? -1, paragraph, text };
  };
}

/** Offsets are in UTF-16 units. */
export function foundJson({ hit, row, paragraph, text }: ToldHit) {
  const { language, start, end } = hit;
  return { row, lang: language, paragraph, start, end, text: text.slice(start, end) };
}
