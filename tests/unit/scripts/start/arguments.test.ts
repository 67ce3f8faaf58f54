import path from 'node:path';
import { expect, test } from 'vitest';
import { chooseAppArguments } from '../../../../scripts/start/arguments.mjs';

const here = path.resolve('/here');
const there = path.resolve('/there/article.triptych');
const picture = path.join(here, 'out.png');

test.each([
  [[], ['--sample']],
  [
    ['--screenshot', 'out.png'],
    ['--screenshot', picture, '--sample'],
  ],
  [['--screenshot'], ['--screenshot', path.join(here, 'triptych.png'), '--sample']],
  [
    ['--screenshot', '--lang=ky'],
    ['--screenshot', path.join(here, 'triptych.png'), '--lang=ky', '--sample'],
  ],
  [['--screenshot=../out=1.png'], ['--screenshot', path.resolve('/out=1.png'), '--sample']],
  [['article.triptych'], [path.join(here, 'article.triptych')]],
  [
    [there, '--screenshot', 'out.png'],
    [there, '--screenshot', picture],
  ],
  [
    ['--sample', '--lang=ky'],
    ['--sample', '--lang=ky'],
  ],
])('turns %j into %j', (given, expected) => {
  expect(chooseAppArguments(given, here)).toEqual(expected);
});
