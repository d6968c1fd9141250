import { describe, expect, it } from 'vitest';
import { OutputError } from '../../../../../../main/node/cli/streams/output-error.ts';
import type { Pager } from '../../../../../../main/node/cli/streams/open-pager.ts';
import { createFakeEngine, makeSession, runWith, type CliTerminal } from '../../../../../fakes/cli-host.ts';

const engineOf = (count: number) =>
  createFakeEngine({ sessions: Array.from({ length: count }, (_, id) => makeSession({ sessionId: `session-${id}` })) });
const screen = { columns: 120, rows: 24 };

/** A pager that takes so many pieces of text before the person quits, or that a shell could not start. */
function createPager({ pieces = Infinity, isShown = true } = {}) {
  const seen = { text: '', opened: 0, ended: 0 };
  const open = (): Pager => {
    seen.opened += 1;
    return {
      async write(text) {
        pieces -= 1;
        if (pieces < 0) throw new OutputError(Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }));
        seen.text += text;
      },
      async end() {
        seen.ended += 1;
        return isShown;
      },
    };
  };
  return { seen, open };
}

const run = (args: readonly string[], terminal: CliTerminal | null, count = 100) =>
  runWith(engineOf(count), args, terminal);

describe('text on a terminal', () => {
  it('goes through the pager whole when it is longer than the screen', async () => {
    const { seen, open } = createPager();
    const paged = await run(['sessions'], { ...screen, pager: open });
    const direct = await run(['sessions', '--no-pager'], { ...screen, pager: open });
    expect(paged).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(seen).toEqual({ text: direct.stdout, opened: 1, ended: 1 });
    expect(direct.stdout.match(/session-/g)).toHaveLength(100);
  });

  it('stays where it is when all of it fits above the prompt', async () => {
    const { seen, open } = createPager();
    const { stdout } = await run(['sessions'], { ...screen, pager: open }, 5);
    const rows = stdout.split('\n').length;
    expect(seen.opened).toBe(0);
    await run(['sessions'], { ...screen, rows: rows - 1, pager: open }, 5);
    expect(seen.opened).toBe(1);
    // A line that the terminal breaks takes two rows.
    await run(['sessions', '--columns', 'session,project,models'], { columns: 10, rows, pager: open }, 5);
    expect(seen.opened).toBe(2);
  });

  it('can be quit early without an error, and keeps its exit code', async () => {
    const { seen, open } = createPager({ pieces: 1 });
    const quit = await run(['sessions'], { ...screen, pager: open }, 2_000);
    expect(quit).toMatchObject({ exitCode: 0, stdout: '', stderr: '' });
    expect(seen.ended).toBe(1);
    const failed = createFakeEngine({ sections: { scan: { ...noScan, phase: 'failed' } } });
    const { exitCode } = await runWith(failed, ['doctor'], {
      ...screen,
      rows: 2,
      pager: createPager({ pieces: 0 }).open,
    });
    expect(exitCode).toBe(1);
  });

  it('is written as it is when there is no pager, or none that works', async () => {
    const direct = await run(['sessions', '--no-pager'], screen);
    const pagers = [undefined, createPager({ isShown: false }).open, createPager({ isShown: false, pieces: 0 }).open];
    for (const pager of pagers) {
      const { exitCode, stdout, stderr } = await run(['sessions'], { ...screen, ...(pager && { pager }) });
      expect({ exitCode, stdout, stderr }).toEqual({ exitCode: 0, stdout: direct.stdout, stderr: '' });
    }
  });

  it('needs no pager in a default of the person', async () => {
    const { seen, open } = createPager();
    await run(['sessions'], { ...screen, pager: open, defaults: '{"all":{"no-pager":true}}' });
    expect(seen.opened).toBe(0);
  });
});

describe('what programs read', () => {
  it.each([
    ...['--json', '--csv', '--markdown', '--html'].map((form) => ['sessions', form]),
    ['call', 'sessions'],
    ['watch', '--once'],
  ])('never goes through the pager: %s %s', async (...args) => {
    const { seen, open } = createPager();
    const { stdout } = await run(args, { columns: 40, rows: 3, pager: open });
    expect(stdout.split('\n').length).toBeGreaterThan(3);
    expect(seen.opened).toBe(0);
  });

  it('does not in a pipe', async () => {
    expect((await run(['sessions'], null)).stdout.match(/session-/g)).toHaveLength(100);
  });
});

const noScan = { filesDone: 0, filesTotal: 0, bytesDone: 0, bytesTotal: 0, percent: 0 };
