import { describe, expect, it } from 'vitest';
import { countProject } from '../../../../main/cli/figures';
import { article, confirmed, flagged, run, spanOn, withStatus } from '../../shared/commands/article';

describe('countProject', () => {
  const project = article('Раз два | Бир | One', 'Үч | |', 'Беш | Алты / Жети |');

  it('counts paragraphs, words and statuses of each version', () => {
    const { versions } = countProject(withStatus(project, 'r3', 'ky', 'agreed'));
    expect(versions.ru).toMatchObject({ paragraphs: 3, words: 4, origin: null });
    expect(versions.ky).toMatchObject({ paragraphs: 3, words: 3 });
    expect(versions.ky.statuses).toEqual({ draft: 0, translated: 1, reviewed: 0, agreed: 1 });
  });

  it('finds gaps, but none for a version that is missing altogether', () => {
    expect(countProject(project).gaps).toEqual([1, 2]);
    expect(countProject(article('Раз | Бир |', 'Эки | |')).gaps).toEqual([1]);
  });

  it('counts a row of low confidence until it is confirmed', () => {
    const { confirmed: accepted, lowConfidence } = countProject(confirmed(project, 'r2'));
    expect([accepted, lowConfidence]).toEqual([1, [0, 2]]);
  });

  it('counts flags by status and severity', () => {
    const two = flagged(flagged(project, spanOn(project, 'ru1', 'два')), spanOn(project, 'en1', 'One'));
    const { flags } = countProject(run(two, { type: 'setFlagStatus', flagId: 'f2', status: 'resolved' }));
    expect([flags.open.major, flags.resolved.major, flags.dismissed.major]).toEqual([1, 1, 0]);
  });
});
