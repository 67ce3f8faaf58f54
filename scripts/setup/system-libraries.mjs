import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readCommand, SetupError } from './command.mjs';

/** Debian packages with the libraries Electron is linked against; some got a new name in 2024. */
const libraryPackages = ['libnss3', 'libgbm1', 'libasound2', 'libgtk-3-0'];

/**
 * What a Linux machine lacks to show the app, and to test it.
 * @param {{ libraries: boolean, display: boolean, font: boolean, programs: readonly string[] }} lacks
 * @returns {readonly string[]} names of Debian packages
 */
export function choosePackages(lacks) {
  return [
    ...(lacks.libraries ? libraryPackages : []),
    ...(lacks.display ? ['xvfb'] : []),
    ...(lacks.font ? ['fonts-dejavu-core'] : []),
    ...lacks.programs,
  ];
}

/**
 * Whether the dynamic linker misses a library of the executable.
 * @param {string} executable
 */
async function lacksLibraries(executable) {
  const { output } = await readCommand('ldd', [executable]);
  return output.includes('not found');
}

/**
 * @param {string} program
 * @returns {boolean}
 */
function isOnPath(program) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => existsSync(path.join(folder, program)));
}

/** @param {string} folder */
function holdsFont(folder) {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
  );
}

/** Whether this process can open windows: always, except on a Linux without a display server. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The name a package has in this release: since Debian 13 and Ubuntu 24.04 some libraries end in `t64`.
 * @param {string} name
 */
async function findReleaseName(name) {
  const { code, output } = await readCommand('apt-cache', ['show', '--no-all-versions', `${name}t64`]);
  return code === 0 && output !== '' ? `${name}t64` : name;
}

/**
 * Runs `apt-get install`, after a failure once more with fresh package lists.
 * @param {readonly string[]} packages
 * @returns {Promise<string>} what went wrong, empty if nothing
 */
async function installWithApt(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = async () => {
    const names = await Promise.all(packages.map(findReleaseName));
    const { code, errors } = await readCommand(
      'apt-get',
      ['install', '-qq', '-y', '--no-install-recommends', ...names],
      { env },
    );
    return code === 0 ? '' : errors;
  };
  if ((await install()) === '') return '';
  await readCommand('apt-get', ['update', '-qq'], { env });
  return install();
}

/**
 * On Linux, installs what the runtime needs from the system: shared libraries, a font, and Xvfb where there
 * is no display. Where it may not (not root, no apt-get) it fails with the command to run.
 * @param {string} executable the Electron executable
 * @param {Readonly<Record<string, string>>} programs what else is needed, each with the package it comes in
 */
export async function installSystemLibraries(executable, programs) {
  if (process.platform !== 'linux') return;
  const packages = choosePackages({
    libraries: await lacksLibraries(executable),
    display: !hasDisplay() && !isOnPath('Xvfb'),
    font: !['/usr/share/fonts', '/usr/local/share/fonts'].some(holdsFont),
    programs: Object.keys(programs).flatMap((program) =>
      isOnPath(program) ? [] : (programs[program] ?? []),
    ),
  });
  if (packages.length === 0) return;
  if (!isOnPath('apt-get')) {
    throw new SetupError(`Install what Debian calls ${packages.join(' ')}, then start again.`);
  }
  let problem = '';
  if (process.getuid?.() === 0) {
    console.log(`Installing system packages: ${packages.join(' ')}`);
    problem = await installWithApt(packages);
    if (problem === '') return;
  }
  const names = await Promise.all(packages.map(findReleaseName));
  throw new SetupError(
    `${problem}Some system packages are missing. Run this, then start again:\n` +
      `  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}`,
  );
}
