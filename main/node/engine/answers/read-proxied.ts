import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { EventKey } from '../../../../shared/domain/ids.ts';
import type { ProxiedResponse } from '../../../../shared/analytics/reconcile-proxies.ts';
import { parseJsonRecord } from '../../../../shared/lib/json-record.ts';
import { isProxyFile, parseProxyUse, proxyFolder, toProxyFate } from '../../../../shared/sources/lib/proxy-journal.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { readJournalSize } from '../../received/journal-file.ts';

/** A response and the name under which a log may have it, too; null where it has none. */
export type NamedResponse<Response> = Response & { readonly name: EventKey | null };

/** What a proxy has reported, and what became of it, one at a time; nothing for a source that is not a proxy. */
export async function* readProxied(
  dataFolder: string,
  { id, proxy }: Source,
): AsyncGenerator<NamedResponse<ProxiedResponse>> {
  if (proxy === undefined) return;
  const folder = path.join(dataFolder, proxyFolder, id);
  for (const name of (await readdir(folder).catch(() => [])).filter(isProxyFile).sort()) {
    const file = path.join(folder, name);
    if ((await readJournalSize(file)) === null) continue;
    const known = new Set<string>();
    for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
      const record = parseJsonRecord(line);
      const use = record.ok ? parseProxyUse(record.value) : null;
      if (use === null) continue;
      const { model, atMs, usage, costUsd, providerRequestId } = use;
      const fate = known.has(use.id) ? 'duplicate' : toProxyFate(use, proxy.nameOf);
      known.add(use.id);
      const name = fate !== 'named' || providerRequestId === null ? null : proxy.nameOf(providerRequestId);
      yield { source: id, model, atMs, usage, costUsd, fate, name };
    }
  }
}
