import { describeError, type DescribedError } from './describe-error';

/**
 * Has the bugs of this process told that nothing else catches, whether they were thrown or somebody promised and nobody
 * waited. The process goes on: whoever hears of a bug ends it.
 */
export function tellBugs(tell: (error: DescribedError) => void): void {
  const hear = (thrown: unknown) => tell(describeError(thrown));
  process.on('uncaughtException', hear);
  process.on('unhandledRejection', hear);
}
