import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron } from 'playwright-core';
import type { ElectronApplication, Page } from 'playwright-core';
import { provideElectron } from '../../build/electron.ts';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { keepPageCoverage, recordPageCoverage } from './page-coverage.ts';
import { toTracedCommand } from './network/traced-sockets.ts';
import { waitUntil } from './wait-until.ts';

const CLOSE_LIMIT_MS = 15_000;
const screenshotFolder = join(repositoryRoot, 'test-results', 'screenshots');

/** How to launch. Whatever is missing is created in a temporary folder and removed by `close` or `kill`. */
export interface LaunchOptions {
  /** The person's home folder: HOME, and the XDG folders below it. */
  readonly home?: string;
  /** Electron's `userData` folder. */
  readonly data?: string;
  /** Added to a small clean environment; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Arguments for the app itself, such as `--hidden`. */
  readonly args?: readonly string[];
  /** The app's folder; by default the repository (and so the app in `dist/`). */
  readonly appFolder?: string;
  /** Runs the app under strace, which writes its use of sockets to this file (see `readSocketUses`). */
  readonly socketTrace?: string;
}

/** A running app with Playwright attached. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  /** The main process. */
  readonly pid: number;
  readonly home: string;
  readonly data: string;
  /** What the app has printed since Playwright attached, line by line. */
  readonly stdoutLines: readonly string[];
  readonly stderrLines: readonly string[];
  /** Waits for the window whose address contains `part`; resolves with it when it has loaded. */
  waitForWindow(part: string, timeoutMs?: number): Promise<Page>;
  /** Resolves with the exit code when the app has ended; null when a signal ended it. */
  waitForExit(timeoutMs?: number): Promise<number | null>;
  /** Quits the app as a person would (killed when that takes too long) and removes the temporary folders. */
  close(): Promise<void>;
  /** Ends the app at once, without a chance to save. */
  kill(): Promise<void>;
}

/** Launches the app on the available real Electron (see `provideElectron`); rejects when it does not start. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const { path } = await provideElectron();
  const temporary = await mkdtemp(join(tmpdir(), 'fuelgauge-app-'));
  const home = options.home ?? join(temporary, 'home');
  const data = options.data ?? join(temporary, 'data');
  await Promise.all([mkdir(home, { recursive: true }), mkdir(data, { recursive: true })]);
  const app = await _electron.launch({
    executablePath:
      options.socketTrace === undefined ? path : await writeTracingScript(temporary, path, options.socketTrace),
    chromiumSandbox: process.getuid?.() !== 0,
    args: ['--disable-gpu', `--user-data-dir=${data}`, options.appFolder ?? repositoryRoot, ...(options.args ?? [])],
    cwd: home,
    env: toEnvironment(home, options.env),
    timeout: 60_000,
  });
  const child = app.process();
  // A window may be gone before it can be queried.
  app.on('window', (page) => void recordPageCoverage(page).catch(() => undefined));
  const stdoutLines = collectLines(child.stdout);
  const stderrLines = collectLines(child.stderr);
  const exited = new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });
  const removeTemporary = (): Promise<void> => rm(temporary, { recursive: true, force: true, maxRetries: 10 });
  const killNow = async (): Promise<void> => {
    child.kill('SIGKILL');
    await exited;
  };

  return {
    app,
    pid: child.pid ?? -1,
    home,
    data,
    stdoutLines,
    stderrLines,
    async waitForWindow(part, timeoutMs) {
      const find = (): Page | undefined => app.windows().find((page) => page.url().includes(part));
      const page = await waitUntil(`a window of ${part}`, find, timeoutMs);
      await page.waitForLoadState('load');
      return page;
    },
    waitForExit: (timeoutMs = 60_000) =>
      Promise.race([
        exited,
        delay(timeoutMs, undefined, { ref: false }).then(() => {
          throw new Error(`the app still runs after ${timeoutMs} ms`);
        }),
      ]),
    async close() {
      await Promise.all(app.windows().map((page) => keepPageCoverage(page).catch(() => undefined)));
      const quit = app.close().catch(() => undefined);
      await Promise.race([Promise.all([quit, exited]), delay(CLOSE_LIMIT_MS, undefined, { ref: false })]);
      await killNow();
      await removeTemporary();
    },
    async kill() {
      await killNow();
      await removeTemporary();
    },
  };
}

/** Saves a screenshot of a page as `test-results/screenshots/<name>.png` and returns the file's path. */
export async function saveScreenshot(page: Page, name: string): Promise<string> {
  const path = join(screenshotFolder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  return path;
}

/**
 * The environment of an app under test: only what a desktop session needs, with `home` as the user's home folder, so
 * that the developer's own agents and settings have no effect.
 */
export function toEnvironment(
  home: string,
  extra: Readonly<Record<string, string | undefined>> = {},
): Record<string, string> {
  const kept = [
    ...['PATH', 'DISPLAY', 'XAUTHORITY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'SystemRoot', 'TEMP'],
    // Set while coverage is recorded.
    'NODE_V8_COVERAGE',
  ];
  const environment: Record<string, string | undefined> = {
    ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
    HOME: home,
    USERPROFILE: home,
    APPDATA: join(home, 'AppData', 'Roaming'),
    LOCALAPPDATA: join(home, 'AppData', 'Local'),
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local', 'share'),
    LANG: 'en_US.UTF-8',
    TZ: 'UTC',
    ...extra,
  };
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** Playwright adds its own arguments right after the executable, so strace must look like one. */
async function writeTracingScript(folder: string, program: string, traceFile: string): Promise<string> {
  const words = toTracedCommand(traceFile, [program]).map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const script = join(folder, 'traced-electron');
  await writeFile(script, `#!/bin/sh\nexec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  return script;
}

function collectLines(stream: Readable | null): readonly string[] {
  const lines: string[] = [];
  if (stream !== null) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  return lines;
}
