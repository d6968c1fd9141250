import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createLoggedRows } from '../../../main/node/engine/usage/logged-rows.ts';
import { toTelemetryName } from '../../../shared/sources/lib/telemetry-names.ts';
import { claudeFile, claudeLine, writeLog } from '../../support/agent-logs.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const requestOf = (id: number): string => `req_011CtestRequest${String(id).padStart(6, '0')}`;
const nameOf = (id: number): string => toTelemetryName('claude-code', requestOf(id));
const line = (id: number, atMs: number, output: number): string =>
  claudeLine({ id, atMs, output }).replaceAll(`req_${id}`, requestOf(id));

it('follows a log that grows, and reads it again only for what is new', async () => {
  const home = newFolder();
  let nowMs = Date.now();
  const startMs = nowMs;
  const host = { platform: 'linux', home, variables: {}, otherHomes: [], dataFolder: join(home, 'data') } as const;
  const rows = createLoggedRows({ host, extraFolders: () => [], clock: { nowMs: () => nowMs } });
  const outputOf = async (...ids: readonly number[]) => {
    const found = await rows.find(new Map(ids.map((id) => [nameOf(id), startMs] as const)));
    return ids.map((id) => found.get(nameOf(id))?.usage.outputTokens ?? null);
  };
  await writeLog(claudeFile(home), line(1, startMs, 3) + line(2, startMs, 4));
  expect(await outputOf(1)).toEqual([3]);
  // The same response goes on, and one that was not asked for before is looked up.
  appendFileSync(claudeFile(home), line(1, startMs + 1, 30));
  expect(await outputOf(1)).toEqual([3]);
  nowMs += 60_000;
  expect(await outputOf(1)).toEqual([30]);
  expect(await outputOf(1, 2, 5)).toEqual([30, 4, null]);
  appendFileSync(claudeFile(home), line(5, startMs, 9));
  nowMs += 60_000;
  expect(await outputOf(1, 2, 5)).toEqual([30, 4, 9]);
});

it('does not open logs that were last written long before', async () => {
  const home = newFolder();
  const nowMs = Date.now();
  const host = { platform: 'linux', home, variables: {}, otherHomes: [], dataFolder: join(home, 'data') } as const;
  const rows = createLoggedRows({ host, extraFolders: () => [], clock: { nowMs: () => nowMs } });
  await writeLog(claudeFile(home), line(1, nowMs, 3));
  const tomorrowMs = nowMs + 86_400_000;
  expect((await rows.find(new Map([[nameOf(1), tomorrowMs]]))).size).toBe(0);
  expect((await rows.find(new Map([[nameOf(1), nowMs]]))).size).toBe(0);
  expect((await rows.find(new Map([[nameOf(2), nowMs]]))).has(nameOf(1))).toBe(true);
});
