import { open } from 'node:fs/promises';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import type { HostEnvironment, Source } from '../../../../shared/sources/source.ts';
import type { SourceRoot } from '../../ingest/discovery/discover-logs.ts';

/** Agents' settings files take a few kilobytes; a larger file is not one. */
const maxBytes = 1024 * 1024;

/**
 * After how many days each agent deletes its logs, according to its settings or else its default; agents that never
 * delete logs are left out. Where several homes disagree, the shortest time applies. Settings that cannot be read are
 * ignored.
 */
export async function readRetentionDays(
  roots: readonly SourceRoot[],
  platform: HostEnvironment['platform'],
): Promise<ReadonlyMap<SourceId, number>> {
  const days = new Map<SourceId, number>();
  const named = await Promise.all(roots.map(({ source, root }) => readDays(source, root.path, platform)));
  roots.forEach(({ source }, index) => {
    const own = named[index] ?? null;
    if (own !== null) days.set(source.id, Math.min(days.get(source.id) ?? own, own));
  });
  for (const { source } of roots) {
    if (source.retentionDays !== null && !days.has(source.id)) days.set(source.id, source.retentionDays);
  }
  return days;
}

async function readDays(source: Source, root: string, platform: HostEnvironment['platform']): Promise<number | null> {
  const file = source.retentionSetting?.fileOf(root, platform) ?? null;
  const text = file === null ? null : await readSmallFile(file);
  return text === null ? null : (source.retentionSetting?.readDays(text) ?? null);
}

async function readSmallFile(path: string): Promise<string | null> {
  try {
    const handle = await open(path);
    try {
      const stats = await handle.stat();
      return stats.isFile() && stats.size <= maxBytes ? await handle.readFile('utf8') : null;
    } finally {
      await handle.close();
    }
  } catch {
    return null;
  }
}
