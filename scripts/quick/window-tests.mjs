/**
 * Parts of the house, each with the files of window tests that go through it, nearest first. Where two parts hold a file,
 * the longer path counts.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const WINDOW_TESTS = {
  'shared/': ['review'],
  'shared/align/': ['align'],
  'shared/checks/': ['checks'],
  'shared/commands/': ['rows', 'review'],
  'shared/diff/': ['history'],
  'shared/glossary/': ['checks'],
  'shared/merge/': ['replaced'],
  'shared/mqm/': ['review', 'report'],
  'shared/reconcile/': ['reconcile'],
  'shared/report/': ['report'],
  'main/': ['start', 'smoke'],
  'main/app/': ['start', 'keep'],
  'main/checking/': ['checks'],
  'main/cli/': [],
  'main/exchange/': ['checks', 'review'],
  'main/export/': ['export'],
  'main/export/report/': ['report'],
  'main/import/': ['import', 'hostile'],
  'main/ipc/': ['start', 'import', 'export'],
  'main/jobs/': ['watched', 'import'],
  'main/merge/': ['replaced', 'limits'],
  'main/said/': ['said'],
  'main/search/': ['search'],
  'main/project/': ['keep', 'replaced'],
  'main/system/': ['start', 'security'],
  'main/system/log/': ['diagnostics'],
  'renderer/': ['review'],
  'renderer/app/': ['start', 'letters'],
  'renderer/features/export/': ['export', 'report'],
  'renderer/features/import/': ['import'],
  'renderer/features/inspector/': ['review', 'checks', 'history'],
  'renderer/features/inspector/checks/': ['checks'],
  'renderer/features/inspector/flags/': ['marks', 'review'],
  'renderer/features/inspector/history/': ['history'],
  'renderer/features/outline/': ['review'],
  'renderer/features/palette/': ['menu', 'accessibility'],
  'renderer/features/reconcile/': ['reconcile'],
  'renderer/features/score/': ['review', 'report'],
  'renderer/features/search/': ['search'],
  'renderer/features/start/': ['start', 'keep'],
  'renderer/features/workspace/': ['rows', 'menu', 'align'],
  'renderer/features/workspace/cards/': ['marks'],
  'renderer/features/workspace/editor/': ['typing', 'painted', 'text'],
  'renderer/features/workspace/text/': ['words', 'text'],
  'renderer/session/': ['menu', 'rows'],
  'renderer/session/matters/': ['marks'],
  'renderer/session/paint/': ['painted'],
  'renderer/session/typing/': ['typing'],
  'renderer/ui/': ['accessibility'],
  'locales/': ['review'],
  'sample/': ['review'],
};

const OWN = /^tests\/e2e\/([a-z-]+)\.spec\.ts$/;

/**
 * The names of the files of window tests that go through what is in some files, nearest first.
 * @param {readonly string[]} changed relative to the repository
 * @returns {readonly string[]} without folder and `.spec.ts`
 */
export function windowTestsOf(changed) {
  const parts = Object.keys(WINDOW_TESTS).sort((a, b) => b.length - a.length);
  const perFile = changed.map((file) => {
    const [, own] = OWN.exec(file) ?? [];
    const part = parts.find((each) => file.startsWith(each));
    return own === undefined ? (part !== undefined && WINDOW_TESTS[part]) || [] : [own];
  });
  // The nearest of every file first, then the second ones.
  const longest = Math.max(0, ...perFile.map(({ length }) => length));
  const inTurn = Array.from({ length: longest }, (_, rank) => perFile.flatMap((names) => names[rank] ?? []));
  return [...new Set(inTurn.flat())];
}
