import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LogFile } from '../../../../../main/system/log/log-file';

const noon = () => new Date('2026-01-02T12:00:00Z');

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'triptych-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log', () => {
  it('tells when something happened, with its facts and details', () => {
    const logs = join(folder, 'logs');
    const log = new LogFile(logs, noon);
    log.write('opened', { rows: 72, readOnly: false });
    log.write('bug', { error: 'TypeError' }, ['at open (index.cjs:3:14)']);
    expect(readFileSync(join(logs, 'triptych.log'), 'utf8')).toBe(
      [
        '2026-01-02T12:00:00.000Z opened rows=72 readOnly=false',
        '2026-01-02T12:00:00.000Z bug error=TypeError',
        '    at open (index.cjs:3:14)',
        '',
      ].join('\n'),
    );
    expect(log.tail(2)).toEqual([
      '2026-01-02T12:00:00.000Z bug error=TypeError',
      '    at open (index.cjs:3:14)',
    ]);
  });

  it('takes no words in place of a code', () => {
    const log = new LogFile(folder, noon);
    log.write('opened', { title: 'Five years', name: 'Айзада', version: '0.1.0-beta+2' });
    expect(log.tail(1)).toEqual(['2026-01-02T12:00:00.000Z opened title=… name=… version=0.1.0-beta+2']);
  });

  it('keeps two files of limited size, and the last lines over both', () => {
    const log = new LogFile(folder, noon, 1000);
    for (let number = 1; number <= 200; number += 1) log.write('line', { number });
    expect(readdirSync(folder).sort()).toEqual(['triptych.earlier.log', 'triptych.log']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1100);
    const numbers = log.tail(25).map((line) => Number(line.split('=')[1]));
    expect(numbers).toEqual(Array.from({ length: 25 }, (_, index) => 176 + index));
  });

  it('stops nobody where it cannot be written', () => {
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const log = new LogFile(join(folder, 'logs'), noon);
    log.write('start', {});
    expect(log.tail(5)).toEqual([]);
  });
});
