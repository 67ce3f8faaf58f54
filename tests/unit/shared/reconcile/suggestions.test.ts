import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainBlock, type Paragraph } from '../../../../shared/model/paragraph';
import { decide, settledText, suggest, suggestionsIn } from '../../../../shared/reconcile/suggestions';
import { richText } from '../commands/arbitrary-project';
import { plain } from '../model/rich-texts';

const BY = { author: 'Айгүл', time: 7 };

const paragraph = (text: string): Paragraph => ({ ...plainBlock(text), id: 'p', imported: null });
describe('suggestions', () => {
  const before = paragraph('Мост закрыли на 30 дней, сказал мэр.');
  const after = suggest(before, plain('Мост закрыли на 40 дней, сообщил мэр.'), BY);

  test('wait beside what is settled, each with its author', () => {
    expect(settledText(after).text).toBe(before.text);
    const told = suggestionsIn(after).map(({ before: old, after: now, by }) => [
      before.text.slice(old.start, old.end),
      after.text.slice(now.start, now.end),
      by?.author,
    ]);
    expect(told).toEqual([
      ['30', '40', 'Айгүл'],
      ['сказал', 'сообщил', 'Айгүл'],
    ]);
  });

  test('of two people keep their names', () => {
    const both = suggest(after, plain('Мост закрыли на 40 дней, сообщил мэр. Он не ждал этого.'), {
      author: 'Бакыт',
      time: 9,
    });
    expect(suggestionsIn(both).map(({ by }) => by?.author)).toEqual(['Айгүл', 'Айгүл', 'Бакыт']);
  });

  test('are accepted and rejected one by one', () => {
    const accepted = decide(after, 0, true);
    expect(settledText(accepted).text).toBe('Мост закрыли на 40 дней, сказал мэр.');
    expect(accepted.text).toBe(after.text);
    const rejected = decide(accepted, 0, false);
    expect(rejected.text).toBe('Мост закрыли на 40 дней, сказал мэр.');
    expect(rejected.pending).toBeUndefined();
  });

  test('that are taken back leave nothing waiting', () => {
    expect(suggest(after, plain(before.text), BY).pending).toBeUndefined();
  });

  test('all accepted give the text that is shown, all rejected the settled one, whatever was suggested', () => {
    fc.assert(
      fc.property(richText, fc.array(richText, { minLength: 1, maxLength: 4 }), (first, texts) => {
        const start: Paragraph = { ...paragraph(''), ...first };
        const suggested = texts.reduce<Paragraph>((now, content) => suggest(now, content, BY), start);
        expect(settledText(suggested)).toEqual(first);
        expect(settledText(decide(suggested, null, true))).toEqual(texts.at(-1));
        expect(settledText(decide(suggested, null, false))).toEqual(first);
        for (const { start: from, end } of suggested.pending?.by ?? []) {
          expect(from).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(suggested.text.length);
        }
      }),
      { seed: 11, numRuns: 2000 },
    );
  });

  test('decided one after the other, in any way, leave none, and only words of either text', () => {
    fc.assert(
      fc.property(
        richText,
        richText,
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        (first, second, answers) => {
          let now = suggest({ ...paragraph(''), ...first }, second, BY);
          for (const answer of [...answers, true]) now = decide(now, 0, answer);
          const words = `${first.text} ${second.text}`.split(' ');
          for (const word of now.text.split(' ')) expect(words).toContain(word);
          expect(suggestionsIn(decide(now, null, true))).toEqual([]);
        },
      ),
      { seed: 12, numRuns: 1000 },
    );
  });
});
