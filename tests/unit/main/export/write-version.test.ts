import { describe, expect, it } from 'vitest';
import { writeVersion } from '../../../../main/export/write-version';
import { readDocument } from '../../../../main/import/read-document';
import { plainBlock } from '../../../../shared/model/paragraph';

describe('writeVersion', () => {
  it.each([
    ['docx', [{ code: 'margins', count: 1 }]],
    ['odt', [{ code: 'marginsLeftOut', count: 1 }]],
    ['html', []],
    ['md', []],
    ['txt', []],
  ] as const)(
    'writes .%s that is read as what it is, and the remark above it told',
    async (format, notices) => {
      const blocks = [
        plainBlock('Суу кимге тиет', 'title'),
        plainBlock('Үч айылдын тургундары суусуз калды.'),
      ];
      const bytes = await writeVersion(
        { language: 'ky', title: 'Суу', blocks, remarks: ['1 ачык белги'] },
        format,
      );
      const read = await readDocument({ fileName: `суу.${format}`, bytes });
      expect(read).toMatchObject({ ok: true, value: { format, language: 'ky', notices } });
      const article = read.ok ? read.value.blocks.filter(({ included }) => included) : [];
      expect(article.map(({ block }) => block)).toEqual(blocks);
    },
  );
});
