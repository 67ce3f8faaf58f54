import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { npmCommand, root, runCommand, SetupError } from './command.mjs';

/**
 * @typedef {{ readonly version?: string, readonly optional?: boolean }} LockedPackage
 * @typedef {{ readonly packages: Readonly<Record<string, LockedPackage>> }} Lockfile
 */

/**
 * The places in node_modules that do not hold what package-lock.json asks for. Optional packages may be
 * absent, as npm leaves out those of other platforms.
 * @param {Lockfile} wanted package-lock.json
 * @param {Lockfile} installed node_modules/.package-lock.json, which npm writes after each installation
 * @returns {readonly string[]}
 */
export function findOutdatedPackages(wanted, installed) {
  return Object.entries(wanted.packages)
    .filter(([place, locked]) => {
      if (place === '') return false;
      const found = installed.packages[place];
      return found === undefined ? !locked.optional : found.version !== locked.version;
    })
    .map(([place]) => place);
}

/**
 * @param {string} file
 * @returns {Lockfile}
 */
function readLockfile(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { packages: {} };
}

/** Installs the npm packages if any is missing or not the one in package-lock.json. */
export async function installPackages() {
  const wanted = readLockfile(path.join(root, 'package-lock.json'));
  const installed = readLockfile(path.join(root, 'node_modules', '.package-lock.json'));
  const outdated = findOutdatedPackages(wanted, installed);
  if (outdated.length === 0) return;
  console.log(`Installing npm packages (${outdated.length} missing or out of date)`);
  const npm = npmCommand(['ci', '--loglevel=error']);
  const code = await runCommand(npm.file, npm.args, { shell: npm.shell });
  if (code !== 0) throw new SetupError('The npm packages could not be installed. Run `npm ci` to see why.');
}
