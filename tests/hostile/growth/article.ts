import type { Flag } from '../../../shared/model/flag';
import { perLanguage } from '../../../shared/model/language';
import { plainBlock } from '../../../shared/model/paragraph';
import type { Project } from '../../../shared/model/project';
import type { Row } from '../../../shared/model/row';

/** A project of a row for each text, the same in all languages. */
export function project(texts: readonly string[], flags: readonly Flag[] = []): Project {
  const rows = texts.map((text, i): Row => ({
    id: `r${i}`,
    cells: perLanguage((language) => ({
      paragraphs: [{ id: `${language}${i}`, ...plainBlock(text), imported: null }],
      status: 'translated' as const,
    })),
    confidence: 1,
    confirmed: true,
  }));
  return { id: 'p', title: 'Рост', created: 0, origins: perLanguage(() => null), rows, flags };
}
