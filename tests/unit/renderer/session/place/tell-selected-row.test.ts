import { expect, it } from 'vitest';
import { tellSelectedRow } from '../../../../../renderer/session/place/tell-selected-row';
import { FRESH_VIEW, setView } from '../../../../../renderer/session/place/view-store';

it('tells of the row a person is on, and of those passed while that is kept only of the last', async () => {
  const told: string[] = [];
  let keep = () => {};
  tellSelectedRow((rowId) => {
    told.push(rowId);
    return new Promise<void>((kept) => (keep = kept));
  });
  const goTo = (rowId: string) => setView({ selected: { rowId, language: 'ru', paragraphId: null } });
  const kept = async () => {
    keep();
    await new Promise(setImmediate);
  };
  goTo('1');
  for (const row of ['2', '3', '4']) goTo(row);
  expect(told).toEqual(['1']);
  await kept();
  expect(told).toEqual(['1', '4']);
  await kept();
  // Another cell of the row, and back where a person was before the last was kept.
  setView({ selected: { rowId: '4', language: 'en', paragraphId: null } });
  expect(told).toEqual(['1', '4']);
  goTo('5');
  goTo('6');
  goTo('5');
  await kept();
  expect(told).toEqual(['1', '4', '5']);
  // Another project, opened where that one was left.
  setView(FRESH_VIEW);
  goTo('5');
  expect(told).toEqual(['1', '4', '5', '5']);
  setView(FRESH_VIEW);
  await kept();
});
