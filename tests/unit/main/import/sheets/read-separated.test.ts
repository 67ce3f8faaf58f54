import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../../../main/import/read-document';
import { versionIn } from '../../../../../main/import/version-in';
import { asProposed } from '../../../../../main/import/with-furniture';
import { columnVersion, proposedColumn, columnsByLanguage } from '../../../../../shared/model/column-version';
import type { Language } from '../../../../../shared/model/language';

const RU = 'Цены выросли, и это видно на рынках.';
const KY = 'Баалар өстү, жана бул базарларда көрүнүп турат.';
const EN = 'Prices have grown, and it is seen in the markets.';

async function read(text: string | Uint8Array, fileName = 'prices.csv') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const document = await readDocument({ fileName, bytes });
  if (!document.ok) throw new Error(document.failure.code);
  return document.value;
}

describe('separated values', () => {
  it.each([',', ';', '\t'])(
    'have a version in each column, whatever stands between: %j',
    async (separator) => {
      const quoted = [RU, KY, EN].map((text) => `"${text}"`).join(separator);
      const document = await read(`\ufeffru${separator}ky${separator}en\r\n${quoted}\r\n${quoted}\r\n`);
      const textsOf = (language: Language) => {
        const column = proposedColumn(document, language);
        const version = column && columnVersion(document, column);
        return version?.document.blocks.flatMap(({ block, included }) => (included ? [block.text] : []));
      };
      expect([textsOf('ru'), textsOf('ky'), textsOf('en')]).toEqual([
        [RU, RU],
        [KY, KY],
        [EN, EN],
      ]);
    },
  );

  it('are read in the encodings of old spreadsheets, and by the name of tabbed ones', async () => {
    const windows = Buffer.concat([
      Buffer.from('ru;en\r\n'),
      Buffer.from([
        0xd6, 0xe5, 0xed, 0xfb, 0x20, 0xe2, 0xfb, 0xf0, 0xee, 0xf1, 0xeb, 0xe8, 0x20, 0xe8, 0x20, 0xfd, 0xf2,
        0xee, 0x20, 0xe2, 0xe8, 0xe4, 0xed, 0xee, 0x20, 0xed, 0xe0, 0x20, 0xf0, 0xfb, 0xed, 0xea, 0xe0, 0xf5,
      ]),
      Buffer.from(';Prices\r\n'),
    ]);
    expect((await read(windows)).blocks.map(({ block }) => block.text)).toContain(
      'Цены выросли и это видно на рынках',
    );
    expect(columnsByLanguage((await read(`${EN}\t${RU}\n`, 'a.tsv')).columns?.groups[0])).toEqual({
      ru: 1,
      ky: null,
      en: 0,
    });
  });

  it('give a version nothing of another column, whatever that looks like, where nobody is asked', async () => {
    const document = await read(`ru;en\n${RU};${EN}\n${RU};Follow us on LinkedIn\n`);
    const textsOf = (language: Language) => {
      const version = versionIn(document, language);
      const proposed = version.ok ? asProposed(version.value) : version;
      return proposed.ok
        ? proposed.value.blocks.flatMap(({ block, included }) => (included ? [block.text] : []))
        : proposed.failure;
    };
    expect(textsOf('ru')).toEqual([RU, RU]);
    expect(textsOf('en')).toEqual([EN, 'Follow us on LinkedIn']);
    expect(textsOf('ky')).toEqual({ code: 'fileNoColumn', params: { file: 'prices.csv', language: 'ky' } });
  });

  it('take no sentence about a language for the head of a column', async () => {
    const line = 'Русский язык и его школы в стране,Russian and its schools in the country';
    expect((await read(`${line}\n${line}\n`)).columns?.groups[0]?.tables).toEqual([{ table: 0, head: 0 }]);
  });

  it('without words are refused, and with too many columns', async () => {
    const failureOf = async (text: string) => {
      const bytes = new TextEncoder().encode(text);
      const result = await readDocument({ fileName: 'a.csv', bytes });
      return result.ok ? null : result.failure;
    };
    expect(await failureOf('1,2\n3,4\n')).toEqual({ code: 'fileNoColumns', params: { file: 'a.csv' } });
    expect((await failureOf(`слово${','.repeat(1001)}\n`))?.code).toBe('fileTooManyParts');
    expect((await failureOf(`слово${',\n'.repeat(700_000)}`))?.code).toBe('fileTooManyParts');
  });
});
