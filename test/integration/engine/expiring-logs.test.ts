import { writeFileSync } from 'node:fs';
import { utimes } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../../main/node/engine/engine-api.ts';
import { readRetentionDays } from '../../../main/node/engine/upkeep/read-retention.ts';
import { toSourceRoots } from '../../../main/node/ingest/discovery/source-roots.ts';
import { dayMs } from '../../../shared/domain/instant.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, writeLog } from '../../support/agent-logs.ts';
import { hostOf, useEngines } from '../../support/engines.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';
import { waitUntil } from '../../support/wait-until.ts';

const makeFolder = useTemporaryFolders();
const engines = useEngines();

async function writeOld(file: string, text: string, daysOld: number): Promise<void> {
  await writeLog(file, text);
  const at = new Date(Date.now() - daysOld * dayMs);
  await utimes(file, at, at);
}

const warningOf = (engine: Engine) =>
  engine.snapshot().sections.health.problems.find(({ id }) => id === 'expiring-logs')?.parameters ?? null;

describe('logs that their agent is about to delete', () => {
  it('are reported while reading is paused, until they are read', async () => {
    const home = makeFolder();
    const atMs = Date.now() - 28 * dayMs;
    await writeOld(claudeFile(home, 'old'), claudeLine({ id: 1, atMs }), 28);
    await writeOld(claudeFile(home, 'new'), claudeLine({ id: 2, atMs }), 1);
    // Codex deletes nothing.
    const request = { atMs, input: 1, cached: 0, output: 1, usedPercent: 1, resetsAtMs: atMs };
    await writeOld(codexFile(home, '019e0000-0000-7000-8000-000000000001'), codexRollout('t', [request]), 300);
    const engine = engines.open(home);
    engine.setPaused(true);
    const warning = await waitUntil('the warning', () => warningOf(engine));
    expect(warning).toMatchObject({ sourceLabel: 'Claude Code', logs: 1, cause: 'paused' });
    // A file time may be stored with less than a millisecond's precision.
    expect(warning).toMatchObject({ deletesAtMs: expect.toSatisfy((ms) => Math.abs(ms - atMs - 30 * dayMs) < 60_000) });

    engine.setPaused(false);
    await engine.start('watching');
    await waitUntil('silence', () => warningOf(engine) === null);
    engine.setPaused(true);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(warningOf(engine)).toBeNull();
  });

  it('are not reported when the agent is set to keep them longer', async () => {
    const home = makeFolder();
    await writeOld(claudeFile(home, 'old'), claudeLine({ id: 1, atMs: Date.now() }), 29);
    const settings = path.join(home, '.claude', 'settings.json');
    const roots = toSourceRoots(sources, hostOf(home), []);
    const readDays = async () => (await readRetentionDays(roots, 'linux')).get('claude-code');
    expect(await readDays()).toBe(30);
    writeFileSync(settings, '{"cleanupPeriodDays": 365}');
    expect(await readDays()).toBe(365);
    writeFileSync(settings, 'not json');
    expect(await readDays()).toBe(30);
    writeFileSync(settings, `${' '.repeat(2 * 1024 * 1024)}{"cleanupPeriodDays": 365}`);
    expect(await readDays()).toBe(30);
  });
});
