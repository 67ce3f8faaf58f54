import { openProjectFile } from '../../../../main/project/project-file';
import { say } from '../../../soak/say';
import { code, entry, sampleRow } from './sample-project';

/**
 * A process of its own with a project open, for tests that kill it. `hold` opens and waits; `record` changes
 * one row after the other and says so, each time after it was recorded.
 */
const [mode, path = ''] = process.argv.slice(2);

const opened = openProjectFile(path, { user: 'Бакыт' });
say(opened.ok ? JSON.stringify(opened.value.readOnly) : code(opened));
if (opened.ok && mode === 'hold') setInterval(() => undefined, 1000);
if (opened.ok && mode === 'record') {
  const file = opened.value;
  for (let n = file.history().position + 1; ; n += 1) {
    const rows = file.project().rows.with(n % 3, sampleRow(`r${(n % 3) + 1}`, `text ${n}`));
    const recorded = file.record({ ...file.project(), title: `title ${n}`, rows }, entry(`change ${n}`));
    say(recorded.ok ? String(n) : recorded.failure.code);
  }
}
