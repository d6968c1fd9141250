import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openHookInbox } from '../../../../../../main/node/host/alerts/hook-inbox.ts';
import { createSessionGuard } from '../../../../../../main/node/host/alerts/session-guard.ts';
import { toHookFolder } from '../../../../../../main/node/hooks/hook-folder.ts';
import { appendSignal } from '../../../../../../main/node/hooks/signal-file.ts';
import { readStops } from '../../../../../../main/node/hooks/stop-file.ts';
import type { AlertIntent, GuardAction } from '../../../../../../shared/domain/alert-intent.ts';
import { makeTree } from '../../../../../fakes/cli-host.ts';
import { waitUntil } from '../../../../../support/wait-until.ts';

const logger = { debug: vi.fn(), info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const session = { source: 'claude-code', sessionId: 's-1', confidence: 'likely', evidence: 'folder' } as const;

function toIntent(action: GuardAction, level: 'soft' | 'hard' = 'hard'): AlertIntent {
  const parameters = { sessionId: 's-1', project: null, level, action, tokens: null };
  return {
    ...{ kind: 'guard', key: 'g', source: 'claude-code' },
    parameters: { ...parameters, costMicroUsd: 2, budgetMicroUsd: 1 },
  };
}

describe('createSessionGuard', () => {
  it('pauses every process of the session, of no other one, and none of a session that is only possible', async () => {
    const pauseProcesses = vi.fn(async () => ({ results: [] }));
    const ours = makeTree({ session });
    const rows = [
      ours,
      makeTree({ pid: 77, session: { ...session, sessionId: 's-2' } }),
      makeTree({ pid: 78, session: { ...session, confidence: 'possible' } }),
    ];
    const engine = { processes: async () => ({ generatedAtMs: 0, rows, orphans: [] }), pauseProcesses };
    const act = createSessionGuard({ engine, logger });
    act(toIntent('warn'));
    act(toIntent('pause', 'soft'));
    act(toIntent('pause'));
    await vi.waitFor(() => expect(pauseProcesses).toHaveBeenCalledTimes(1));
    const targets = ours.members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs }));
    expect(pauseProcesses).toHaveBeenCalledWith({ targets, isPaused: true });
  });

  it('leaves word for the hook that stops a session, and hears what hooks say', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'inbox-'));
    const inbox = openHookInbox(folder, () => 5_000, logger);
    const onChange = vi.fn();
    const dispose = inbox.onChange(onChange);
    const engine = { processes: vi.fn(), pauseProcesses: vi.fn() };
    createSessionGuard({ engine, hooks: inbox, logger })(toIntent('stop'));
    const places = toHookFolder(folder);
    expect(readStops(places.stops)).toEqual(['claude-code:s-1']);
    expect(engine.processes).not.toHaveBeenCalled();
    const signal = { source: 'codex', sessionId: 't', status: 'finished', reason: null, project: null } as const;
    appendSignal(places.signals, { ...signal, atMs: -9e9 });
    appendSignal(places.signals, { ...signal, atMs: 4_000 });
    await waitUntil('what a hook said', () => onChange.mock.calls.length > 0 && inbox.signals().length > 0);
    expect(inbox.signals()).toEqual([{ ...signal, atMs: 4_000 }]);
    dispose();
    await rm(folder, { recursive: true });
  });
});
