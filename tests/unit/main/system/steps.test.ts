import { describe, expect, it } from 'vitest';
import { finish, takeTurns, type Steps } from '../../../../main/system/steps';
import { ok, type Result } from '../../../../shared/model/failure';

function* count(to: number, held: string[], stepMs = 0): Steps<Result<number>> {
  held.push('held');
  try {
    for (let n = 1; n <= to; n += 1) {
      const until = Date.now() + stepMs;
      while (Date.now() < until);
      yield n / to;
    }
    return ok(to);
  } finally {
    held.pop();
  }
}

describe('steps', () => {
  it('are taken at once', () => {
    expect(finish(count(1000, []))).toEqual(ok(1000));
  });

  it('are taken in turn with everything else', async () => {
    let turns = 0;
    let isDone = false;
    const other = () => {
      turns += 1;
      if (!isDone) setImmediate(other);
    };
    other();
    const told: number[] = [];
    expect(await takeTurns(count(20, [], 9), (share) => told.push(share)).result).toEqual(ok(20));
    isDone = true;
    expect(told.at(-1)).toBe(1);
    expect(turns).toBeGreaterThan(15);
  });

  it('are not gone on with when they are cancelled, and let go of what they hold', async () => {
    const held: string[] = [];
    const job = takeTurns(count(10_000_000, held), () => undefined);
    await new Promise((resolve) => setImmediate(resolve));
    expect(held).toEqual(['held']);
    job.cancel();
    expect(held).toEqual([]);
    expect(await job.result).toMatchObject({ ok: false, failure: { code: 'jobCancelled' } });
  });

  it('tell of a bug', async () => {
    const steps = (function* (): Steps<Result<number>> {
      throw new Error('bug');
    })();
    await expect(takeTurns(steps, () => undefined).result).rejects.toThrow('bug');
  });
});
