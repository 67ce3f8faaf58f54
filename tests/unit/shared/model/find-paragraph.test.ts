import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyCommand, COMMAND_TYPES } from '../../../../shared/commands/command';
import { findParagraph } from '../../../../shared/model/find-paragraph';
import { LANGUAGES } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { anyCommand } from '../commands/arbitrary-command';
import { anyProject } from '../commands/arbitrary-project';
import { BY } from '../commands/article';

const IDS = [
  'missing',
  ...LANGUAGES.flatMap((language) => Array.from({ length: 30 }, (_, n) => `${language}${n}`)),
];

const KEYS = ['row', 'rowIndex', 'language', 'index', 'paragraph'] as const;

/** Where every paragraph stands, found by going through all of them. */
function placesIn({ rows }: Project) {
  return rows.flatMap((row, rowIndex) =>
    LANGUAGES.flatMap((language) =>
      row.cells[language].paragraphs.map((paragraph, index) => ({
        row,
        rowIndex,
        language,
        index,
        paragraph,
      })),
    ),
  );
}

it('finds every paragraph where it stands, in whatever order states of several articles are looked into', () => {
  const types = fc.array(fc.constantFrom(...COMMAND_TYPES), { minLength: 1, maxLength: 8 });
  const articles = fc.array(fc.tuple(anyProject, types), { minLength: 1, maxLength: 3 });
  const order = fc.array(fc.nat(), { minLength: 5, maxLength: 20 });
  fc.assert(
    fc.property(articles, order, fc.nat(), (starts, asked, seed) => {
      const states = starts.flatMap(([start, sequence]) => {
        const passed = [start];
        for (const [n, type] of sequence.entries()) {
          const before = passed.at(-1) ?? start;
          if (before.rows.length === 0) break;
          const [command] = fc.sample(anyCommand(type, before), { seed: seed + n, numRuns: 1 });
          const applied = command && applyCommand(before, command, BY);
          if (applied?.ok) passed.push(applied.value);
        }
        return passed;
      });
      for (const n of asked) {
        const state = states[n % states.length];
        if (!state) return;
        const places = placesIn(state);
        const lost = places.filter((place) => {
          const found = findParagraph(state.rows, place.paragraph.id);
          return !found || KEYS.some((key) => found[key] !== place[key]);
        });
        expect(lost).toEqual([]);
        const there = new Set(places.map(({ paragraph }) => paragraph.id));
        const gone = IDS.filter((id) => !there.has(id) && findParagraph(state.rows, id));
        expect(gone).toEqual([]);
      }
    }),
    { seed: 4, numRuns: 40 },
  );
});
