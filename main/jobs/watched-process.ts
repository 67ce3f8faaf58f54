import { join } from 'node:path';
import { app, utilityProcess, type UtilityProcess } from 'electron';
import { MemoryWatch } from './memory-watch';

const memory = new MemoryWatch(() => app.getAppMetrics());

/**
 * Starts a process of the app's own, which is ended when it takes more memory than it may.
 *
 * @param file a file of the built main process
 * @param past is called just before it is ended for that
 */
export function startWatchedProcess(
  file: string,
  serviceName: string,
  mostMb: number,
  past: () => void,
): UtilityProcess {
  const worker = utilityProcess.fork(join(app.getAppPath(), 'out', 'main', file), [], { serviceName });
  memory.watch(worker, mostMb, past);
  worker.once('exit', () => memory.leave(worker));
  return worker;
}
