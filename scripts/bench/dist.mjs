import path from 'node:path';
import { pack } from '../release/pack.mjs';
import { findArchive, installPackaged, measureSize, smokePackaged } from '../release/packaged.mjs';
import { SetupError } from '../setup/command.mjs';
import { withDisplay } from '../setup/display.mjs';
import { inMegabytes, inMs, quantile } from './figures.mjs';
import { withTemporaryFolder } from './temporary-folder.mjs';

const RUNS = 5;

/** What a trial tells of, each as the time since the program was started. */
const moments = { rows: 'First rows of the sample', findings: 'First findings', export: 'All of the trial' };

/**
 * The size of the packaged app and its start, told by its own trial in a new home each time. Takes the archive that
 * is in `dist`, and packs one where there is none.
 * @returns {Promise<readonly import('./figures.mjs').Table[]>}
 */
export async function measureDist() {
  if (process.platform !== 'linux') return [];
  if ((await findArchive()) === undefined && (await pack(['--linux', 'tar.gz'])) !== 0)
    throw new SetupError('The app could not be packed; see above.');
  return withTemporaryFolder((folder) =>
    withDisplay(async (env) => {
      const installed = path.join(folder, 'installed');
      const executable = await installPackaged(installed);
      /** @type {Awaited<ReturnType<typeof smokePackaged>>[]} */
      const reports = [];
      for (let run = 0; run <= RUNS; run += 1) {
        const report = await smokePackaged(executable, { env, home: path.join(folder, `home-${run}`) });
        // The first start reads the program from the disk.
        if (run > 0) reports.push(report);
      }
      const bytes = [(await findArchive()) ?? '', installed].map(measureSize);
      const sizes = (await Promise.all(bytes)).map((size) => inMegabytes(size / 1024));
      return [
        {
          title: 'Size of the packaged app',
          head: ['', 'Linux x64'],
          rows: [
            ['Archive (tar.gz)', sizes[0] ?? ''],
            ['Installed', sizes[1] ?? ''],
          ],
        },
        {
          title: `The packaged app, each time in a new home (${RUNS} starts)`,
          head: ['', 'fastest', 'median', 'slowest'],
          rows: Object.entries(moments).map(([moment, name]) => {
            const times = reports.map(({ ms }) => ms[moment] ?? NaN);
            return [name, ...[0, 0.5, 1].map((share) => inMs(quantile(times, share)))];
          }),
        },
      ];
    }),
  );
}
