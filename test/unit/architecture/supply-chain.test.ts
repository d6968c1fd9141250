import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => ({
  name,
  text: read(`.github/workflows/${name}`),
}));
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

describe('the workflows', () => {
  it.each(workflows)('$name pins every action to a commit', ({ text }) => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1]);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([]);
  });

  it.each(workflows)('$name grants permissions per job only, and sets a time limit', ({ text }) => {
    expect(text).toMatch(/^permissions: \{\}$/m);
    const jobs = text
      .slice(text.indexOf('\njobs:\n'))
      .split(/^ {2}\w+:$/m)
      .slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    for (const job of jobs) {
      expect(job).toMatch(/^ {4}permissions:$/m);
      expect(job).toMatch(/^ {4}timeout-minutes: \d+$/m);
    }
  });
});

describe('the dependencies', () => {
  it('are pinned exactly', () => {
    const versions = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  // https://github.com/electron/electron/issues/53213
  it('contain an Electron whose Linux tray works', () => {
    const broken = ['43.3.0', '43.3.1', '43.4.0', '43.4.1', '43.4.2', '44.0.0'];
    expect(broken).not.toContain(manifest['devDependencies']?.['electron']);
  });
});

describe('the installers', () => {
  it('use the id that the app sets for itself on Windows', () => {
    const id = /^appId: (.+)$/m.exec(read('electron-builder.yml'))?.[1];
    expect(id).toBeDefined();
    expect(read('main/index.ts')).toContain(`'${id}'`);
  });

  it('start the app with its sandbox, also as an AppImage, whose older tools would remove it', () => {
    const config = read('electron-builder.yml');
    expect(/^toolsets:\n {2}appimage: (.+)$/m.exec(config)?.[1]).toMatch(/^1\./);
    expect(config.split('\n').filter((line) => !/^\s*#/.test(line) && line.includes('sandbox'))).toEqual([]);
  });
});

describe('the installed command line', () => {
  const config = read('electron-builder.yml');

  it('is on the PATH of every system, beside an app with another name', () => {
    expect(config).toMatch(/^ {2}executableName: fuelgauge-app$/m);
    expect(config).toContain('build/launchers/linux-path.sh=/usr/bin/fuelgauge');
    // On Windows, a folder that also held Fuelgauge.exe would start the app.
    expect(config).toContain('{ from: build/launchers/windows.cmd, to: bin/fuelgauge.cmd }');
    const installer = read('build/installer.nsh');
    const [, install, uninstall] = installer.split(/^!macro custom(?:Un)?Install$/m);
    expect(install).toContain('changePath add');
    expect(uninstall).toContain('changePath remove');
    expect(installer).toContain('"$INSTDIR\\bin\\windows-path.ps1"');
    expect(config).toContain('{ from: build/launchers/windows-path.ps1, to: bin/windows-path.ps1 }');
  });

  it('names files that are there, and can be run', () => {
    const launchers = [...config.matchAll(/build\/launchers\/[\w.-]+/g)].map(([path]) => path);
    expect(launchers).toHaveLength(5);
    for (const path of launchers) {
      expect(read(path)).not.toBe('');
      if (process.platform !== 'win32' && path.endsWith('.sh')) {
        expect(statSync(join(root, path)).mode & 0o111, path).not.toBe(0);
      }
    }
  });

  it('has a desktop entry and a window class named after the app', () => {
    expect(config).toMatch(/^ {2}desktopName: fuelgauge-app\.desktop$/m);
  });
});

describe('the nightly mutation tests', () => {
  it('cover every folder of shared', () => {
    const nightly = read('.github/workflows/nightly.yml');
    const folders = readdirSync(join(root, 'shared'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.filter(({ name }) => !new RegExp(`\\bshared/${name}\\b`).test(nightly))).toEqual([]);
    expect(nightly).toContain('main/node/store');
  });
});
