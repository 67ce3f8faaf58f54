import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  readTypologyFile,
  replaceTypologyFile,
  writeTypologyFile,
} from '../../../../main/exchange/typology-file';
import { CORE_TYPOLOGY } from '../../../../shared/mqm/typology';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'triptych-typology-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const own = { ...CORE_TYPOLOGY, passMark: 95 };

describe('a file of error categories', () => {
  it('is plain JSON, read as it was written', async () => {
    expect((await writeTypologyFile(at('t.json'), own)).ok).toBe(true);
    expect(readFileSync(at('t.json'), 'utf8')).toContain('"passMark": 95');
    expect(readTypologyFile(at('t.json'))).toEqual({ ok: true, value: { typology: own, damaged: [] } });
  });

  it('gives what can be read of it, and names the rest', () => {
    writeFileSync(at('t.json'), '\uFEFF{ "passMark": 95, "scale": "much" }');
    expect(readTypologyFile(at('t.json'))).toEqual({
      ok: true,
      value: { typology: own, damaged: ['scale'] },
    });
    writeFileSync(at('t.json'), '{ "passMark": 95');
    expect(readTypologyFile(at('t.json'))).toMatchObject({ ok: true, value: { damaged: ['*'] } });
    expect(readTypologyFile(at('gone.json'))).toMatchObject({ ok: false, failure: { code: 'fileNotFound' } });
    expect(readTypologyFile(folder)).toMatchObject({ ok: false, failure: { code: 'fileUnreadable' } });
  });

  it('is kept beside the new one when it could not be read in full, and only then', async () => {
    const damaged = '{ "passMark": 95, "scale": "much" }';
    writeFileSync(at('t.json'), damaged);
    expect((await replaceTypologyFile(at('t.json'), own)).ok).toBe(true);
    expect((await replaceTypologyFile(at('t.json'), CORE_TYPOLOGY)).ok).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(['t damaged.json', 't.json']);
    expect(readFileSync(at('t damaged.json'), 'utf8')).toBe(damaged);
    expect(readTypologyFile(at('t.json'))).toMatchObject({ value: { typology: CORE_TYPOLOGY } });
  });
});
