import type { ElectronApplication } from '@playwright/test';

/** What Playwright says where V8 threw away the promise that it was to wait for. */
const LOST = 'Resulting promise was garbage collected';

/**
 * Has what is asked of the main process keep its answer there until it was told. V8's debugger holds what it waits for only
 * weakly: with the machine busy the answer to one question in some thousands was collected as garbage. Such a question is
 * put again, and what it does is not done again.
 */
export function keepAnswers(app: ElectronApplication): ElectronApplication {
  const evaluate = app.evaluate.bind(app);
  let asked = 0;
  const ask = async (question: unknown, given: unknown): Promise<unknown> => {
    asked += 1;
    // Playwright sends the text of a function.
    const source = `(electron, given) => {
      const answers = (globalThis.keptAnswers ??= new Map());
      if (!answers.has(${asked})) answers.set(${asked}, (${String(question)})(electron, given));
      return answers.get(${asked});
    }`;
    const keeping = Object.assign(() => undefined, { toString: () => source });
    for (;;) {
      try {
        return await evaluate<unknown, unknown>(keeping, given);
      } catch (error) {
        if (!String(error).includes(LOST)) throw error;
      }
    }
  };
  return Object.assign(app, { evaluate: ask });
}
