import { setTimeout } from 'node:timers/promises';
import { openWorking, type Working } from '../../../../main/project/open-working';
import { say } from '../../../soak/say';
import { FAST, placesIn } from './places-in';
import { code, entry, sampleRow } from './sample-project';

/**
 * A process of its own with a project open, for tests that kill it. `hold` opens and waits; `record` changes
 * one row after the other and says so, each time after it was recorded. Working copies lie in the folder named.
 */
const [mode, path = '', base = ''] = process.argv.slice(2);

const opened = openWorking(path, placesIn(base), { user: 'Бакыт', pace: FAST });
say(opened.ok ? JSON.stringify(opened.value.file.readOnly) : code(opened));
if (opened.ok && mode === 'hold') setInterval(() => undefined, 1000);
if (opened.ok && mode === 'record') void record(opened.value);

async function record({ file }: Working): Promise<never> {
  for (let n = file.history().position + 1; ; n += 1) {
    const rows = file.project().rows.with(n % 3, sampleRow(`r${(n % 3) + 1}`, `text ${n}`));
    const recorded = file.record({ ...file.project(), title: `title ${n}`, rows }, entry(`change ${n}`));
    say(recorded.ok ? String(n) : recorded.failure.code);
    // The file is brought up to date meanwhile.
    await setTimeout(1);
  }
}
