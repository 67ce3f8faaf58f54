import { join } from 'node:path';
import { cell, expect, test } from './triptych';
import { writeProject } from './documents';
test('shot', async ({ start, home }) => {
  const path = join(home, 'a.triptych');
  writeProject(path, 'Hidden', [{ ru: ['Счёт \u202e0001\u202c и во\u200dда, \u2067имя\u2069.'], ky: ['Суу'], en: ['Invoice \u202e0001 and water. 👩\u200d💻'] }]);
  const { page } = await start(path);
  await expect(cell(page, 1, 'ru').getByRole('img', { name: 'Hidden character U+202E' })).toBeVisible();
  await page.screenshot({ path: '/tmp/h-hidden.png' });
});
