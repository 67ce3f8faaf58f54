import { afterEach, expect, test } from 'vitest';
import { rememberKnown, type KnownToChecks } from '../../../../main/checking/check-context';
import { Checking } from '../../../../main/jobs/checking';
import { applyCommand, type Command } from '../../../../shared/commands/command';
import type { Project } from '../../../../shared/model/project';
import { sampleProject } from '../project/sample-project';

let checking: Checking | null = null;

afterEach(() => checking?.end());

function after(project: Project, command: Command): Project {
  const done = applyCommand(project, command, { author: 'Айгүл', time: 1 });
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
}

function edit(n: number): Command {
  return { type: 'editParagraph', paragraphId: 'r1-en', content: { text: `Draft ${n}`, marks: [] } };
}

test('edits leave what the checks know the same, word by word unread; what is agreed and the settings change it', () => {
  const settings = { glossary: 'ӨКМӨТ | өкмөт | government', words: ['Kloop'] };
  const known = rememberKnown();
  const before = after(sampleProject(), { type: 'setArticleGlossary', glossary: 'суу | суу | water' });
  const first = known(settings, before);
  let project = before;
  for (let n = 0; n < 20; n += 1) project = after(project, edit(n));
  expect(known(settings, project)).toBe(first);

  const more = after(project, { type: 'setArticleGlossary', glossary: 'айыл | айыл | village' });
  expect(known(settings, more).context.glossary).toBe('ӨКМӨТ | өкмөт | government\nайыл | айыл | village');
  const spelled = after(more, { type: 'approveSpelling', language: 'en', text: 'Jeenbekov', approved: true });
  expect(known(settings, spelled).context.approved?.en).toEqual(['Jeenbekov']);
  expect(known({ ...settings, words: [] }, spelled).words).toEqual([]);
});

test('a hundred edits do not read the glossary once', () => {
  let reads = 0;
  const makeKnown = (glossary: string): KnownToChecks => ({
    context: {
      get glossary() {
        reads += 1;
        return glossary;
      },
    },
    words: [],
  });
  let known = makeKnown('a | b | c');
  const posted: string[] = [];
  checking = new Checking(
    {
      project: () => ({ rows: [], state: 0 }),
      known: () => known,
      found: () => undefined,
      trouble: () => undefined,
      stopped: () => undefined,
    },
    () => ({ post: ({ type }) => posted.push(type), kill: () => undefined }),
  );
  checking.begin();
  for (let state = 1; state <= 100; state += 1) {
    checking.follow([], state);
    checking.tellKnown();
  }
  expect(reads).toBe(0);
  expect(new Set(posted)).toEqual(new Set(['open', 'change']));
  // What says the same though it is another object is not told either; what says something else is.
  known = makeKnown('a | b | c');
  checking.tellKnown();
  expect(posted).not.toContain('known');
  known = makeKnown('a | b | d');
  checking.tellKnown();
  expect(posted.at(-1)).toBe('known');
});
