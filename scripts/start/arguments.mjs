import path from 'node:path';

/** Switches of the app that are followed by a file. */
const fileSwitches = ['--screenshot'];

/** The file where none is named. */
const usualFile = 'triptych.png';

/**
 * The arguments for the app from those given to `npm start`: paths made absolute, and the bundled sample
 * opened when no project is named. Before: `--screenshot out.png`; after: `--screenshot /here/out.png --sample`.
 * @param {readonly string[]} given
 * @param {string} folder the folder in which the person typed them
 * @returns {readonly string[]}
 */
export function chooseAppArguments(given, folder) {
  /** @type {string[]} */
  const chosen = [];
  let opensProject = false;
  for (const [index, argument] of given.entries()) {
    const [name = '', value] = argument.split(/=(.*)/s);
    if (fileSwitches.includes(name) && value !== undefined) {
      chosen.push(name, path.resolve(folder, value));
    } else if (!argument.startsWith('-') && fileSwitches.includes(given[index - 1] ?? '')) {
      chosen.push(path.resolve(folder, argument));
    } else if (argument.startsWith('-')) {
      chosen.push(argument);
      const isNamed = given[index + 1]?.startsWith('-') === false;
      if (fileSwitches.includes(argument) && !isNamed) chosen.push(path.resolve(folder, usualFile));
    } else {
      chosen.push(path.resolve(folder, argument));
      opensProject = true;
    }
  }
  return opensProject || chosen.includes('--sample') ? chosen : [...chosen, '--sample'];
}
