import { describe, expect, test } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import { LANGUAGES, type Language } from '../../../../shared/model/language';
import type { Project } from '../../../../shared/model/project';
import { staleSources } from '../../../../shared/reconcile/stale';
import { projectOf, run } from './rows';

const TEXTS = {
  ru: 'Мост закрыли на 30 дней.',
  ky: 'Көпүрө 30 күнгө жабылды.',
  en: 'The bridge is closed for 30 days.',
};

const PROJECT = projectOf(TEXTS);

const after = (...commands: readonly Command[]): Project => run(PROJECT, ...commands);

const edit = (language: Language, text: string, suggest = false): Command => ({
  type: 'editParagraph',
  paragraphId: language,
  content: { text, marks: [] },
  suggest,
});
const hold = (language: Language, right: boolean): Command => ({
  type: 'holdCellsRight',
  cells: [{ rowId: 'r', language }],
  right,
});

/** For each language what it has been outrun by. */
const stale = ({ rows: [row] }: Project) =>
  LANGUAGES.map((language) => (row ? staleSources(row, language) : []));

const LONGER = edit('ru', 'Мост закрыли на 45 дней.');

describe('a text is stale', () => {
  test('when another changed in meaning, whichever it is', () => {
    expect(stale(PROJECT)).toEqual([[], [], []]);
    expect(stale(after(LONGER))).toEqual([[], ['ru'], ['ru']]);
    expect(stale(after(edit('en', 'The bridge is closed for 45 days.')))).toEqual([['en'], ['en'], []]);
  });

  test('not for signs and spaces, nor when the change is taken back', () => {
    expect(stale(after(edit('ru', '«Мост» закрыли — на 30 дней!')))).toEqual([[], [], []]);
    expect(stale(after(LONGER, edit('ru', TEXTS.ru)))).toEqual([[], [], []]);
  });

  test('not for what is only suggested, until it is accepted', () => {
    const suggested = edit('ru', 'Мост закрыли на 45 дней.', true);
    expect(stale(after(suggested))).toEqual([[], [], []]);
    const accept = { type: 'decideSuggestions', paragraphIds: ['ru'], which: null, accept: true } as const;
    expect(stale(after(suggested, accept))).toEqual([[], ['ru'], ['ru']]);
  });

  test('until it is held right, agreed or doubted', () => {
    expect(stale(after(LONGER, hold('ky', true)))).toEqual([[], [], ['ru']]);
    const agree = { type: 'setStatus', cells: [{ rowId: 'r', language: 'en' }], status: 'agreed' } as const;
    expect(stale(after(LONGER, agree))).toEqual([[], ['ru'], []]);
    expect(stale(after(hold('ky', false)))).toEqual([[], ['ru', 'en'], []]);
    expect(stale(after(hold('ky', false), hold('ky', true)))).toEqual([[], [], []]);
  });

  test('but not because it was followed', () => {
    const followed = after(LONGER, edit('ky', 'Көпүрө 45 күнгө жабылды.'));
    expect(stale(followed)).toEqual([[], ['ru'], ['ru', 'ky']]);
    expect(
      stale(after(LONGER, edit('ky', 'Көпүрө 45 күнгө жабылды.'), hold('ky', true), hold('en', true))),
    ).toEqual([[], [], []]);
  });

  test('never when it differs on purpose, and makes no other so', () => {
    const adapted = { type: 'setAdapted', rowId: 'r', language: 'ky', reason: 'Окурмандар үчүн' } as const;
    expect(stale(after(adapted, LONGER))).toEqual([[], [], ['ru']]);
    expect(stale(after(adapted, edit('ky', 'Көпүрө жабык.')))).toEqual([[], [], []]);
  });

  test('not because what a version lacks is written', () => {
    const remove = { type: 'removeParagraph', paragraphId: 'ky' } as const;
    const write = {
      type: 'insertParagraph',
      paragraphId: 'new',
      rowId: 'r',
      language: 'ky',
      index: 0,
      role: 'paragraph',
      label: '',
      text: '',
    } as const;
    const typed = { ...edit('ky', TEXTS.ky), paragraphId: 'new' } as Command;
    expect(stale(after(remove, write, typed))).toEqual([[], [], []]);
    const changed = { ...edit('ky', 'Көпүрө 60 күнгө жабылды.'), paragraphId: 'new' } as Command;
    expect(stale(after(remove, write, typed, hold('ru', true), changed))).toEqual([['ky'], [], []]);
  });

  test('through a split and a join alike', () => {
    const split = { type: 'splitParagraph', paragraphId: 'ru', offset: 5, newId: 'tail' } as const;
    expect(stale(after(split))).toEqual([[], [], []]);
    expect(stale(after(LONGER, hold('ky', true), split))).toEqual([[], [], ['ru']]);
    expect(stale(after(LONGER, split, { type: 'joinParagraphs', paragraphId: 'tail' }))).toEqual([
      [],
      ['ru'],
      ['ru'],
    ]);
  });
});

describe('a sign-off', () => {
  const agree = LANGUAGES.map((language): Command => ({
    type: 'setStatus',
    cells: [{ rowId: 'r', language }],
    status: 'agreed',
  }));
  const sign: Command = { type: 'signOff', language: 'ru', signed: true };

  test('needs every text agreed, bears a name, and is opened by an edit of its version only', () => {
    expect(applyCommand(PROJECT, sign, { author: 'А', time: 1 }).ok).toBe(false);
    const signed = after(...agree, sign);
    expect(signed.review?.signOffs).toEqual({ ru: { name: 'А', time: 1 }, ky: null, en: null });
    expect(after(...agree, sign, edit('en', 'The bridge.')).review?.signOffs.ru).not.toBeNull();
    expect(after(...agree, sign, LONGER).review?.signOffs.ru).toBeNull();
  });
});
