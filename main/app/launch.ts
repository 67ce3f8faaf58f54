import { fileURLToPath } from 'node:url';
import { fail, ok, type Failure, type Result } from '../../shared/model/failure';

/** What the command line of the window asks for. */
export interface Launch {
  /** A project file to open; null for the start screen. */
  readonly projectPath: string | null;
  /** Why what was named is no file; null where it may be one. */
  readonly failure: Failure | null;
  readonly sample: boolean;
  /** Where to write a picture of the window, after which the app ends; null to stay open. */
  readonly screenshot: string | null;
  /** Whether to try out the main job on the sample, say how it went, and end. */
  readonly smoke: boolean;
}

/** Reads the arguments of the app, leaving out those Chromium takes for itself. */
export function parseLaunch(argv: readonly string[]): Launch {
  const shot = argv.indexOf('--screenshot');
  const screenshot = shot === -1 ? null : (argv[shot + 1] ?? null);
  const project = argv.find((argument) => argument.endsWith('.triptych') && !argument.startsWith('-'));
  const path = project === undefined ? ok(null) : pathOf(project);
  return {
    projectPath: path.ok ? path.value : null,
    failure: path.ok ? null : path.failure,
    sample: argv.includes('--sample'),
    screenshot,
    smoke: argv.includes('--smoke'),
  };
}

/** A file manager of Linux names a file that was double-clicked as an address: "file:///home/aizada/x.triptych". */
function pathOf(argument: string): Result<string> {
  if (!/^file:/i.test(argument)) return ok(argument);
  try {
    const path = fileURLToPath(argument);
    if (!path.includes('\0')) return ok(path);
  } catch {
    // Of another computer, or with a slash written as "%2F".
  }
  return fail('addressUnreadable', { address: argument });
}
