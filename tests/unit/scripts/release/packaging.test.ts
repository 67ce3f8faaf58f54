import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { wantedFuses } from '../../../../scripts/release/fuses.mjs';
import { root } from '../../../../scripts/setup/command.mjs';

interface Packaging {
  readonly asar: boolean;
  readonly publish: null;
  readonly electronFuses: Readonly<Record<string, boolean>>;
  readonly electronLanguages: readonly string[];
  readonly extraResources: readonly { readonly to: string }[];
  readonly fileAssociations: readonly { readonly ext: string; readonly mimeType: string }[];
  readonly linux: { readonly target: readonly string[] };
  readonly mac: { readonly hardenedRuntime: boolean; readonly target: readonly object[] };
  readonly win: { readonly target: string; readonly requestedExecutionLevel: string };
  readonly nsis: Readonly<Record<string, unknown>>;
}

const packaging = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as Packaging;

describe('electron-builder.yml', () => {
  it('switches the fuses as they are wanted, and reads them back by the same list', () => {
    const { resetAdHocDarwinSignature, ...fuses } = packaging.electronFuses;
    expect(fuses).toEqual(wantedFuses);
    expect(resetAdHocDarwinSignature).toBe(true);
    expect(wantedFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      onlyLoadAppFromAsar: true,
      enableEmbeddedAsarIntegrityValidation: true,
    });
    expect(packaging.asar).toBe(true);
  });

  it('installs for one person, without an administrator', () => {
    expect(packaging.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
    });
    expect(packaging.nsis['deleteAppDataOnUninstall']).toBe(false);
    expect(packaging.win).toMatchObject({ target: 'nsis', requestedExecutionLevel: 'asInvoker' });
  });

  it('packs for the three systems, publishes nothing by itself, and opens projects', () => {
    expect(packaging.linux.target).toEqual(['AppImage', 'deb', 'tar.gz']);
    expect(packaging.mac).toMatchObject({
      hardenedRuntime: true,
      target: [{ target: 'dmg', arch: 'universal' }],
    });
    expect(packaging.publish).toBeNull();
    expect(packaging.fileAssociations).toMatchObject([
      { ext: 'triptych', mimeType: 'application/x-triptych' },
    ]);
  });

  it('gives the sample and the licences along, and only the languages of the interface', () => {
    expect(packaging.extraResources.map(({ to }) => to)).toEqual(['sample', 'licences.txt']);
    expect(packaging.electronLanguages).toEqual(['en-GB', 'en-US', 'ru']);
  });

  it('has the icon of every system', () => {
    for (const icon of ['icon.ico', 'icon.icns', 'icons/16x16.png', 'icons/512x512.png'])
      expect(existsSync(join(root, 'resources', icon)), icon).toBe(true);
  });
});

describe('the workflows', () => {
  it('use actions by their commit, and may write only where they publish', () => {
    const text = readFileSync(join(root, '.github', 'workflows', 'release.yml'), 'utf8');
    const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(4);
    for (const action of uses) expect(action).toMatch(/@[0-9a-f]{40}$/);
    const workflow = parse(text) as {
      permissions: object;
      jobs: Readonly<Record<string, { permissions?: object; needs?: string; if?: string }>>;
    };
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const writing = Object.entries(workflow.jobs).filter(([, job]) => job.permissions);
    expect(writing.map(([name, { needs, if: only }]) => [name, needs, only])).toEqual([
      ['publish', 'package', "startsWith(github.ref, 'refs/tags/v')"],
    ]);
    expect(workflow.jobs['package']?.needs).toBe('test');
  });
});
