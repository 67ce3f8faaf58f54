import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, replaceLoneSurrogates } from '../../../../main/import/decode-text';

const RUSSIAN = [
  'Визит в Кремль',
  'Фото: пресс-служба',
  'НОВОСТИ БИШКЕКА',
  'файлы cookie',
  'в засушливые годы —',
  'августа 2023 Сухой арык',
  'Кто заплатит за воду?',
  'Власти обещали достроить канал к осени, но подрядчик «Суу Курулуш» просит отсрочку — уже третью за год.',
];
const KYRGYZ = [
  'Өкмөттүн жаңы чечими үчүн',
  'эле кургак. Айгүл Токтосунова,',
  'Суу тартыштыгы: ким күнөөлүү?',
  'Бийлик каналды күзгө чейин бүтүрөм деп убада берген, бирок «Суу Курулуш» ишканасы дагы мөөнөт сурап жатат.',
];
const ENGLISH = [
  'The “café” rule — and what’s next',
  'Who pays for the water? Nobody yet, says José',
  'dearer than meat © Valley Observer',
  'It ends. “We sold the cows',
];

describe('decodeText', () => {
  it.each(
    [
      ...RUSSIAN.flatMap((text) =>
        [
          'utf-8',
          'utf-16le',
          'utf-16be',
          'windows-1251',
          'koi8-r',
          'iso-8859-5',
          'ibm866',
          'maccyrillic',
        ].map((e) => [e, text]),
      ),
      ...KYRGYZ.flatMap((text) => ['utf-8', 'utf-16le', 'utf-16be', 'rk1048', 'pt154'].map((e) => [e, text])),
      ...ENGLISH.flatMap((text) => ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'].map((e) => [e, text])),
    ].filter(([encoding = '', text = '']) => iconv.decode(iconv.encode(text, encoding), encoding) === text),
  )('reads %s without a byte order mark: %s', (encoding = '', text = '') => {
    expect(decodeText(iconv.encode(text, encoding))?.text).toBe(text);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'utf-32le', 'utf-32be'])(
    'obeys the byte order mark of %s',
    (encoding) => {
      expect(decodeText(iconv.encode('ң', encoding, { addBOM: true }))).toEqual({
        text: 'ң',
        encoding,
        undecodable: 0,
      });
    },
  );

  it('reads plain ASCII as UTF-8', () => {
    expect(decodeText(Buffer.from('Plain words.'))).toEqual({
      text: 'Plain words.',
      encoding: 'utf-8',
      undecodable: 0,
    });
  });

  it('obeys the declared encoding unless the bytes refute it', () => {
    const declaredRight = decodeText(iconv.encode('Ђура', 'windows-1251'), 'Windows-1251');
    expect(declaredRight).toMatchObject({ text: 'Ђура', encoding: 'windows-1251' });
    expect(decodeText(Buffer.from('Мост'), 'windows-1251')).toMatchObject({
      text: 'Мост',
      encoding: 'utf-8',
    });
    expect(decodeText(iconv.encode('Мост через Нарын', 'windows-1251'), 'utf-8')?.text).toBe(
      'Мост через Нарын',
    );
    expect(decodeText(iconv.encode('Мост через Нарын', 'windows-1251'), 'no-such-code')?.text).toBe(
      'Мост через Нарын',
    );
  });

  it('keeps a damaged UTF-8 file and counts what it lost', () => {
    const bytes = Buffer.concat([
      Buffer.from('Мост через Нарын '),
      Buffer.from([0xff, 0xd0]),
      Buffer.from(' открыт'),
    ]);
    expect(decodeText(bytes)).toEqual({
      text: 'Мост через Нарын \ufffd\ufffd открыт',
      encoding: 'utf-8',
      undecodable: 2,
    });
  });

  it('replaces the lone surrogates of broken UTF-16', () => {
    const bytes = Buffer.from([0xff, 0xfe, 0x41, 0x00, 0x00, 0xd8, 0x42, 0x00, 0x3d, 0xd8, 0x4d, 0xdc]);
    expect(decodeText(bytes)).toEqual({ text: 'A\ufffdB\u{1f44d}', encoding: 'utf-16le', undecodable: 1 });
  });

  it('drops the few zeros that programs leave in a short page, and counts them', () => {
    const page = `<p>${'Вода в канале. '.repeat(20)}</p>`;
    expect(decodeText(Buffer.from(`${page}\0\0\0`))).toEqual({
      text: page,
      encoding: 'utf-8',
      undecodable: 3,
    });
  });

  it('takes data for no text', () => {
    expect(decodeText(Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256))).toBeNull();
    expect(decodeText(Buffer.from('text\0more text'))).toBeNull();
  });
});

describe('replaceLoneSurrogates', () => {
  it('leaves whole pairs alone', () => {
    expect(replaceLoneSurrogates('a\ud83d b\udc4d c\u{1f44d}')).toBe('a\ufffd b\ufffd c\u{1f44d}');
  });
});
