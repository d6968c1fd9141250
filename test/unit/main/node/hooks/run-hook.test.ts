import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toHookFolder } from '../../../../../main/node/hooks/hook-folder.ts';
import { runHook } from '../../../../../main/node/hooks/run-hook.ts';
import { appendSignal, maxSignalBytes, parseSignals } from '../../../../../main/node/hooks/signal-file.ts';
import { addStop, liftStops, readStops } from '../../../../../main/node/hooks/stop-file.ts';
import { readSmallFile } from '../../../../../main/node/statusline/small-files.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'hooks-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const hear = (agent: string, payload: object, atMs = 1_000): void =>
  runHook([agent, '--data', folder, JSON.stringify(payload)], atMs);
const claude = (event: string, rest: object = {}): object => ({
  ...{ session_id: 's-1', cwd: '/home/ada/loom', hook_event_name: event, ...rest },
});
const readSignals = (file: string) => parseSignals(readSmallFile(file, maxSignalBytes) ?? '');
const heard = () => readSignals(toHookFolder(folder).signals).map(({ status, reason }) => [status, reason]);

describe('runHook', () => {
  it('notes what the events of Claude Code mean, and nothing of what was written', () => {
    hear('claude-code', claude('UserPromptSubmit', { prompt: 'TOP-SECRET' }));
    hear('claude-code', claude('Notification', { notification_type: 'idle_prompt', message: 'TOP-SECRET' }));
    hear('claude-code', claude('PermissionRequest', { tool_input: { command: 'TOP-SECRET' } }));
    hear('claude-code', claude('Stop', { background_tasks: [], last_assistant_message: 'TOP-SECRET' }));
    hear('claude-code', claude('StopFailure', { error: 'rate_limit' }));
    hear('claude-code', claude('StopFailure', { error: 'constructor' }));
    expect(heard()).toEqual([
      ['working', null],
      ['waiting', 'input'],
      ['waiting', 'permission'],
      ['finished', null],
      ['failed', 'limit'],
      ['failed', 'other'],
    ]);
    expect(readFileSync(toHookFolder(folder).signals, 'utf8')).not.toContain('SECRET');
  });

  it('does not say that a session has finished while its tasks go on, and ignores what it does not know', () => {
    hear('claude-code', claude('Stop', { background_tasks: [{ id: 1 }] }));
    hear('claude-code', claude('Notification', { notification_type: 'auth_success' }));
    hear('claude-code', { hook_event_name: 'Stop' });
    hear('claude-code', claude('Unknown'));
    hear('nobody', claude('Stop'));
    hear('codex', { type: 'other', 'thread-id': 't' });
    expect(heard()).toEqual([]);
  });

  it('notes a limit that stopped a turn where the ledger reads it, and no text', () => {
    const file = path.join(folder, 'hook-limits', 'claude-code-limits.jsonl');
    const atMs = Date.parse('2026-05-04T09:00:00Z');
    const fail = (text: string): void =>
      hear('claude-code', claude('StopFailure', { error: 'rate_limit', last_assistant_message: text }), atMs);
    fail('API Error: TOP-SECRET');
    expect(existsSync(file)).toBe(false);
    fail("You've hit your session limit · resets 12pm (UTC)");
    fail("You've hit your weekly limit · resets May 6 at 3pm (UTC)");
    const noted = { schema: 'fuelgauge.hook-limit.v1', atMs, model: null };
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { ...noted, windowMinutes: 300, resetsAtMs: atMs + 3 * 3_600_000 },
      { ...noted, windowMinutes: 10_080, resetsAtMs: atMs + 54 * 3_600_000 },
    ]);
    expect(heard()).toEqual(Array.from({ length: 3 }, () => ['failed', 'limit']));
  });

  it('hears Codex', () => {
    hear('codex', { type: 'agent-turn-complete', 'thread-id': 't-1', cwd: '/x', 'last-assistant-message': 'SECRET' });
    expect(readSignals(toHookFolder(folder).signals)).toEqual([
      { source: 'codex', sessionId: 't-1', status: 'finished', reason: null, project: '/x', atMs: 1_000 },
    ]);
  });

  it('hears the hooks of Codex, and nothing of what was written', () => {
    const codex = (event: string, rest: object = {}) =>
      hear('codex', { session_id: 't-1', cwd: '/x', hook_event_name: event, ...rest });
    codex('SessionStart', { source: 'startup' });
    codex('UserPromptSubmit', { prompt: 'SECRET' });
    codex('PermissionRequest', { tool_input: { command: 'SECRET' } });
    codex('PreToolUse', { tool_input: { command: 'SECRET' } });
    codex('Stop', { stop_hook_active: true });
    codex('PostCompact');
    codex('Stop', { stop_hook_active: false, last_assistant_message: 'SECRET' });
    expect(heard()).toEqual([
      ['working', null],
      ['working', null],
      ['waiting', 'permission'],
      ['working', null],
      ['finished', null],
    ]);
    expect(readFileSync(toHookFolder(folder).signals, 'utf8')).not.toContain('SECRET');
  });

  it('stops a session as a real process would, at its next step only, until it is lifted', () => {
    const { stops } = toHookFolder(folder);
    const ask = (event: string, sessionId = 's-1'): string =>
      execFileSync(process.execPath, ['main/cli.ts', 'hook', 'claude-code', '--data', folder], {
        input: JSON.stringify({ ...claude(event), session_id: sessionId }),
        encoding: 'utf8',
      });
    expect(addStop(stops, 'claude-code:s-1')).toBe(true);
    expect(JSON.parse(ask('PreToolUse'))).toMatchObject({ continue: false });
    expect(ask('Stop')).toBe('');
    expect(liftStops(stops, 's-1')).toEqual(['claude-code:s-1']);
    expect(liftStops(stops, 's-1')).toEqual([]);
    expect(ask('PreToolUse')).toBe('');
  });
});

describe('files of hooks', () => {
  it('keeps the end of a file that has grown, and skips what is malformed', () => {
    const file = toHookFolder(folder).signals;
    const signal = {
      source: 'codex',
      sessionId: 's',
      status: 'working',
      reason: null,
      project: 'x'.repeat(400),
    } as const;
    for (let atMs = 1; atMs <= 1_000; atMs += 1) appendSignal(file, { ...signal, atMs });
    writeFileSync(file, 'not json\n{"source":1}\n', { flag: 'a' });
    const kept = readSignals(file);
    expect(kept.at(-1)?.atMs).toBe(1_000);
    expect(kept.length).toBeLessThan(500);
    expect(kept.length).toBeGreaterThanOrEqual(200);
  });

  it.skipIf(process.platform === 'win32')('is not kept waiting by a pipe', () => {
    const file = path.join(folder, 'pipe');
    execFileSync('mkfifo', [file]);
    expect(
      appendSignal(file, { source: 'a', sessionId: 's', status: 'working', reason: null, project: null, atMs: 1 }),
    ).toBe(false);
    expect([readSignals(file), readStops(file)]).toEqual([[], []]);
  });
});
