/** Writes a result to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a sentence to standard error. */
export function complain(sentence: string): void {
  process.stderr.write(`triptych: ${sentence}\n`);
}
