import { stripVTControlCharacters } from 'node:util';

/**
 * What a test run came to. Skipped and flaky tests count as failed: they show nothing.
 * `complaints` are lines that say what failed and why, to be read at the end of everything; `remarks` tell of what
 * nobody should overlook though nothing failed.
 * @typedef {{ readonly passed: number, readonly failed: number, readonly complaints?: readonly string[], readonly remarks?: readonly string[] }} Tally
 */

/**
 * Reads vitest's JSON report. A test file that did not even load counts as one failed test.
 * @param {{ numPassedTests: number, numTotalTests: number, testResults: readonly { status: string, assertionResults: readonly unknown[] }[] }} report
 * @returns {Tally}
 */
export function tallyUnitTests(report) {
  const unloaded = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numTotalTests - report.numPassedTests + unloaded.length,
  };
}

/**
 * @typedef {{ readonly type: string, readonly description?: string }} Annotation
 * @typedef {{ readonly annotations: readonly Annotation[], readonly results: readonly { readonly annotations?: readonly Annotation[], readonly errors?: readonly { readonly message?: string, readonly location?: { readonly line: number } }[] }[] }} EndToEndTest
 * @typedef {{ readonly suites?: readonly Suite[], readonly specs?: readonly { readonly title: string, readonly file: string, readonly tests: readonly EndToEndTest[] }[] }} Suite
 */

/**
 * @param {readonly Suite[]} suites
 * @returns {readonly EndToEndTest[]}
 */
function listTests(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap((spec) => spec.tests),
    ...listTests(suite.suites ?? []),
  ]);
}

/**
 * @param {readonly Suite[]} suites
 * @returns {readonly string[]}
 */
function listComplaints(suites) {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? []).flatMap(({ title, file, tests }) =>
      tests
        .flatMap(({ results }) => results.flatMap(({ errors }) => errors ?? []))
        .map(({ message, location }) => {
          const said = stripVTControlCharacters(message ?? 'no message')
            .split('\n')
            .slice(0, 12);
          return `${file}:${location?.line ?? '?'} ${title}\n  ${said.join('\n  ')}`;
        }),
    ),
    ...listComplaints(suite.suites ?? []),
  ]);
}

/**
 * Reads Playwright's JSON report. `windows` counts the tests that opened a window of the real app and say so
 * by an annotation of type `window`.
 * @param {{ suites: readonly Suite[], errors: readonly unknown[], stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Tally & { readonly windows: number }}
 */
export function tallyEndToEndTests({ suites, errors, stats }) {
  const annotations = listTests(suites).map((test) => [
    ...test.annotations,
    ...test.results.flatMap((result) => result.annotations ?? []),
  ]);
  const opened = annotations.filter((each) => each.some(({ type }) => type === 'window'));
  const relaunched = annotations.flat().filter(({ type }) => type === 'relaunched');
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
    windows: opened.length,
    complaints: listComplaints(suites),
    remarks: relaunched.map(({ description }) => `Electron died while starting: ${description ?? ''}`),
  };
}
