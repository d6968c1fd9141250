import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLedgerKey, type LedgerKeys, noLedgerKeys } from '../../../main/node/secrets/ledger-key.ts';
import { loadSqlite } from '../../../main/node/sqlite/sqlite-driver.ts';
import { withLedgerKeys } from '../../../main/node/store/names/ledger-keys.ts';
import { openLedger } from '../../../main/node/store/open-ledger.ts';
import { quarterHourMs } from '../../../shared/domain/instant.ts';
import { totalTokens } from '../../../shared/domain/token-usage.ts';
import type { CursorPosition } from '../../../shared/ports/cursor-store.ts';
import { batchOf, eventOf, sampleMs } from '../../support/ledger-samples.ts';
import { sqliteDrivers } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const toId = (last: number): string => `5b0c1f52-0a61-4c1e-9a55-1d2f6f0a7c0${last}`;
const [parent, child, alone, started, mixed, moved] = [1, 2, 3, 4, 5, 6].map(toId);

interface Log {
  readonly path: string;
  readonly source: string;
  readonly sessionId: string | undefined;
  readonly isSidechain?: true;
  readonly position?: CursorPosition;
}

const claude = { source: 'claude-code' };
const codex = { source: 'codex' };
/** Logs in which subagents asked, as agents name them. */
const again: Readonly<Record<string, Log>> = {
  subagent: { ...claude, path: `/h/projects/loom/${parent}/subagents/agent-a1.jsonl`, sessionId: parent },
  windows: { ...claude, path: `C:\\h\\projects\\loom\\${parent}\\subagents\\agent-a2.jsonl`, sessionId: parent },
  older: { ...claude, path: '/h/projects/loom/agent-a3.jsonl', sessionId: parent },
  moved: { ...claude, path: '/h/projects/loom/subagents/agent-a4.jsonl', sessionId: moved },
  thread: { ...codex, path: `/h/sessions/rollout-2026-05-04T09-00-00-${child}.jsonl`, sessionId: child },
  packed: { ...codex, path: `/h/sessions/rollout-2026-05-05T09-00-00-${started}.jsonl.zst`, sessionId: started },
  run: { source: 'pi', path: `/h/2026-05-04T09-00-00_${parent}/379edd52/run-0/session.jsonl`, sessionId: parent },
  events: { source: 'copilot-cli', path: `/h/session-state/${mixed}/events.jsonl`, sessionId: mixed },
  own: { source: 'qwen-code', path: `/h/projects/loom/chats/${mixed}.jsonl`, sessionId: mixed },
  rows: { source: 'opencode', path: '/h/opencode.db', sessionId: 'ses_1', position: { kind: 'rows', size: 9 } },
};
/** The same where nothing would be learned. */
const kept: Readonly<Record<string, Log>> = {
  main: { ...claude, path: `/h/projects/loom/${parent}.jsonl`, sessionId: parent },
  person: { ...codex, path: `/h/sessions/rollout-2026-05-04T09-00-00-${alone}.jsonl`, sessionId: alone },
  // Another agent's session has the same id.
  elsewhere: { source: 'gemini-cli', path: `/h/chats/${child}.jsonl`, sessionId: child },
  quiet: { source: 'kilo-cli', path: '/h/kilo.db', sessionId: 'ses_1', position: { kind: 'rows', size: 9 } },
};

/** The batch of a file; as an older version read it, or as it is read now. */
function toBatch(name: string, isOld: boolean) {
  const isSidechain = name in again;
  const { path: file, source, sessionId, position } = (again[name] ?? kept[name]) as Log;
  const profile = { source, ...(sessionId !== undefined && { sessionId }), isSidechain };
  const known = isOld || !isSidechain ? {} : { subagent: name };
  const event = eventOf({ key: name, ...profile, ...known });
  return batchOf([{ kind: 'event', event }], { path: file, source, ...(position && { position }) });
}

const key = createLedgerKey();
const ways: readonly (readonly [string, LedgerKeys])[] = [
  ['plain', noLedgerKeys],
  ['encrypted', { keys: [key], wanted: 'sealed' }],
];
const cases = sqliteDrivers.flatMap((driver) => ways.map(([way, keys]) => ({ driver, way, keys })));

describe.each(cases)('logs of subagents ($driver, $way)', ({ driver: name, keys }) => {
  const open = (folder: string) => {
    const opened = openLedger({ folder, mode: 'write', nowMs: sampleMs, driver: name, keys });
    if (!opened.ok) throw new Error(opened.error.problem.id);
    return opened.value.store;
  };

  it('are read again by the migration, and nothing else; no number changes', () => {
    const folder = makeFolder();
    const store = open(folder);
    const all = [...Object.keys(again), ...Object.keys(kept)];
    store.apply(all.map((file) => toBatch(file, true)));
    const before = store.cells({ grainMs: quarterHourMs });
    store.close();

    const driver = loadSqlite(name);
    if (!driver.ok) throw new Error(driver.error);
    const database = withLedgerKeys(driver.value, keys).open(path.join(folder, 'ledger.db'), { readOnly: false });
    // As a ledger of schema 10 is.
    database.exec(`
      DROP INDEX profiles_by_contents;
      ALTER TABLE profiles DROP COLUMN subagent;
      ALTER TABLE profiles DROP COLUMN parent_session;
      CREATE INDEX profiles_by_contents ON profiles (session);
      PRAGMA user_version = 10`);
    database.close();

    const migrated = open(folder);
    const left = Object.values(kept).map((log) => log.path);
    expect([...migrated.cursors().keys()].sort()).toEqual(left.sort());
    migrated.apply(Object.keys(again).map((file) => toBatch(file, false)));
    const after = migrated.cells({ grainMs: quarterHourMs });
    const sum = (cells: typeof after) => cells.reduce((total, { usage }) => total + totalTokens(usage), 0);
    expect(sum(after)).toBe(sum(before));
    expect(after.reduce((total, { events }) => total + events, 0)).toBe(all.length);
    expect(new Set(after.map(({ subagent }) => subagent))).toEqual(new Set([null, ...Object.keys(again)]));
    migrated.close();
  });
});
