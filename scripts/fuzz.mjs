import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { renderTable } from './bench/figures.mjs';
import { build, isBuildCurrent } from './build.mjs';
import { readCommand, runScript, runTool, SetupError } from './setup/command.mjs';
import { withDisplay } from './setup/display.mjs';
import { prepareMachine } from './setup/prepare.mjs';

const rounds = process.env['TRIPTYCH_FUZZ_ROUNDS'] ?? '1000';
const messages = process.env['TRIPTYCH_FUZZ_MESSAGES'] ?? '10000';

/**
 * What each hostile file became and cost, as the tests wrote it down line by line.
 * @param {string} report
 * @returns {import('./bench/figures.mjs').Table}
 */
function costTable(report) {
  const files = report
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const rows = files.map(({ kind, what, becomes, time, memory }) => [
    kind,
    what,
    becomes.refused ? `refused (${becomes.refused})` : 'read, nothing but its text',
    `${Math.round(time)} ms`,
    `${Math.round(memory)} MB`,
  ]);
  return {
    title: `${files.length} hostile files, each in a process of its own: time it was busy, and memory beyond an ordinary file`,
    head: ['kind', 'what', 'becomes', 'time', 'memory'],
    rows,
  };
}

/**
 * How long the window drew no picture and the main process heard nothing, at the longest, as the tests wrote it down.
 * @param {string} report
 * @returns {import('./bench/figures.mjs').Table}
 */
function silenceTable(report) {
  const rows = report
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .map(({ what, window, main }) => [what, `${window} ms`, `${main} ms`]);
  return { title: 'At the limits: the longest silence', head: ['while', 'window', 'main process'], rows };
}

/**
 * What inputs made to be costly cost at a size and at four times that, as the tests wrote it down: the worst first.
 * @param {string} report
 * @returns {import('./bench/figures.mjs').Table}
 */
function growthTable(report) {
  const grown = report
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .sort((a, b) => (b.growth ?? 0) - (a.growth ?? 0) || b.times[0] - a.times[0]);
  const rows = grown.map(({ name, n, times, growth, work }) => [
    name,
    String(n),
    `${Math.round(times[0])} ms`,
    growth === null ? '' : `${Math.round(times[1])} ms`,
    growth === null ? '' : growth.toFixed(1),
    work.toFixed(1),
  ]);
  return {
    title:
      'Costly inputs at the first size that keeps the processor busy for 200 ms (or else the largest), and at four times it',
    head: ['what', 'size', 'time', 'at four times', 'time grows by', 'work, as it is counted, by'],
    rows,
  };
}

/**
 * Opens Word files in LibreOffice: how many could be turned into text.
 * @param {string} folder
 */
async function openInLibreOffice(folder) {
  const program = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((file) =>
    existsSync(file),
  );
  if (!program) return { told: 'not run: no LibreOffice', ok: true };
  const files = readdirSync(folder).filter((name) => name.endsWith('.docx'));
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const args = [profile, '--headless', '--convert-to', 'txt:Text', '--outdir', folder];
  await readCommand(program, [...args, ...files.map((name) => path.join(folder, name))], {});
  const opened = files.filter((name) => existsSync(path.join(folder, name.replace('.docx', '.txt'))));
  return {
    told: `${opened.length} of ${files.length} opened`,
    ok: files.length > 0 && opened.length === files.length,
  };
}

await runScript(async () => {
  await prepareMachine();
  if (!(await isBuildCurrent()) && (await build()) !== 0)
    throw new SetupError('The app could not be built; see above.');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'triptych-fuzz-'));
  const report = path.join(folder, 'report.jsonl');
  const stalls = path.join(folder, 'stalls.jsonl');
  const growth = path.join(folder, 'growth.jsonl');
  const samples = path.join(folder, 'samples');
  await mkdir(samples);
  try {
    const env = {
      ...process.env,
      TRIPTYCH_FUZZ_ROUNDS: rounds,
      TRIPTYCH_FUZZ_REPORT: report,
      TRIPTYCH_FUZZ_SAMPLES: samples,
      TRIPTYCH_GROWTH_REPORT: growth,
    };
    const units = await runTool('vitest', 'vitest', ['run', 'tests/unit/hostile'], env);
    const office = await openInLibreOffice(samples);
    const window = await withDisplay((display) =>
      runTool(
        '@playwright/test',
        'playwright',
        ['test', 'security.spec.ts', 'hostile.spec.ts', 'limits.spec.ts'],
        {
          ...display,
          TRIPTYCH_FUZZ_MESSAGES: messages,
          TRIPTYCH_STALLS_REPORT: stalls,
        },
      ),
    );
    if (existsSync(report)) console.log(`\n${renderTable(costTable(await readFile(report, 'utf8')))}`);
    if (existsSync(growth)) console.log(`\n${renderTable(growthTable(await readFile(growth, 'utf8')))}`);
    if (existsSync(stalls)) console.log(`\n${renderTable(silenceTable(await readFile(stalls, 'utf8')))}`);
    const told = [
      [
        `Hostile files, canaries and ${rounds} random versions in each format`,
        units === 0 ? 'passed' : 'FAILED',
      ],
      ['Exported Word files in LibreOffice', office.told],
      [
        `${messages} messages on each channel, and hostile files in the window`,
        window === 0 ? 'passed' : 'FAILED',
      ],
    ];
    console.log(`\n${renderTable({ title: 'Fuzzing', head: ['what', 'outcome'], rows: told })}`);
    return units === 0 && window === 0 && office.ok ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
