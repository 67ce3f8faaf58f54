import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pacing, USUAL_PACE } from '../../../../main/project/pacing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a change made while another is on its way is due as soon as any other', () => {
  const { most } = USUAL_PACE;
  let due = 0;
  const pacing = new Pacing(USUAL_PACE, () => (due += 1));
  pacing.begun();
  // One types on while the first state is on its way, which takes long, and after that.
  const onItsWay = most / 2;
  for (let ms = 0; ms < most; ms += 100) {
    pacing.note();
    if (ms >= onItsWay) pacing.plan(false);
    expect(due).toBe(0);
    vi.advanceTimersByTime(100);
  }
  expect(due).toBe(1);
});

test('what was refused is tried again at a steady pace, however much is changed', () => {
  let due = 0;
  const pacing = new Pacing(USUAL_PACE, () => (due += 1));
  for (let ms = 0; ms < 2 * USUAL_PACE.most; ms += 100) {
    pacing.note();
    pacing.plan(true);
    vi.advanceTimersByTime(100);
  }
  expect(due).toBe(2);
});
