import type { ElectronApplication } from 'playwright-core';
import { waitUntil } from '../../support/wait-until.ts';

/** When a window was seen first, and when its page had painted each thing that was looked for: UTC milliseconds. */
export interface WindowMarks {
  readonly shownAtMs: number;
  readonly paintedAtMs: Readonly<Record<string, number>>;
}

/** What to look for in a page: expressions that are true once it is there, by name. */
export type Wanted = Readonly<Record<string, string>>;

/** The promise of a page: the end of the frame in which each thing was first there, which the next frame follows. */
function toScript(wanted: Wanted): string {
  const looks = Object.entries(wanted).map(([name, found]) => `${JSON.stringify(name)}: () => ${found}`);
  return `new Promise((done) => {
    const looks = {${looks.join(', ')}}, painted = {};
    const look = () => requestAnimationFrame(() => {
      for (const [name, find] of Object.entries(looks)) {
        if (!(name in painted) && find()) { painted[name] = 0; requestAnimationFrame(() => (painted[name] = Date.now())); }
      }
      if (Object.keys(looks).every((name) => painted[name] > 0)) done(painted); else look();
    });
    look();
  })`;
}

/** Watches the windows that the app opens from now on. */
export async function markNewWindows(app: ElectronApplication, wanted: Wanted): Promise<void> {
  await app.evaluate(({ app: electron }, script) => {
    electron.on('browser-window-created', (_event, window) => {
      const marks = { shownAtMs: 0, paintedAtMs: null as unknown };
      Object.assign(globalThis, { benchMarks: marks });
      window.on('show', () => (marks.shownAtMs ||= Date.now()));
      window.webContents.once('dom-ready', () => {
        void window.webContents.executeJavaScript(script).then((painted) => (marks.paintedAtMs = painted));
      });
    });
  }, toScript(wanted));
}

/** Watches for the next time that the only window, which is hidden, is shown, and for its first frame then. */
export async function markNextShow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const marks = { shownAtMs: 0, paintedAtMs: null as unknown };
    Object.assign(globalThis, { benchMarks: marks });
    const window = BrowserWindow.getAllWindows()[0];
    window?.once('show', () => {
      marks.shownAtMs = Date.now();
      const script =
        'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))))';
      void window.webContents.executeJavaScript(script).then((again: unknown) => (marks.paintedAtMs = { again }));
    });
  });
}

/** The marks of the window watched last, once it is shown and all is painted. */
export function readMarks(app: ElectronApplication): Promise<WindowMarks> {
  return waitUntil(
    'the window to be shown and painted',
    async () => {
      // A promise of the main process may be collected before it is answered; it is asked again.
      const asked = app.evaluate(
        () =>
          (globalThis as { benchMarks?: { shownAtMs: number; paintedAtMs: Record<string, number> | null } }).benchMarks,
      );
      const marks = await asked.catch(() => undefined);
      if (marks === undefined || marks.shownAtMs === 0 || marks.paintedAtMs === null) return false;
      return { shownAtMs: marks.shownAtMs, paintedAtMs: marks.paintedAtMs };
    },
    60_000,
  );
}

/** From a click until a person sees something: the window is there, and so is what was looked for. */
export function toSeenMs(clickedAtMs: number, marks: WindowMarks, name: string): number {
  const painted = marks.paintedAtMs[name];
  if (painted === undefined) throw new Error(`${name} was not looked for`);
  return Math.max(marks.shownAtMs, painted) - clickedAtMs;
}
