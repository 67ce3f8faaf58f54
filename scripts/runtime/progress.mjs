const width = 30;

/**
 * One line that shows how much of something is done.
 * @param {string} label
 * @param {number} fraction 0 to 1; values outside are clamped
 * @returns {string}
 */
export function formatProgress(label, fraction) {
  const done = Math.min(Math.max(fraction, 0), 1);
  const bar = '#'.repeat(Math.round(done * width)).padEnd(width, '.');
  return `${label} [${bar}] ${String(Math.floor(done * 100)).padStart(3)}%`;
}

/**
 * A progress line that redraws itself on a terminal. Elsewhere (a log file) it says only the label, once.
 * @param {string} label
 * @returns {{ show: (fraction: number) => void, end: () => void }}
 */
export function startProgress(label) {
  if (!process.stdout.isTTY) {
    console.log(label);
    return { show: () => undefined, end: () => undefined };
  }
  let shown = '';
  let ended = false;
  const show = (/** @type {number} */ fraction) => {
    const line = formatProgress(label, fraction);
    if (ended || line === shown) return;
    process.stdout.write(`\r${line}`);
    shown = line;
  };
  const end = () => {
    process.stdout.write('\n');
    ended = true;
  };
  show(0);
  return { show, end };
}
