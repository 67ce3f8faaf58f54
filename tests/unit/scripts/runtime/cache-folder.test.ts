import path from 'node:path';
import { expect, test } from 'vitest';
import { chooseCacheFolder } from '../../../../scripts/runtime/cache-folder.mjs';

test.each([
  ['linux', {}, '.cache'],
  ['freebsd', {}, '.cache'],
  ['darwin', {}, 'Library/Caches'],
  ['win32', {}, 'AppData/Local'],
] as const)('is the usual cache folder of a user on %s', (platform, env, expected) => {
  expect(chooseCacheFolder(platform, env, '/home/aida')).toBe(path.join('/home/aida', expected, 'triptych'));
});

test('follows the variables by which a user moves it', () => {
  const env = { XDG_CACHE_HOME: '/big/cache', LOCALAPPDATA: '/profile/local' };
  expect(chooseCacheFolder('linux', env, '/home/aida')).toBe(path.join('/big/cache', 'triptych'));
  expect(chooseCacheFolder('win32', env, '/home/aida')).toBe(path.join('/profile/local', 'triptych'));
});

test('takes an empty variable as unset', () => {
  expect(chooseCacheFolder('linux', { XDG_CACHE_HOME: '' }, '/home/aida')).toBe(
    path.join('/home/aida', '.cache', 'triptych'),
  );
});
