import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Database } from '../../../../main/project/database';

test('every value comes out of SQL as it went in', () => {
  const db = new Database(':memory:', { readOnly: false });
  const text = fc.string({ unit: 'binary' }).filter((value) => !value.includes('\0'));
  const number = fc.oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(text, number, (word, amount) => {
      expect(db.rows`SELECT emit(${word}, ${amount}, ${null})`).toEqual([
        [word, amount === 0 ? 0 : amount, null],
      ]);
    }),
    {
      seed: 7,
      examples: [
        ["'; DROP TABLE flag; --", 1],
        ['$1 ? :a @b', 0.1],
        ["''", 1e300],
      ],
    },
  );
  db.close();
});

test('bytes, which only others write, come out as bytes', () => {
  const db = new Database(':memory:', { readOnly: false });
  const [[bytes, word] = []] = db.rows`SELECT emit(x'00ff', 'a')`;
  expect([bytes instanceof Uint8Array && [...bytes], word]).toEqual([[0, 255], 'a']);
  db.close();
});

test('what SQL cannot hold is refused', () => {
  const db = new Database(':memory:', { readOnly: false });
  expect(() => db.run`SELECT ${'a\0b'}`).toThrow('NUL');
  expect(() => db.run`SELECT ${Number.NaN}`).toThrow('NaN');
  db.close();
});

test('a transaction happens whole or not at all', () => {
  const db = new Database(':memory:', { readOnly: false });
  db.run`CREATE TABLE t (x)`;
  expect(() =>
    db.transaction(() => {
      db.run`INSERT INTO t VALUES (1)`;
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(db.transaction(() => db.rows`SELECT emit(count(*)) FROM t`)).toEqual([[0]]);
  db.close();
});
