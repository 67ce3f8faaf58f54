import { describe, expect, it } from 'vitest';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { FlagSpan } from '../../../../shared/model/flag';
import {
  article,
  BY,
  covered,
  flag,
  flagged,
  isRefused,
  lines,
  marked,
  paragraph,
  row,
  run,
  spanOn,
  withStatus,
} from './article';

const project = article('Раз | Бир | big reparation losses');
const remark = { category: 'terminology', severity: 'minor', note: 'Жаңылыш' } as const;

const add = (flagId: string, spans: readonly FlagSpan[], category = 'terminology'): Command => ({
  type: 'addFlag',
  flagId,
  spans,
  ...remark,
  category,
});

describe('addFlag', () => {
  it('raises an open flag, signed by who raised it and when', () => {
    const spans = [spanOn(project, 'en1', 'reparation')];
    expect(flag(run(project, add('f1', spans)))).toEqual({
      id: 'f1',
      spans,
      ...remark,
      status: 'open',
      ...BY,
      thread: [],
    });
  });

  it('keeps flags in order of time, also when the clock was put back', () => {
    const spans = [spanOn(project, 'ru1', 'Раз')];
    const late = run(project, add('f1', spans));
    const early = applyCommand(late, add('f2', spans), { author: 'Б', time: 5 });
    expect(early.ok && early.value.flags.map(({ id }) => id)).toEqual(['f2', 'f1']);
  });

  it('takes a category of the newsroom’s own', () => {
    const spans = [spanOn(project, 'ru1', 'Раз')];
    expect(flag(run(project, add('f1', spans, 'факты/цифры'))).category).toBe('факты/цифры');
  });

  it('is refused outside the text, on what is not there, of what is no category, or when the id is taken', () => {
    const [whole] = [spanOn(project, 'ru1', 'Раз')];
    const outside: readonly FlagSpan[] = [
      { ...whole, end: 4 } as FlagSpan,
      { ...whole, start: 2, end: 1 } as FlagSpan,
      { ...whole, paragraphId: 'gone' } as FlagSpan,
      { ...whole, language: 'ky' },
      { at: 'gap', language: 'en', rowId: 'gone' },
    ];
    for (const span of outside) expect(isRefused(project, add('f1', [span]))).toBe(true);
    expect(isRefused(project, add('f1', [whole], 'accuracy/'))).toBe(true);
    expect(isRefused(run(project, add('f1', [whole])), add('f1', [whole]))).toBe(true);
  });
});

describe('editFlag, setFlagStatus, commentFlag and removeFlag', () => {
  const raised = flagged(project, spanOn(project, 'en1', 'losses'));

  it('change what a flag says, its status and its thread, and take it away', () => {
    const spans = [spanOn(project, 'ru1', 'Раз')];
    expect(flag(run(raised, { type: 'editFlag', flagId: 'f1', spans, ...remark }))).toMatchObject({
      spans,
      ...remark,
    });
    const dismissed = run(raised, { type: 'setFlagStatus', flagId: 'f1', status: 'dismissed' });
    expect(flag(dismissed).status).toBe('dismissed');
    const comment = { type: 'commentFlag', flagId: 'f1', commentId: 'c1', text: 'Туура' } as const;
    expect(flag(run(raised, comment)).thread).toEqual([{ id: 'c1', text: 'Туура', ...BY }]);
    expect(isRefused(run(raised, comment), comment)).toBe(true);
    expect(run(raised, { type: 'removeFlag', flagId: 'f1' })).toEqual(project);
  });

  it('change nothing when a status is set that the flag has', () => {
    expect(run(raised, { type: 'setFlagStatus', flagId: 'f1', status: 'open' })).toBe(raised);
  });

  it('are refused for a flag that is gone', () => {
    const spans = [spanOn(project, 'ru1', 'Раз')];
    expect(isRefused(project, { type: 'editFlag', flagId: 'f1', spans, ...remark })).toBe(true);
    expect(isRefused(project, { type: 'setFlagStatus', flagId: 'f1', status: 'open' })).toBe(true);
    expect(isRefused(project, { type: 'assignFlag', flagId: 'f1', assignee: 'А' })).toBe(true);
    expect(isRefused(project, { type: 'commentFlag', flagId: 'f1', commentId: 'c', text: 't' })).toBe(true);
    expect(isRefused(project, { type: 'removeFlag', flagId: 'f1' })).toBe(true);
    expect(isRefused(project, { type: 'applyFix', flagId: 'f1' })).toBe(true);
  });
});

describe('assignFlag', () => {
  const raised = flagged(project, spanOn(project, 'en1', 'losses'));
  const assign = (assignee: string | null): Command => ({ type: 'assignFlag', flagId: 'f1', assignee });

  it('gives a flag to somebody, to somebody else, and to nobody', () => {
    const hers = run(raised, assign('Айгүл'));
    expect(flag(hers).assignee).toBe('Айгүл');
    expect(run(hers, assign('Айгүл'))).toBe(hers);
    expect(flag(run(hers, assign('Бакыт'))).assignee).toBe('Бакыт');
    expect(run(hers, assign(null))).toEqual(raised);
    expect(run(raised, assign(null))).toBe(raised);
  });

  it('stays through edits of the flag and of the text', () => {
    const spans = [spanOn(project, 'en1', 'losses')];
    const content = { text: 'small gains', marks: [] };
    const after = run(
      raised,
      assign('Айгүл'),
      { type: 'editFlag', flagId: 'f1', spans, ...remark },
      { type: 'editParagraph', paragraphId: 'en1', content },
    );
    expect(flag(after)).toMatchObject({ assignee: 'Айгүл', status: 'open', category: 'terminology' });
  });
});

describe('applyFix', () => {
  const fix = { type: 'applyFix', flagId: 'f1' } as const;

  it('puts the suggested text in place, resolves the flag, and opens agreed text again', () => {
    const raised = flagged(
      withStatus(project, 'r1', 'en', 'agreed'),
      spanOn(project, 'en1', 'reparation', 'reputation'),
    );
    const fixed = run(raised, fix);
    expect(lines(fixed)).toEqual(['Раз | Бир | big reputation losses']);
    expect(flag(fixed).status).toBe('resolved');
    expect(row(fixed, 'r1').cells.en.status).toBe('translated');
    expect(covered(fixed)).toEqual(['en1: big [reputation] losses']);
  });

  it('applies all the fixes of a flag, in one paragraph as well as in several', () => {
    const raised = flagged(
      project,
      spanOn(project, 'en1', 'big', 'very large'),
      spanOn(project, 'en1', 'losses', 'damage'),
      spanOn(project, 'ky1', 'Бир', 'Биринчи'),
    );
    expect(lines(run(raised, fix))).toEqual(['Раз | Биринчи | very large reparation damage']);
  });

  it('keeps marks on their words', () => {
    const bold = marked(project, 'en1', [{ type: 'strong', start: 4, end: 14 }]);
    const raised = flagged(
      bold,
      spanOn(bold, 'en1', 'big', 'very large'),
      spanOn(bold, 'en1', 'reparation', 'reputation'),
    );
    const { text, marks } = paragraph(run(raised, fix), 'en1');
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['reputation']);
  });

  it('leaves no double space where a word is taken out, and no line break where several lines are put in', () => {
    const without = flagged(project, spanOn(project, 'en1', 'reparation', ''));
    expect(lines(run(without, fix))).toEqual(['Раз | Бир | big losses']);
    const several = flagged(project, spanOn(project, 'en1', 'losses', 'losses\nof all  kinds '));
    expect(lines(run(several, fix))).toEqual(['Раз | Бир | big reparation losses of all kinds']);
  });

  it('is refused when nothing is suggested', () => {
    expect(isRefused(flagged(project, spanOn(project, 'en1', 'big')), fix)).toBe(true);
  });
});
