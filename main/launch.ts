/** What the command line of the window asks for. */
export interface Launch {
  /** A project file to open; null for the start screen. */
  readonly projectPath: string | null;
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
  return {
    projectPath: argv.find((argument) => argument.endsWith('.triptych') && !argument.startsWith('-')) ?? null,
    sample: argv.includes('--sample'),
    screenshot,
    smoke: argv.includes('--smoke'),
  };
}
