import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../main/import/read-document';
import { readPastedText } from '../../../../main/import/read-pasted-text';
import { ungarble } from '../../../../main/import/garbled';
import { makeDocx } from './docx/make-docx';

const RUSSIAN = 'И жители сёл сказали: «Вода — это жизнь». Их было 40, из них 3 ребёнка… Йод, щёки, № 5.';
const KYRGYZ = 'Айыл тургундары: «Суу — бул өмүр», — дешти. Үйдө өңдүү түстүү ңөүҢӨҮ бар.';

function storedAs(text: string, encoding: string): string {
  return iconv.decode(Buffer.from(text), encoding).replaceAll('\ufffd', '\u0098');
}

describe('ungarble', () => {
  it.each(['windows-1251', 'maccyrillic', 'koi8-r', 'ibm866', 'latin1'])(
    'puts UTF-8 right that was taken for %s',
    (encoding) => {
      for (const text of [RUSSIAN, KYRGYZ]) expect(ungarble(storedAs(text, encoding)).text).toBe(text);
    },
  );

  it('puts UTF-8 right that was taken for windows-1252, whatever became of the bytes that one lacks', () => {
    const text = 'Жители сёл остались без воды';
    const stored = [...Buffer.from(text)]
      .map((byte) =>
        iconv.decode(Buffer.from([byte]), 'windows-1252').replace('\ufffd', String.fromCharCode(byte)),
      )
      .join('');
    expect(stored).toContain('Ð–Ð¸Ñ‚ÐµÐ»Ð¸');
    expect(ungarble(stored).text).toBe(text);
  });

  it('knows the one letter that is lost in windows-1251', () => {
    expect(ungarble(iconv.decode(Buffer.from('Из Иссык-Куля'), 'windows-1251')).text).toBe('Из Иссык-Куля');
  });

  it('puts Cyrillic right that was taken for Western European', () => {
    const stored = iconv.decode(iconv.encode('Жители сёл остались без воды', 'windows-1251'), 'windows-1252');
    expect(stored).toContain('îñòàëèñü');
    expect(ungarble(stored).text).toBe('Жители сёл остались без воды');
  });

  it.each([
    RUSSIAN,
    KYRGYZ,
    'Le père Noël à Orléans a déjà été aperçu. “Œuvre” – naïve café, señor Müller.',
    'СССР», «РФ», СЃ, Р», Сербия: Ђорђе Џон, Љубав',
    'Größe, Ähnlichkeit, façade, ÀÉÎÕÜ and İstanbul, Żółć, Příliš žluťoučký kůň',
    'Plain text, only ASCII',
    '日本語のテキスト',
    '',
  ])('leaves alone what is right: %s', (text) => {
    expect(ungarble(text)).toEqual({ text, repaired: 0 });
  });

  it('takes no longer for a long text of odd characters than it has letters', () => {
    expect(ungarble('Р'.repeat(2_000_000)).repaired).toBe(0);
  });
});

describe('a garbled file', () => {
  it('is read put right, and that is told', async () => {
    const bytes = Buffer.from(`${storedAs(RUSSIAN, 'windows-1251')}\n\nПриписка, которая цела.\n`);
    const read = await readDocument({ fileName: 'a.txt', bytes });
    expect(read.ok && read.value.blocks.map(({ block }) => block.text)).toEqual([
      RUSSIAN,
      'Приписка, которая цела.',
    ]);
    expect(read.ok && read.value.notices).toEqual([{ code: 'garbledRepaired', count: 16 }]);
    expect(read.ok && read.value.language).toBe('ru');
    const pasted = await readPastedText(storedAs(RUSSIAN, 'windows-1251'), null);
    expect(pasted.ok && pasted.value.blocks[0]?.block.text).toBe(RUSSIAN);
  });

  it('of Word stays as it is, and is told of', async () => {
    const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const garbled = storedAs('Жители сёл остались без воды', 'windows-1251');
    const bytes = await makeDocx({ body: paragraph(garbled) + paragraph(RUSSIAN) });
    const read = await readDocument({ fileName: 'a.docx', bytes });
    expect(read.ok && read.value.notices).toEqual([{ code: 'garbled', count: 1 }]);
  });
});
