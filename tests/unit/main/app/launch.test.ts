import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { parseLaunch } from '../../../../main/app/launch';

const path = resolve('/home/aizada/Статья 1.triptych');

describe('the command line of the window', () => {
  test.each([[path], [pathToFileURL(path).href]])('opens a project named as %s', (named) => {
    expect(parseLaunch(['--lang=ky', '.', named]).projectPath).toBe(path);
  });

  it.each([
    ['file:///x%2Fy.triptych'],
    ['file:///%00.triptych'],
    ['file://%zz/a.triptych'],
    ['file:.triptych%2Fx.triptych'],
    ['FILE:///home/a%2fb.triptych'],
  ])('says of %s that it is no file', (address) => {
    expect(parseLaunch([address])).toMatchObject({
      projectPath: null,
      failure: { code: 'addressUnreadable', params: { address } },
    });
  });

  it('knows its switches, and does nothing unasked', () => {
    const nothing = { projectPath: null, failure: null, sample: false, screenshot: null, smoke: false };
    expect(parseLaunch(['.', '--inspect=0', 'notes.txt'])).toEqual(nothing);
    expect(parseLaunch(['--sample'])).toEqual({ ...nothing, sample: true });
    expect(parseLaunch(['--smoke'])).toEqual({ ...nothing, smoke: true });
    expect(parseLaunch(['--screenshot', 'a.png'])).toEqual({ ...nothing, screenshot: 'a.png' });
  });
});
