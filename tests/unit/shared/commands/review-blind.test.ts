import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { flagsFor, isReviewingBlind } from '../../../../shared/model/blind-review';
import type { Project } from '../../../../shared/model/project';
import { article, BY, flagged, isRefused, run, spanOn } from './article';

const begin: Command = { type: 'reviewBlind', running: true };
const finish: Command = { type: 'reviewBlind', running: false };
const text = article('Раз | Бир | One two');

/** A command of somebody else. */
function byOther(project: Project, command: Command): Project {
  const applied = applyCommand(project, command, { author: 'Бакыт', time: 9 });
  if (!applied.ok) throw new Error('refused');
  return applied.value;
}

const hers = flagged(text, spanOn(text, 'en1', 'One'));
const [first] = hers.flags;
const both = byOther(hers, {
  ...{ type: 'addFlag', flagId: 'his', category: 'style', severity: 'minor', note: '' },
  spans: [spanOn(text, 'en1', 'two')],
});

describe('reviewBlind', () => {
  it('hides the flags of others from whoever does it, until they finish', () => {
    const running = byOther(both, begin);
    expect(isReviewingBlind(running, 'Бакыт')).toBe(true);
    expect(flagsFor(running, 'Бакыт').map(({ id }) => id)).toEqual(['his']);
    expect(flagsFor(running, BY.author)).toBe(running.flags);
    expect(running.flags).toContain(first);
    const done = byOther(running, finish);
    expect(flagsFor(done, 'Бакыт')).toBe(done.flags);
    expect(done.review?.blind).toEqual([{ author: 'Бакыт', started: 9, finished: 9 }]);
  });

  it('goes for each person by itself, and can be begun again', () => {
    const all = run(byOther(both, begin), begin);
    expect(all.review?.blind?.map(({ author }) => author)).toEqual(['Айгүл', 'Бакыт']);
    expect(run(all, begin)).toBe(all);
    const again = run(all, finish, begin);
    expect(again.review?.blind).toContainEqual({ author: BY.author, started: BY.time, finished: null });
    expect(again.review?.blind).toHaveLength(2);
  });

  it('cannot be finished by who has not begun it', () => {
    expect(isRefused(byOther(both, begin), finish)).toBe(true);
  });
});
