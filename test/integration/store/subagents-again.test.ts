import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadSqlite } from '../../../main/node/sqlite-driver.ts';
import { readSubagentsAgain } from '../../../main/node/store/subagents-again.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import { batchOf, eventOf } from '../../support/ledger-samples.ts';
import { openOrThrow, sqliteDrivers } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const parent = '5b0c1f52-0a61-4c1e-9a55-1d2f6f0a7c01';
const child = '5b0c1f52-0a61-4c1e-9a55-1d2f6f0a7c02';
const alone = '5b0c1f52-0a61-4c1e-9a55-1d2f6f0a7c03';

const files = {
  own: [`/h/.claude/projects/loom/${parent}.jsonl`, { sessionId: parent }],
  subagent: [`/h/.claude/projects/loom/${parent}/subagents/agent-a1.jsonl`, { sessionId: parent, isSidechain: true }],
  windows: [`C:\\h\\projects\\loom\\${parent}\\subagents\\agent-a2.jsonl`, { sessionId: parent, isSidechain: true }],
  thread: [`/h/.codex/sessions/rollout-2026-05-04T09-00-00-${child}.jsonl`, { sessionId: child, isSidechain: true }],
  other: [`/h/.codex/sessions/rollout-2026-05-04T09-00-00-${alone}.jsonl`, { sessionId: alone }],
} as const;

/** The batch of a file; as an older version read it, or as it is read now. */
function toBatch(name: keyof typeof files, isOld: boolean) {
  const [file, profile] = files[name];
  const known = isOld || !('isSidechain' in profile) ? {} : { subagent: name };
  return batchOf([{ kind: 'event', event: eventOf({ key: name, ...profile, ...known }) }], { path: file });
}

// Profiles of schema 10 have no value in the two new columns: so have these.
describe.each(sqliteDrivers)('logs of subagents (%s)', (name) => {
  it('are read again by the migration, and nothing else; no number changes', () => {
    const folder = makeFolder();
    const { store } = openOrThrow(folder, 'write', name);
    const all = Object.keys(files) as (keyof typeof files)[];
    store.apply(all.map((file) => toBatch(file, true)));
    const before = store.cells({ grainMs: quarterHourMs });
    store.close();

    const driver = loadSqlite(name);
    if (!driver.ok) throw new Error(driver.error);
    const database = driver.value.open(path.join(folder, 'ledger.db'), { readOnly: false });
    database.exec(readSubagentsAgain);
    database.close();

    const { store: migrated } = openOrThrow(folder, 'write', name);
    expect([...migrated.cursors().keys()].sort()).toEqual([files.own[0], files.other[0]].sort());
    migrated.apply((['subagent', 'windows', 'thread'] as const).map((file) => toBatch(file, false)));
    const after = migrated.cells({ grainMs: quarterHourMs });
    const sum = (cells: typeof after) => cells.reduce((total, { usage }) => total + totalTokens(usage), 0);
    expect(sum(after)).toBe(sum(before));
    expect(after.reduce((total, { events }) => total + events, 0)).toBe(all.length);
    expect(new Set(after.map(({ subagent }) => subagent))).toEqual(new Set([null, 'subagent', 'windows', 'thread']));
    migrated.close();
  });
});
