import { expect, test } from 'vitest';
import { tallyEndToEndTests, tallyUnitTests } from '../../../../scripts/test/reports.mjs';

test('counts skipped unit tests as failed', () => {
  // 10 tests: 7 passed, 1 failed, 2 skipped or left for later.
  const report = { numTotalTests: 10, numPassedTests: 7, testResults: [] };
  expect(tallyUnitTests(report)).toEqual({ passed: 7, failed: 3 });
});

test('counts a test file that did not load as one failed test', () => {
  const report = {
    numTotalTests: 2,
    numPassedTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [{}, {}] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(tallyUnitTests(report)).toEqual({ passed: 2, failed: 1 });
});

const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 0 };

test('counts everything but a plain pass as failed in the end-to-end tests', () => {
  const report = {
    suites: [],
    errors: [{ message: 'no such file' }],
    stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 },
  };
  expect(tallyEndToEndTests(report)).toEqual({
    passed: 3,
    failed: 5,
    windows: 0,
    complaints: [],
    remarks: [],
  });
});

test('counts the tests that opened a window, wherever they are and say so', () => {
  const window = [{ type: 'window' }];
  const other = [{ type: 'issue' }];
  const named = { title: 'a test', file: 'rows.spec.ts' };
  const suites = [
    { specs: [{ ...named, tests: [{ annotations: window, results: [{}] }] }], suites: [] },
    {
      suites: [
        {
          specs: [
            {
              ...named,
              tests: [{ annotations: other, results: [{ annotations: window }, { annotations: window }] }],
            },
            { ...named, tests: [{ annotations: other, results: [{ annotations: [] }] }] },
          ],
        },
      ],
    },
  ];
  expect(tallyEndToEndTests({ suites, errors: [], stats })).toEqual({
    passed: 3,
    failed: 0,
    windows: 2,
    complaints: [],
    remarks: [],
  });
});

test('tells of a start that had to be tried again, though the test passed', () => {
  const annotations = [{ type: 'window' }, { type: 'relaunched', description: 'signal SIGSEGV' }];
  const specs = [{ title: 'rows merge', file: 'rows.spec.ts', tests: [{ annotations, results: [{}] }] }];
  expect(tallyEndToEndTests({ suites: [{ specs }], errors: [], stats }).remarks).toEqual([
    'Electron died while starting: signal SIGSEGV',
  ]);
});

test('says what failed, where and why, without colours', () => {
  const errors = [{ message: '\u001b[31mno such row\u001b[39m\n  at once', location: { line: 7 } }];
  const specs = [
    { title: 'rows merge', file: 'rows.spec.ts', tests: [{ annotations: [], results: [{ errors }] }] },
  ];
  expect(tallyEndToEndTests({ suites: [{ specs }], errors: [], stats }).complaints).toEqual([
    'rows.spec.ts:7 rows merge\n  no such row\n    at once',
  ]);
});
