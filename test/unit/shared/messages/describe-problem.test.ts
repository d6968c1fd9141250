import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { createProblem, type ProblemId, type ProblemParameters } from '../../../../shared/domain/problem.ts';
import { createMessages } from '../../../../shared/messages/catalogue.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { translateMessages } from '../../../../shared/messages/load-messages.ts';

const messages = createMessages();
const nowMs = Date.UTC(2026, 4, 1);
const sentence = <Id extends ProblemId>(id: Id, parameters: ProblemParameters[Id]): string =>
  describeProblem(createProblem<Id>(id, parameters), messages, nowMs);

describe('describeProblem', () => {
  it.each([
    [{ carriedOver: 1, lost: 0, hasRollups: true }, '1 response was carried over. Logs'],
    [
      { carriedOver: 1_280, lost: 20, hasRollups: true },
      '1,280 responses were carried over; 20 could not be read. Logs',
    ],
    [
      { carriedOver: 80, lost: null, hasRollups: true },
      '80 responses were carried over; how many were lost is unknown.',
    ],
    [{ carriedOver: 80, lost: 0, hasRollups: false }, 'its sums of older responses could not be read.'],
    [null, 'Nothing in it could be read.'],
  ])('says what was recovered from a damaged ledger: %j', (salvage, text) => {
    const described = sentence('ledger-corrupt', { setAsidePath: '/data/ledger.corrupt.db', salvage });
    expect(described).toContain('kept as /data/ledger.corrupt.db.');
    expect(described).toContain(text);
  });

  it.each([
    [
      'memory',
      null,
      'what Fuelgauge still had of it and from the logs. Other usage is missing unless its logs still exist.',
    ],
    [
      'memory-and-copy',
      1,
      'what Fuelgauge still had of it, its copy, 1 hour old, and the logs. Usage since that copy may',
    ],
    [
      'copy',
      20,
      'its copy, 20 hours old, and from the logs. Usage since that copy is missing unless its logs still exist.',
    ],
    ['other', null, 'what was written there and from the logs. Other usage is missing unless its logs still exist.'],
    ['logs', null, 'the logs. Usage is missing unless its logs still exist.'],
  ] as const)('says what an overwritten ledger was rebuilt from: %s', (rebuiltFrom, copyAgeHours, text) => {
    const described = sentence('ledger-overwritten', { setAsidePath: '/data/other.db', rebuiltFrom, copyAgeHours });
    expect(described).toContain(`It was rebuilt from ${text}`);
    expect(described).toContain('kept as /data/other.db.');
  });

  it('says that an engine that stopped may read again by itself, and after how long to restart it', () => {
    expect(sentence('engine-stopped', { detail: 'out of memory' })).toBe(
      'Fuelgauge stopped reading the logs because of an error (out of memory). If it does not read them again by itself ' +
        'within five minutes, restart it; its log file has the details.',
    );
  });

  it('says of a stored value what is wrong in plain words: missing, not known, or not allowed', () => {
    const setting = 'popover';
    const described = sentence('settings-values', {
      complaints: [
        { setting, place: 'order', expected: '"order": []', received: 'undefined' },
        { setting, place: 'hue', expected: 'never', received: '"hue"' },
        { setting: 'priceOverrides', place: '0.model', expected: null, received: 'undefined' },
        { setting: 'theme', place: null, expected: '"light" | "dark"', received: '"pink"' },
      ],
    });
    for (const part of [
      'popover.order is missing (add "order": [], for example)',
      'popover.hue is not known here',
      'priceOverrides.0.model is missing;',
      'theme is "pink" (expected "light" | "dark")',
    ]) {
      expect(described).toContain(part);
    }
  });

  it('says what to do when the ledger cannot be written or opened', () => {
    expect(sentence('ledger-write', { folder: '/data', failure: { kind: 'disk-full' } })).toBe(
      'The disk is full: Fuelgauge cannot write its ledger in /data. Free some space; Fuelgauge then resumes automatically.',
    );
    expect(sentence('ledger-unusable', { folder: '/data', failure: { kind: 'disk-full' } })).toContain(
      'start Fuelgauge',
    );
    expect(sentence('ledger-unusable', { folder: '/data', failure: { kind: 'other', detail: 'disk I/O' } })).toBe(
      'Fuelgauge cannot use its ledger in /data: disk I/O',
    );
  });

  it.each([
    [1, 3.9, 'Claude Code will delete 1 unread log in 3 days. Resume'],
    [2, 1, 'Claude Code will delete 2 unread logs in 1 day. Resume'],
    [2, 0.9, 'Claude Code will delete 2 unread logs within a day. Resume'],
    [2, 0, 'Claude Code will delete 2 unread logs the next time it starts. Resume'],
  ])('says when %d logs will be gone, %d days ahead', (logs, daysAhead, text) => {
    const deletesAtMs = nowMs + daysAhead * dayMs;
    const described = sentence('expiring-logs', { sourceLabel: 'Claude Code', logs, deletesAtMs, cause: 'paused' });
    expect(described).toContain(text);
  });

  it('counts the logs that could not be read', () => {
    const path = '/logs/a.jsonl';
    expect(sentence('unreadable-logs', { path, reason: 'no-permission', more: 0 })).toBe(
      '/logs/a.jsonl could not be read: no permission to read it. Its usage is missing.',
    );
    expect(sentence('unreadable-logs', { path, reason: 'error:EBADMSG', more: 1 })).toContain(
      'read: the system reports EBADMSG.',
    );
    expect(sentence('unreadable-logs', { path, reason: 'locked', more: 1 })).toContain(
      'of it and 1 more log is missing',
    );
  });

  it('names settings that cannot be used', () => {
    const theme = { setting: 'theme', place: null, expected: '"light" | "dark"', received: '"pink"' };
    expect(sentence('settings-values', { complaints: [theme] })).toBe(
      'settings.json has a value that cannot be used: theme is "pink" (expected "light" | "dark"). ' +
        'The default applies instead.',
    );
    const price = { setting: 'priceOverrides', place: '1.model', expected: null, received: '""' };
    expect(sentence('settings-values', { complaints: [theme, price] })).toContain('; priceOverrides.1.model is "".');
  });

  it('says why processes cannot be listed', () => {
    const failure = { kind: 'timed-out', program: '/bin/ps', timeoutMs: 5_000 } as const;
    expect(sentence('processes', { failure })).toBe(
      'Running agents cannot be shown: /bin/ps did not finish within 5 seconds.',
    );
  });

  it('takes marks that reorder text out of what others wrote, and leaves those of a language around a path', async () => {
    const problem = createProblem('settings-values', {
      complaints: [{ setting: 'a\u202eb', place: null, expected: null, received: 'c\u001b[2J' }],
    });
    expect(describeProblem(problem, messages, nowMs)).toContain('ab is c. ');
    const arabic = await translateMessages(createMessages('ar'));
    const missing = createProblem('ledger-missing', { folder: '/srv/\u202edata' });
    expect(describeProblem(missing, arabic, nowMs)).toContain('\u2066/srv/data\u2069');
  });
});
