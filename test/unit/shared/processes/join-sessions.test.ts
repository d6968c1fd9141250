import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinSessions, type JoinableAgent, type JoinableSession } from '../../../../shared/processes/join-sessions.ts';

const startMs = Date.UTC(2026, 4, 1, 12);
const hourMs = 3_600_000;
const id = '0f3a2b1c-1111-4222-8333-944455566677';

function agent(pid: number, rest: Partial<JoinableAgent> = {}): JoinableAgent {
  const fixed = { source: 'claude-code', cwd: '/home/ada/site', args: [], forkOptions: [], openFiles: [] };
  return { pid, startedAtMs: startMs, ...fixed, ...rest };
}

function session(sessionId: string, rest: Partial<JoinableSession> = {}): JoinableSession {
  return {
    source: 'claude-code',
    sessionId,
    project: '/home/ada/site',
    firstAtMs: startMs + 60_000,
    lastAtMs: startMs + hourMs,
    ...rest,
  };
}

const join = (agents: readonly JoinableAgent[], sessions: readonly JoinableSession[]) =>
  Object.fromEntries(
    [...joinSessions(agents, sessions)].map(([pid, link]) => [pid, [link.sessionId, link.confidence, link.evidence]]),
  );

describe('joinSessions', () => {
  it('is certain of a log that the process holds open, wherever it runs', () => {
    const openFiles = ['/usr/lib/x.so', `/home/ada/.codex/sessions/2026/05/01/rollout-2026-05-01T12-00-00-${id}.jsonl`];
    expect(join([agent(1, { cwd: '/elsewhere', openFiles })], [session(id), session('another-session')])).toEqual({
      1: [id, 'certain', 'open-file'],
    });
  });

  it('takes the newest of several open logs, and is less sure', () => {
    const openFiles = ['/logs/session-aaaa/log', '/logs/session-bbbb/log'];
    const sessions = [session('session-aaaa', { lastAtMs: startMs + 2 * hourMs }), session('session-bbbb')];
    expect(join([agent(1, { openFiles })], sessions)).toEqual({ 1: ['session-aaaa', 'likely', 'open-file'] });
  });

  it('does not take a longer name for the session', () => {
    expect(join([agent(1, { cwd: null, openFiles: [`/logs/${id}0.jsonl`, `/logs/x${id}`] })], [session(id)])).toEqual(
      {},
    );
  });

  it.each([[['--resume', id]], [[`--session-id=${id}`]], [['resume', id, 'go on']]])(
    'is certain of an id on the command line: %s',
    (args) =>
      expect(join([agent(1, { cwd: null, args })], [session(id)])).toEqual({ 1: [id, 'certain', 'command-line'] }),
  );

  it('does not believe the id that a session is forked from, nor one within a prompt', () => {
    const forked = agent(1, { cwd: null, args: ['--resume', id, '--fork-session'], forkOptions: ['--fork-session'] });
    expect(join([forked], [session(id)])).toEqual({});
    expect(join([agent(1, { cwd: null, args: [`what was ${id} about?`] })], [session(id)])).toEqual({});
    expect(join([agent(1, { cwd: null, args: ['1'] })], [session('1')])).toEqual({});
  });

  it('is likely right about the only session in the only process of a folder', () => {
    expect(
      join([agent(1)], [session('first-session'), session('old-session', { lastAtMs: startMs - hourMs })]),
    ).toEqual({
      1: ['first-session', 'likely', 'folder'],
    });
    expect(join([agent(1, { cwd: '/home/ada/site/' })], [session('first-session')])).toHaveProperty('1');
  });

  it('says that it is only possible where there are several sessions or processes', () => {
    const sessions = [session('first-session'), session('second-session', { lastAtMs: startMs + 2 * hourMs })];
    expect(join([agent(1)], sessions)).toEqual({ 1: ['second-session', 'possible', 'folder'] });
    const younger = agent(2, { startedAtMs: startMs + hourMs });
    const later = session('second-session', { firstAtMs: startMs + hourMs + 1, lastAtMs: startMs + 2 * hourMs });
    expect(join([agent(1), younger], [session('first-session'), later])).toEqual({
      1: ['first-session', 'possible', 'folder'],
      2: ['second-session', 'possible', 'folder'],
    });
  });

  it('prefers a session that began in the process to one that was going on before', () => {
    const before = session('earlier-session', { firstAtMs: startMs - hourMs, lastAtMs: startMs + 3 * hourMs });
    expect(join([agent(1)], [before, session('begun-session')])).toEqual({
      1: ['begun-session', 'possible', 'folder'],
    });
  });

  it('does not take the session of an agent that ended just before in the same folder', () => {
    const ended = (beforeMs: number) => session(id, { firstAtMs: startMs - hourMs, lastAtMs: startMs - beforeMs });
    expect(join([agent(1)], [ended(20_000)])).toEqual({});
    // The system may say that it started a moment later than it did.
    expect(join([agent(1)], [ended(1_000)])).toHaveProperty('1');
  });

  it('leaves a session to the process that has better evidence', () => {
    const sure = agent(1, { args: ['--resume', id] });
    expect(join([agent(2), sure], [session(id)])).toEqual({ 1: [id, 'certain', 'command-line'] });
  });

  it('joins nothing of another agent, of another folder, or of none', () => {
    expect(join([agent(1, { source: 'codex' })], [session(id)])).toEqual({});
    expect(join([agent(1, { source: null, args: [id] })], [session(id)])).toEqual({});
    expect(join([agent(1, { cwd: '/home/ada' }), agent(2, { cwd: null })], [session(id)])).toEqual({});
    expect(join([agent(1)], [session(id, { project: null })])).toEqual({});
  });

  it('gives no session to two processes by their folder, whatever there is', () => {
    const anyAgent = fc.record({
      pid: fc.integer({ min: 2, max: 9 }),
      startedAtMs: fc.integer({ min: startMs - 9, max: startMs + 9 }),
    });
    const anySession = fc.record({
      name: fc.integer({ min: 0, max: 4 }),
      lastAtMs: fc.integer({ min: startMs, max: startMs + 9 }),
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(anyAgent, { selector: ({ pid }) => pid }),
        fc.uniqueArray(anySession, { selector: ({ name }) => name }),
        (agents, sessions) => {
          const links = joinSessions(
            agents.map(({ pid, startedAtMs }) => agent(pid, { startedAtMs })),
            sessions.map(({ name, lastAtMs }) => session(`session-${name}`, { lastAtMs })),
          );
          const used = [...links.values()].map(({ sessionId }) => sessionId);
          expect(new Set(used).size).toBe(used.length);
          expect(links.size).toBe(Math.min(agents.length, sessions.length));
        },
      ),
    );
  });
});
