import { expect, test } from 'vitest';
import type { Language } from '../../../../shared/model/language';
import { readDates, weekdayOf } from '../../../../shared/text/dates';
import { readCalendarWord, writeCalendarWord } from '../../../../shared/text/month-words';

/** Each as "quote: 24.7.2019", weekdays as their number; with a question mark where it is uncertain. */
function read(text: string, language: Language): readonly string[] {
  return readDates(text, language).map((fact) => {
    const says =
      fact.kind === 'date'
        ? [fact.day, fact.month, fact.year].map((part) => part?.value ?? '').join('.')
        : fact.kind === 'weekday'
          ? `day ${fact.word.value}`
          : `${fact.hour.value}:${fact.minute?.value ?? 0}${fact.half ?? ''}`;
    return `${text.slice(fact.start, fact.end)}: ${says}${fact.certain ? '' : '?'}`;
  });
}

test.each<[Language, string, readonly string[]]>([
  ['ru', '24 июля 2019, 14:30', ['24 июля 2019: 24.7.2019', '14:30: 14:30']],
  ['ru', 'к 17 сентября 1939 года', ['17 сентября 1939: 17.9.1939']],
  ['ru', '24.07.2019', ['24.07.2019: 24.7.2019']],
  ['ru', '24–25 июля', ['24: 24.7.', '25 июля: 25.7.']],
  ['ru', 'первого сентября', ['первого сентября: 1.9.']],
  ['ru', 'в мае; Марта сказала', ['мае: .5.', 'Марта: .3.?']],
  ['ru', 'в среду; окружающая среда', ['среду: day 3', 'среда: day 3?']],
  ['ru', 'в 7 утра, в 22 ч.', ['7 утра: 7:0am', '22: 22:0']],
  ['ky', '2019-жылдын 24-июлунда', ['2019-жылдын 24-июлунда: 24.7.2019']],
  ['ky', '2018-ж. 29-сентябрда', ['2018-ж. 29-сентябрда: 29.9.2018']],
  ['ky', '24-июль, 2019-жыл', ['24-июль, 2019: 24.7.2019']],
  ['ky', 'июлдун 24үндө', ['июлдун 24: 24.7.']],
  ['ky', '4-октябрында, 1-октябрдагы', ['4-октябрында: 4.10.', '1-октябрдагы: 1.10.']],
  ['ky', 'июнь айында; май', ['июнь: .6.', 'май: .5.?']],
  ['ky', 'жума күнү, бир жумага', ['жума: day 5', 'жумага: day 5?']],
  ['ky', 'саат таңкы 7', ['7: 7:0am']],
  ['en', 'July 24, 2019', ['July 24, 2019: 24.7.2019']],
  ['en', '24th of July 2019', ['24th of July 2019: 24.7.2019']],
  ['en', 'the Fourth of July', ['Fourth of July: 4.7.']],
  ['en', 'In May he may march', ['May: .5.']],
  ['en', 'Saturday, September 29', ['Saturday: day 6', 'September 29: 29.9.']],
  ['en', 'the Sunday Times, Black Friday', ['Sunday: day 7?', 'Friday: day 5?']],
  ['en', 'at 10:30 a.m. or 7 pm', ['10:30 a.m.: 10:30am', '7 pm: 7:0pm']],
  ['en', 'Sept. 4, 2019; 4 Sept. 2019', ['Sept. 4, 2019: 4.9.2019', '4 Sept. 2019: 4.9.2019']],
  ['en', '7/24/2019', ['7/24/2019: 24.7.2019']],
  ['en', 'July 94, 2019', ['July 94, 2019: 94.7.2019']],
])('reads %s "%s"', (language, text, expected) => {
  expect(read(text, language)).toEqual(expected);
});

test.each<[Language, string, 'month' | 'weekday', number, string]>([
  ['ru', 'июля', 'month', 9, 'сентября'],
  ['ru', 'марте', 'month', 12, 'декабре'],
  ['ru', 'пятницу', 'weekday', 6, 'субботу'],
  ['ky', 'июлунда', 'month', 4, 'апрелинде'],
  ['ky', 'августта', 'month', 5, 'майда'],
  ['ky', 'апрель', 'month', 1, 'январь'],
  ['en', 'July', 'month', 12, 'December'],
  ['en', 'Mondays', 'weekday', 7, 'Sundays'],
])(
  'writes another month or weekday in the form of the one that stands there: %s %s',
  (language, word, kind, value, other) => {
    const read = readCalendarWord(word, kind, language);
    expect(read && writeCalendarWord(value, { ...read, text: word }, kind, language)).toBe(other);
  },
);

test('knows the weekday of a date', () => {
  expect([weekdayOf(24, 7, 2019), weekdayOf(29, 9, 2018), weekdayOf(29, 2, 2019)]).toEqual([3, 6, null]);
});
