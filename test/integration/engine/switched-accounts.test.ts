import { appendFileSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { findBinding } from '../../../shared/statusline/first-window.ts';
import { toStatuslineFacts } from '../../../shared/snapshot/statusline-facts.ts';
import { toLimitsOutlook } from '../../../shared/snapshot/outlook.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { useEngines } from '../../support/engines.ts';
import { makeScene } from '../../support/make-status.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const createFolder = useTemporaryFolders();
const engines = useEngines();

const nowMs = Date.parse('2026-05-01T12:00:00Z');
const minute = 60_000;
const hour = 60 * minute;

interface Login {
  readonly name: string;
  readonly resetsInHours: { readonly session: number; readonly week: number };
}
// Their sessions began in the same hour, as those of accounts that are used in turn do.
const ada: Login = { name: 'ada', resetsInHours: { session: 2, week: 72 } };
const ben: Login = { name: 'ben', resetsInHours: { session: 2, week: 30 } };

/** The agent's own file, replaced as a whole, as the agent does it. */
function logIn(
  home: string,
  { name, resetsInHours }: Login,
  used: readonly [number, number],
  minutesAgo: number,
): void {
  const window = (kind: string, percent: number, hours: number) => ({
    ...{ kind, percent },
    resets_at: new Date(nowMs + hours * hour).toISOString(),
  });
  const limits = [window('session', used[0], resetsInHours.session), window('weekly_all', used[1], resetsInHours.week)];
  const cached = { fetchedAtMs: nowMs - minutesAgo * minute, accountUuid: name, utilization: { limits } };
  const content = {
    oauthAccount: { accountUuid: name, organizationUuid: `${name}-o` },
    cachedUsageUtilization: cached,
  };
  writeFileSync(path.join(home, 'new.json'), JSON.stringify(content));
  renameSync(path.join(home, 'new.json'), path.join(home, '.claude.json'));
}

/** What the status line kept of a session: it names no account. */
function capture({ resetsInHours }: Login, used: readonly [number, number], minutesAgo: number): string {
  const window = (percent: number, hours: number) => ({
    used_percentage: percent,
    resets_at: (nowMs + hours * hour) / 1_000,
  });
  return `${JSON.stringify({
    ...{ schema: 'fuelgauge.capture.v1', atMs: nowMs - minutesAgo * minute, sessionId: 's', contextWindow: null },
    rateLimits: {
      five_hour: window(used[0], resetsInHours.session),
      seven_day: window(used[1], resetsInHours.week),
    },
  })}\n`;
}

it('keeps the windows of two accounts apart while the person switches between them and back', async () => {
  const [home, dataFolder] = [createFolder(), createFolder()];
  const captures = path.join(dataFolder, 'statusline/captures.jsonl');
  mkdirSync(path.dirname(captures), { recursive: true });
  mkdirSync(path.join(home, '.claude/projects'), { recursive: true });
  logIn(home, ada, [25, 61], 8);
  writeFileSync(captures, capture(ada, [24, 61], 9));
  const settings = { ...defaultSettings, timeZone: 'UTC' };
  const engine = engines.open(home, { dataFolder, settings, clock: { nowMs: () => nowMs } });
  await engine.start('watching');
  const windows = () => engine.snapshot().sections.limits.windows;
  const usedBy = () => {
    const accounts = new Map(
      windows().map(({ id, resetsAtMs }) => [id.scope === '7d' ? resetsAtMs : null, id.account]),
    );
    return [ada, ben].map(({ resetsInHours }) => {
      const account = accounts.get(nowMs + resetsInHours.week * hour);
      return account === undefined
        ? null
        : windows().flatMap(({ id, usedPercent }) => (id.account === account ? [usedPercent] : []));
    });
  };
  const seen = (what: string, used: unknown) =>
    waitUntil(what, () => JSON.stringify(usedBy()) === JSON.stringify(used));
  await seen('ada alone', [[25, 61], null]);

  // The session draws its line before the agent has written down who is logged in.
  appendFileSync(captures, capture(ben, [90, 4], 7));
  await seen('an unknown account beside hers', [
    [25, 61],
    [90, 4],
  ]);
  logIn(home, ben, [91, 4], 6);
  await seen('ben beside her', [
    [25, 61],
    [91, 4],
  ]);
  expect(windows().every(({ id }) => id.account !== null)).toBe(true);
  logIn(home, ben, [100, 5], 5);
  await seen('that ben has used up his session', [
    [25, 61],
    [100, 5],
  ]);
  logIn(home, ada, [27, 62], 4);
  appendFileSync(captures, capture(ada, [29, 63], 3));
  await seen('ada again', [
    [29, 63],
    [100, 5],
  ]);
  // Neither of the newest two names an account.
  appendFileSync(captures, capture(ben, [100, 6], 2));
  await seen('ben again, beside the newest of hers', [
    [29, 63],
    [100, 6],
  ]);

  const { sections } = engine.snapshot();
  const { binding } = toLimitsOutlook(sections.limits, nowMs);
  const { rows, binding: answered } = engine.limits({ source: null });
  const line = findBinding(makeScene({ source: null, facts: toStatuslineFacts({ sections }, [80, 95], nowMs), nowMs }));
  expect(binding).toMatchObject({ usedPercent: 100, windowMinutes: 300 });
  expect(answered).toEqual(binding!.id);
  expect(rows).toHaveLength(4);
  expect(line).toMatchObject({
    usedPercent: 100,
    resetsAtMs: binding!.resetsAtMs,
    plan: expect.stringContaining(binding!.id.account!) as string,
  });
});
