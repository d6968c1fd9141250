import { describe, expect, it } from 'vitest';
import { claudeCodeHookLimits, hookLimitsStream } from '../../../../../shared/sources/claude-code/hook-limits.ts';
import { isClaudeCodeLog } from '../../../../../shared/sources/claude-code/paths.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const failure = (rest: object) => ({ hook_event_name: 'StopFailure', error: 'rate_limit', ...rest });
const note = (rest: object) => claudeCodeHookLimits.read(failure(rest), atMs);
const readBack = (noted: unknown) =>
  limitsInShort(hookLimitsStream.createReader('', null).read(toTextLine(JSON.stringify(noted))));

describe('what the hook StopFailure says of a limit', () => {
  it.each([
    ["You've hit your session limit · resets 12pm (UTC)", ['5h', 100, '2026-05-04T12:00']],
    ["You've hit your weekly limit · resets May 6 at 3:30pm (UTC)", ['7d', 100, '2026-05-06T15:30']],
    ["You've reached your Opus limit · resets May 6 at 3pm (UTC)", ['7d opus', 100, '2026-05-06T15:00']],
    ['Claude AI usage limit reached|1777896000', ['5h', 100, '2026-05-04T12:00']],
  ])('is a reading: %s', (text, reading) => {
    expect(readBack(note({ last_assistant_message: text }))).toEqual([reading]);
    expect(readBack(note({ last_assistant_message: 'API Error', error_details: text }))).toEqual([reading]);
  });

  it('is in the log, of an account that nobody names, and keeps no text', () => {
    const noted = note({ last_assistant_message: "You've hit your session limit · resets 12pm (UTC)", cwd: '/secret' });
    expect(noted).toEqual({
      ...{ schema: 'fuelgauge.hook-limit.v1', atMs, windowMinutes: 300, model: null },
      resetsAtMs: Date.parse('2026-05-04T12:00:00Z'),
    });
    const [record] = hookLimitsStream.createReader('', null).read(toTextLine(JSON.stringify(noted)));
    expect(record).toMatchObject({
      reading: { origin: 'log', observedAtMs: atMs, id: { account: null, name: 'claude' } },
    });
  });

  it.each([
    failure({ last_assistant_message: 'API Error: Rate limit reached' }),
    failure({ last_assistant_message: "You've hit your session limit · resets 3pm" }),
    failure({ last_assistant_message: 7, error_details: [] }),
    // Further ahead than such a window is long.
    failure({ last_assistant_message: "You've hit your session limit · resets 11pm (UTC)" }),
    failure({}),
    {
      ...failure({ last_assistant_message: "You've hit your session limit · resets 12pm (UTC)" }),
      error: 'overloaded',
    },
    {
      ...failure({ last_assistant_message: "You've hit your session limit · resets 12pm (UTC)" }),
      hook_event_name: 'Stop',
    },
  ])('is nothing where none is named with a reset: %j', (payload) => {
    expect(claudeCodeHookLimits.read(payload, atMs)).toBeNull();
  });

  it.each([
    [{ atMs: 'x' }, ['no-timestamp']],
    [{ windowMinutes: 299 }, ['limit-without-reset']],
    [{ resetsAtMs: null }, ['limit-without-reset']],
    [{ schema: 'fuelgauge.hook-limit.v2' }, []],
  ])('is counted or left where a line was changed: %j', (change, expected) => {
    const noted = note({ last_assistant_message: "You've hit your session limit · resets 12pm (UTC)" });
    expect(readBack({ ...noted, ...change })).toEqual(expected);
  });

  it('has files of its own, which are no transcripts', () => {
    for (const name of ['claude-code-limits.jsonl', 'claude-code-limits.1.jsonl']) {
      expect([hookLimitsStream.matches(name), isClaudeCodeLog(name)]).toEqual([true, false]);
    }
    expect(hookLimitsStream.matches('signals.jsonl')).toBe(false);
  });

  it('has independent lines, so its reader keeps no state', () => {
    expect(hookLimitsStream.createReader('', null).state()).toBeNull();
  });
});
