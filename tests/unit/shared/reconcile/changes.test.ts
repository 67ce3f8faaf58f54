import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyCommand, COMMAND_TYPES } from '../../../../shared/commands/command';
import { LANGUAGES } from '../../../../shared/model/language';
import type { Row } from '../../../../shared/model/row';
import { AS_IMPORTED, asTexts, textsOf } from '../../../../shared/reconcile/baseline';
import { findChanges, wholeText } from '../../../../shared/reconcile/changes';
import { anyCommand } from '../commands/arbitrary-command';
import { anyProject } from '../commands/arbitrary-project';
import { BY } from '../commands/article';
import { paragraph, rich, row } from './rows';

/** What changed in Kyrgyz from some rows to others, as lines. */
function told(before: readonly Row[], after: readonly Row[]): readonly string[] {
  return findChanges(after, asTexts(textsOf(before))).ky.map(
    ({ kind, rowId, paragraphId, before: was, after: is }) =>
      `${kind} ${paragraphId} in ${rowId}: ${wholeText(was).text} > ${wholeText(is).text}`,
  );
}

const water = 'Суу сактагычтын деңгээли эки метрге түштү.';
const power = 'Электр энергиясын өндүрүү жайында үчтөн бирге азайды.';
const bread = 'Наристелердин нан азыгы жетиштүү экенин айтышты.';

describe('the changes against a baseline', () => {
  const before = [
    row('r1', paragraph('a', 'Суу')),
    row('r2', paragraph('b', 'Нан'), paragraph('c', 'Туз')),
    row('r3', paragraph('d', 'Кант'), paragraph('e', '')),
  ];

  test('are none where nothing has changed', () => {
    const none = { ru: [], ky: [], en: [] };
    expect(findChanges(before, asTexts(textsOf(before)))).toEqual(none);
    expect(findChanges(before, AS_IMPORTED)).toEqual(none);
  });

  test('tell what was edited, added and removed, where it stands or stood', () => {
    const now = [
      row('r1', paragraph('a', 'Таза суу'), paragraph('new', 'Чай')),
      row('r2', paragraph('b', '')),
      row('r9', paragraph('empty', '')),
    ];
    expect(told(before, now)).toEqual([
      'edited a in r1: Суу > Таза суу',
      'added new in r1:  > Чай',
      'removed b in r2: Нан > ',
      'removed c in r2: Туз > ',
      'removed d in r3: Кант > ',
    ]);
    const { ky } = findChanges(now, asTexts(textsOf(before)));
    // An emptied paragraph is there still, a removed one is not.
    expect(ky.map(({ after }) => after.length)).toEqual([1, 1, 1, 0, 0]);
    expect(ky[0]?.before).toEqual([{ paragraphId: 'a', content: rich('Суу') }]);
  });

  test('tell against the import what each paragraph remembers', () => {
    const rows = [
      row('r1', paragraph('a', 'Таза суу', { imported: rich('Суу') })),
      row('r2', paragraph('b', 'Нан', { imported: rich('') }), paragraph('c', '', { imported: rich('Туз') })),
    ];
    expect(findChanges(rows, AS_IMPORTED).ky.map(({ kind }) => kind)).toEqual(['edited', 'added', 'removed']);
  });

  test('tell a split and a merge, also with words changed by the way', () => {
    const one = [row('r1', paragraph('a', `${water} ${power}`)), row('r2', paragraph('z', bread))];
    const two = [
      row('r1', paragraph('a', water), paragraph('new', power.replace('жайында', 'кышында'))),
      row('r2', paragraph('z', bread)),
    ];
    const cut = `${water} ¶ ${power.replace('жайында', 'кышында')}`;
    expect(told(one, two)).toEqual([`split a in r1: ${water} ${power} > ${cut}`]);
    expect(told(two, one)).toEqual([`merged a in r1: ${cut} > ${water} ${power}`]);
    const turned = [
      row('r1', paragraph('new', water)),
      row('r2', paragraph('a', power), paragraph('z', bread)),
    ];
    expect(told(one, turned)).toEqual([`split a in r2: ${water} ${power} > ${water} ¶ ${power}`]);
  });

  test('tell a paragraph that was written beside an edited one apart from a split', () => {
    const one = [row('r1', paragraph('a', `${water} ${power}`))];
    const two = [row('r1', paragraph('a', water), paragraph('new', bread))];
    expect(told(one, two)).toEqual([
      `edited a in r1: ${water} ${power} > ${water}`,
      `added new in r1:  > ${bread}`,
    ]);
    expect(told(two, one)).toEqual([
      `edited a in r1: ${water} > ${water} ${power}`,
      `removed new in r1: ${bread} > `,
    ]);
  });

  test('tell what moved, the least of it', () => {
    const one = [row('r1', paragraph('a', 'Суу')), row('r2', paragraph('b', water), paragraph('c', power))];
    const two = [
      row('r2', paragraph('b', water), paragraph('c', power)),
      row('r3', paragraph('a', 'Таза суу')),
    ];
    expect(told(one, two)).toEqual(['moved a in r3: Суу > Таза суу']);
    expect(
      told(one, [row('r8', paragraph('a', 'Суу'), paragraph('b', water), paragraph('c', power))]),
    ).toEqual([]);
  });

  test('hold every text that differs once, and no other, whatever was done', () => {
    const step = anyProject.chain((project) =>
      fc.tuple(
        fc.constant(project),
        fc.constantFrom(...COMMAND_TYPES).chain((type) => anyCommand(type, project)),
      ),
    );
    fc.assert(
      fc.property(step, ([project, command]) => {
        const result = applyCommand(project, command, BY);
        const rows = result.ok ? result.value.rows : project.rows;
        const [was, is] = [project.rows, rows].map(
          (each) => new Map(textsOf(each).map((t) => [t.paragraphId, t])),
        );
        const changes = findChanges(rows, asTexts(textsOf(project.rows)));
        for (const language of LANGUAGES) {
          const parts = (side: 'before' | 'after') =>
            changes[language].flatMap((change) => change[side].map(({ paragraphId }) => paragraphId));
          expect(new Set(parts('before')).size).toBe(parts('before').length);
          expect(new Set(parts('after')).size).toBe(parts('after').length);
          const differing = [...(was?.values() ?? []), ...(is?.values() ?? [])].filter(
            (text) =>
              text.language === language &&
              (was?.get(text.paragraphId)?.content.text ?? '') !==
                (is?.get(text.paragraphId)?.content.text ?? ''),
          );
          const all = [...parts('before'), ...parts('after')];
          for (const { paragraphId } of differing) expect(all).toContain(paragraphId);
        }
      }),
      { numRuns: 300, seed: 20_240_604 },
    );
  });
});
