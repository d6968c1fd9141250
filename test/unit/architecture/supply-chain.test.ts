import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly environment?: string;
  readonly env?: unknown;
  readonly strategy?: { readonly matrix: Readonly<Record<string, unknown>> };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = resolve(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const workflows = readdirSync(join(root, '.github/workflows')).map((name) => ({
  name,
  text: read(`.github/workflows/${name}`),
  workflow: parse(read(`.github/workflows/${name}`)) as Workflow,
}));
const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

describe('the workflows', () => {
  it.each(workflows)('$name pins every action to a commit', ({ text }) => {
    const uses = [...text.matchAll(/uses: (.*)$/gm)].map((match) => match[1]);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((action) => !/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual([]);
  });

  it.each(workflows)(
    '$name grants permissions per job only, sets a time limit, and names what exists',
    ({ workflow }) => {
      expect(workflow.permissions).toEqual({});
      const jobs = Object.entries(workflow.jobs);
      expect(jobs.length).toBeGreaterThan(0);
      for (const [name, job] of jobs) {
        expect(Object.keys(job.permissions ?? {}), name).not.toEqual([]);
        expect(job['timeout-minutes'], name).toBeTypeOf('number');
        for (const step of job.steps) {
          for (const [, script = ''] of (step.run ?? '').matchAll(/npm run ([\w:]+)/g)) {
            expect(Object.keys(manifest['scripts'] ?? {}), step.run).toContain(script);
          }
          for (const [file] of (step.run ?? '').matchAll(/\b(?:build|test)\/[\w./-]+\.(?:ps1|sh|ts)\b/g)) {
            expect(existsSync(join(root, file)), file).toBe(true);
          }
        }
      }
    },
  );

  it.each(workflows)('$name puts no text of others into a script', ({ workflow }) => {
    const scripts = Object.values(workflow.jobs).flatMap(({ steps }) => steps.map(({ run }) => run ?? ''));
    const inserted = scripts.flatMap((script) =>
      [...script.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g)].map(([, what]) => what),
    );
    // Both are ours alone.
    expect(inserted.filter((what) => !/^(matrix\.paths|env\.IS_RELEASE == 'true' && .*)$/.test(what ?? ''))).toEqual(
      [],
    );
  });

  it('write to the repository in one job alone, which runs nothing of it', () => {
    const writing = workflows.flatMap(({ workflow }) =>
      Object.entries(workflow.jobs).filter(([, { permissions }]) => permissions?.['contents'] === 'write'),
    );
    expect(writing.map(([name]) => name)).toEqual(['draft']);
    for (const [, { steps }] of writing) {
      expect(steps.map(({ uses }) => uses).filter((uses) => uses !== undefined)).toEqual([]);
      expect(steps.map(({ run }) => run).join('\n')).not.toMatch(/\b(npm|npx|node|build)\b/);
    }
  });

  it('give secrets to the steps that sign, and sign every release', () => {
    const isSigning = (step: Step): boolean => JSON.stringify(step).includes('secrets.');
    const steps = workflows.flatMap(({ name, workflow }) =>
      Object.values(workflow.jobs).flatMap((job) => job.steps.filter(isSigning).map((step) => ({ name, step, job }))),
    );
    expect(steps.map(({ name, step }) => `${name}: ${step.name}`)).toEqual([
      "release.yml: Write the key for Apple's notary service",
      'release.yml: Build and sign the installers',
    ]);
    expect(
      steps.every(({ job }) => job.environment === 'release' && !JSON.stringify(job.env ?? {}).includes('secrets')),
    ).toBe(true);
    expect(steps[1]?.step.run).toContain("env.IS_RELEASE == 'true' && '--release'");
  });

  it('try the installed app on every system that is promised', () => {
    const jobs: Workflow['jobs'] = workflows.find(({ name }) => name === 'platforms.yml')?.workflow.jobs ?? {};
    expect(jobs['macos']?.strategy?.matrix['os']).toEqual(['macos-14', 'macos-15', 'macos-26']);
    expect(jobs['windows']?.strategy?.matrix['os']).toEqual(['windows-2022', 'windows-2025']);
    const desktops = jobs['desktops']?.strategy?.matrix['include'] as readonly { readonly desktop: string }[];
    expect(desktops.map(({ desktop }) => desktop)).toEqual(['GNOME', 'KDE', 'Sway']);
    for (const name of ['macos', 'windows', 'linux']) {
      expect(JSON.stringify(jobs[name]), name).toContain('installed-command.test.ts');
      expect(JSON.stringify(jobs[name]), name).toContain('FUELGAUGE_INSTALLED');
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
