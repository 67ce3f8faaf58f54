import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** A fuse is one character in the program. */
const on = '1'.charCodeAt(0);
const off = '0'.charCodeAt(0);

/**
 * The switches inside the packaged program, by the name electron-builder.yml gives them: nobody turns the app into a
 * Node or attaches to it, and it loads nothing but its own archive. Only macOS and Windows check the archive's
 * integrity; on Linux that switch does nothing.
 * @type {Readonly<Record<string, boolean>>}
 */
export const wantedFuses = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
};

/**
 * Reads the fuses back from a packaged program.
 * @param {string} executable the program, on macOS also the `.app`
 * @returns {Promise<readonly string[]>} what is wrong, empty when all is as wanted
 */
export async function findWrongFuses(executable) {
  const wire = await getCurrentFuseWire(executable);
  return Object.entries(wantedFuses).flatMap(([name, wanted]) => {
    const option = /** @type {keyof typeof FuseV1Options} */ (name.charAt(0).toUpperCase() + name.slice(1));
    const state = wire[FuseV1Options[option]];
    return state === (wanted ? on : off) ? [] : [`${option} should be ${wanted ? 'on' : 'off'}`];
  });
}
