import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claudeFile, claudeLine, appendInTwoWrites, writeLog } from '../../support/agent-logs.ts';
import { startTrayHost, type TrayHost } from '../../support/desktop/tray-host.ts';
import { toEnvironment } from '../../support/electron.ts';
import { providePackagedApp } from '../../support/packaged-app.ts';
import { hasTestDesktop } from '../../support/test-machine.ts';
import { waitUntil } from '../../support/wait-until.ts';

describe.runIf(hasTestDesktop)('code placed beside the archive of the packaged app', () => {
  let temporary: string;
  let desktop: TrayHost;

  beforeAll(async () => {
    temporary = await mkdtemp(join(tmpdir(), 'fuelgauge-loose-'));
    desktop = await startTrayHost();
    await cp((await providePackagedApp()).folder, join(temporary, 'app'), { recursive: true });
  });
  afterAll(async () => {
    desktop.close();
    await rm(temporary, { recursive: true, force: true, maxRetries: 10 });
  });

  it('does not run, even where node-notifier shows a notification', async () => {
    const marker = join(temporary, 'code-ran');
    await layCode(join(temporary, 'app', 'resources', 'app.asar.unpacked'), marker);
    const home = join(temporary, 'home');
    const data = join(temporary, 'data');
    await mkdir(data, { recursive: true });
    const settings = { plan: 'custom', customBlockLimit: { unit: 'tokens', value: 100_000 }, thresholdsPercent: [75] };
    await writeFile(join(data, 'settings.json'), JSON.stringify(settings));
    const nowMs = Date.now();
    await writeLog(claudeFile(home), [1, 2, 3].map((id) => claudeLine({ id, atMs: nowMs - 1_000 + id })).join(''));
    const shown = await installOldNotifySend(join(temporary, 'bin'));

    const rootOnly = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = [...rootOnly, '--disable-gpu', `--user-data-dir=${data}`, '--hidden'];
    const env = toEnvironment(home, { PATH: `${join(temporary, 'bin')}:/usr/bin:/bin` });
    const app = spawn(join(temporary, 'app', 'fuelgauge-app'), args, { env, cwd: home, stdio: 'ignore' });
    const exited = once(app, 'exit');
    try {
      const item = await desktop.waitForItem({ pid: app.pid ?? -1 });
      await item.waitForToolTip((tip) => tip.includes('tokens today'));
      await appendInTwoWrites(claudeFile(home), claudeLine({ id: 4, atMs: Date.now() }), 40);
      const isShown = () => existsSync(shown) && readFileSync(shown, 'utf8') !== '';
      await waitUntil('a notification', () => isShown() || existsSync(marker));
    } finally {
      app.kill('SIGKILL');
      await exited;
    }
    expect(existsSync(marker)).toBe(false);
    expect(await readFile(shown, 'utf8')).toContain('Claude');
  });
});

/** Replaces every existing script, and adds one wherever Node might look for one. */
async function layCode(folder: string, marker: string): Promise<void> {
  const found = await readdir(folder, { recursive: true });
  const likely = ['dist/main/index.js', 'dist/main/engine-worker.js', 'dist/preload/index.cjs'];
  const module = 'node_modules/node-notifier';
  const scripts = [...found.filter((name) => /\.[cm]?js$/.test(name)), ...likely, `${module}/index.js`];
  for (const script of scripts) {
    await mkdir(dirname(join(folder, script)), { recursive: true });
    await writeFile(
      join(folder, script),
      `process.getBuiltinModule('fs').writeFileSync(${JSON.stringify(marker)}, 'x');`,
    );
  }
  await writeFile(join(folder, module, 'package.json'), JSON.stringify({ name: 'node-notifier', main: 'index.js' }));
}

/** A notify-send without `--action`, so that node-notifier is used; returns the file to which it writes its arguments. */
async function installOldNotifySend(folder: string): Promise<string> {
  await mkdir(folder);
  const [program, shown] = [join(folder, 'notify-send'), join(folder, 'shown')];
  await writeFile(program, `#!/bin/sh\n[ "$1" = --help ] || printf '%s\\n' "$@" > '${shown}'\n`);
  await chmod(program, 0o755);
  return shown;
}
