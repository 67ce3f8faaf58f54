import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { perform } from '../../../../../renderer/session/acts/perform';
import { lookAheadNow } from '../../../../../renderer/session/rows/next-steps';
import { noticeStore } from '../../../../../renderer/session/notices/notice-store';
import { projectStore } from '../../../../../renderer/session/project/project-store';
import { FRESH_VIEW, setView } from '../../../../../renderer/session/place/view-store';
import { LANGUAGES, perLanguage, type Language } from '../../../../../shared/model/language';
import { plainBlock } from '../../../../../shared/model/paragraph';
import type { Project } from '../../../../../shared/model/project';
import type { Row } from '../../../../../shared/model/row';
import { targetAt } from '../../../../../renderer/session/place/target';
import { LiveSession } from '../live-session';
import { reviewedProject } from '../reviewed-project';

type Texts = Partial<Readonly<Record<Language, readonly string[]>>>;

function row(id: string, texts: Texts): Row {
  const cells = perLanguage((language) => {
    const paragraphs = (texts[language] ?? []).map((text, n) => ({
      ...plainBlock(text),
      id: `${id}-${language}-${n + 1}`,
      imported: null,
    }));
    return { paragraphs, status: paragraphs.length > 0 ? ('translated' as const) : ('draft' as const) };
  });
  return { id, cells, confidence: 0.95, confirmed: false };
}

/** Two versions say in one paragraph what the third says in two, of which the second stands alone. */
function projectOf(last: Texts): Project {
  const rows = [
    row('title', { ru: ['Пожары в горах'], ky: ['Тоодогу өрттөр'], en: ['Fires in the mountains'] }),
    row('one', {
      ru: [
        'В августе 2025 года в горах сгорело 40 домов. Спасатели винят сухую траву: «Искры хватило бы и зимой».',
      ],
      ky: [
        '2025-жылдын августунда тоодо 40 үй өрттөндү. Куткаруучулар кургак чөптү күнөөлөшөт: «Кышында да учкун жетмек».',
      ],
      en: ['In August 2025, 40 houses burned down in the mountains.'],
    }),
    row('alone', { en: ['Rescuers blame dry grass: “A spark would have been enough even in winter.”'] }),
    row('last', last),
  ];
  return { ...reviewedProject(), rows, flags: [] };
}

const LAST: Texts = {
  ru: ['Правительство обещает построить 12 станций до 2027 года.'],
  ky: ['Өкмөт 2027-жылга чейин 12 станция курууну убада кылат.'],
  en: ['The government promises to build 12 stations by 2027.'],
};

let session: LiveSession;

beforeEach(() => {
  session = new LiveSession();
  session.proposal = 'aligned';
});
afterEach(() => session.end());

async function splitBeforeRescuers(): Promise<void> {
  const place = { rowId: 'one', language: 'ru', paragraphId: 'one-ru-1' } as const;
  setView({ ...FRESH_VIEW, selected: place });
  const start = projectStore.getState().project?.rows[1]?.cells.ru.paragraphs[0]?.text.indexOf('Спасатели');
  await perform('splitSentence', {
    ...targetAt(place),
    sentence: { paragraphId: 'one-ru-1', start: start ?? 0 },
  });
}

function standing(): readonly string[] {
  return (projectStore.getState().project?.rows ?? []).map(({ cells }) =>
    LANGUAGES.map((language) =>
      cells[language].paragraphs.map(({ text }) => text.slice(0, 8)).join(' + '),
    ).join(' | '),
  );
}

describe('after a split', () => {
  test('what belongs to the new row is put beside it, in one step of undo', async () => {
    await session.open(projectOf(LAST));
    await splitBeforeRescuers();
    expect(lookAheadNow()?.toAlign).toBe(2);
    await expect.poll(() => session.told).toBe('news.betterBelow');
    const { notice } = noticeStore.getState();
    expect(notice?.kind === 'news' && notice.acts.map(({ key }) => key)).toEqual(['news.apply', 'act.undo']);
    if (notice?.kind === 'news') notice.acts.find(({ key }) => key === 'news.apply')?.perform();
    await expect.poll(() => session.told).toBe('news.realigned');
    expect(standing()[2]).toBe('Спасател | Куткаруу | Rescuers');
    expect(lookAheadNow()?.toAlign).toBe(0);
    await perform('undo', targetAt(null));
    expect(lookAheadNow()?.toAlign).toBe(2);
  });

  test('nothing is offered that leaves more to check, whatever the aligner is sure of', async () => {
    await session.open(projectOf(LAST));
    const taken = { ...perLanguage(() => [] as string[]), en: ['last-en-1'] };
    const rest = { ru: ['last-ru-1'], ky: ['last-ky-1'], en: [] };
    session.proposal = {
      command: {
        type: 'replaceAlignment',
        stretches: [
          {
            rowIds: ['last'],
            rows: [
              { id: 'a', cells: rest, confidence: 0.99 },
              { id: 'b', cells: taken, confidence: 0.99 },
            ],
          },
        ],
      } as never,
      rows: 2,
    };
    await splitBeforeRescuers();
    expect(session.asked).toContain('align/propose');
    await new Promise((done) => setImmediate(done));
    expect(session.told).toBe('news.done');
  });
});
