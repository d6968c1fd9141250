import { describe, expect, it } from 'vitest';
import { createFakeEngine, makeOrphan, makeTree, runWith } from '../../../../../fakes/cli-host.ts';

const processes = [
  makeTree({ label: 'Small', pid: 1_000, rssBytes: 1_000_000, cpuRatio: 2 }),
  makeTree({ label: 'Large', pid: 2_000, rssBytes: 9_000_000_000, cpuRatio: 0.1 }),
];

/** Presses keys, one after each picture. */
function press(keys: readonly string[]) {
  const left = [...keys];
  return (pressKey: (key: string) => void, readStdout: () => string): void => {
    let seen = '';
    const poll = (): void => {
      if (readStdout() !== seen) {
        seen = readStdout();
        const key = left.shift();
        if (key === undefined) return;
        pressKey(key);
      }
      setImmediate(poll);
    };
    setImmediate(poll);
  };
}

/** The order of the agents in every picture. */
const ordersIn = (stdout: string): readonly string[] =>
  stdout
    .split('2 agents')
    .slice(1)
    .map((picture) => (picture.indexOf('Small') < picture.indexOf('Large') ? 'Small' : 'Large'));

describe('top', () => {
  it('sorts by the key that is pressed, and gives the cursor back when it is left', async () => {
    const engine = createFakeEngine({ processes });
    const { exitCode, stdout } = await runWith(engine, ['top'], {
      columns: 120,
      rows: 50,
      onKeys: press(['m', 'c', 'q']),
    });
    expect(exitCode).toBe(0);
    expect(ordersIn(stdout)).toEqual(['Small', 'Large', 'Small']);
    expect(stdout).toContain('2 agents, 6 processes, sorted by memory');
    expect(stdout.endsWith('\u001b[?25h')).toBe(true);
    expect(engine.calls.at(-1)).toBe('stop');
  });

  it('shows every process when t is pressed, and ends on Ctrl-C', async () => {
    const { stdout } = await runWith(createFakeEngine({ processes }), ['top'], {
      columns: 120,
      rows: 50,
      onKeys: press(['x', 't', '\u0003'].slice(1)),
    });
    const [first, second] = stdout.split('2 agents').slice(1);
    expect(first).not.toContain('MCP server');
    expect(second).toContain('MCP server');
    expect(stdout.endsWith('\u001b[?25h')).toBe(true);
  });

  it('shows everything on a terminal that does not know its rows', async () => {
    const onKeys = press(['q']);
    const { stdout } = await runWith(createFakeEngine({ processes }), ['top'], { columns: 0, rows: 0, onKeys });
    expect(stdout).toContain('Large');
  });

  it('gives the cursor back when it is interrupted', async () => {
    const { stdout } = await runWith(createFakeEngine({ processes }), ['top'], {
      onKeys: () => undefined,
      onListening: (interrupt) => setImmediate(interrupt),
    });
    expect(stdout.endsWith('\u001b[?25h')).toBe(true);
  });

  it('prints one picture into a pipe', async () => {
    const { exitCode, stdout } = await runWith(createFakeEngine({ orphans: [makeOrphan()] }), ['top']);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^0 agents, 0 processes, sorted by CPU\n/);
    expect(stdout).toContain('Left behind by agents that are gone');
    expect(stdout).not.toContain('\u001b');
  });
});
