import { describe, expect, it } from 'vitest';
import { createFakeEngine, makeTree, runWith, type FakeAnswers } from '../../../../../fakes/cli-host.ts';

const link = { source: 'claude-code', confidence: 'certain', evidence: 'command-line' } as const;
const processes = [
  makeTree({ session: { ...link, sessionId: '0f3a2b1c-1111' } }),
  makeTree({ session: { ...link, sessionId: '0f3a2b1c-2222' }, pid: 77 }),
];

async function run(args: readonly string[], more: FakeAnswers = {}) {
  const engine = createFakeEngine({ processes, ...more });
  return {
    ...(await runWith(engine, ['open', ...args])),
    asked: engine.calls.filter((call) => call.startsWith('terminal')),
  };
}

describe('open', () => {
  it.each(['0f3a2b1c-2222', '0f3a2b1c-2', '77'])('shows the terminal of the session %s', async (name) => {
    const { exitCode, stdout, asked } = await run([name]);
    expect([exitCode, stdout, asked]).toEqual([0, 'The session is in front now, in kitty.\n', ['terminal 77']]);
  });

  it('asks nothing when several sessions or none may be meant', async () => {
    const several = await run(['0f3a']);
    expect(several).toMatchObject({ exitCode: 1, asked: [] });
    expect(several.stdout).toContain('0f3a2b1c-1111');
    expect(several.stdout).toContain('0f3a2b1c-2222');
    expect(await run(['other'])).toMatchObject({ exitCode: 1, asked: [] });
  });

  it('says how to get to a session that no window shows, and fails', async () => {
    const terminal = { outcome: 'detached', terminal: 'tmux', attach: "tmux attach -t '$1'" } as const;
    const text = await run(['77'], { terminal });
    expect([text.exitCode, text.stdout]).toEqual([
      1,
      "No window shows this tmux session. Attach to it: tmux attach -t '$1'\n",
    ]);
    const json = await run(['77', '--json'], { terminal });
    expect(JSON.parse(json.stdout)).toEqual({
      ...{ schema: 'fuelgauge.open.v1', pid: 77, sessionId: '0f3a2b1c-2222' },
      ...terminal,
    });
  });
});
