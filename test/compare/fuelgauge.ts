import { join } from 'node:path';
import { createMessages } from '../../shared/messages/catalogue.ts';
import { describeProblem } from '../../shared/messages/describe-problem.ts';
import { createEngine } from '../../main/node/engine/engine.ts';
import { systemClock } from '../../main/node/system/system-clock.ts';
import { PlainFailure } from '../../build/lib/plain-failure.ts';
import { cacheCreationTokens } from '../../shared/domain/token-usage.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';
import type { UsageRow } from './usage-table.ts';

/**
 * What Fuelgauge itself reports for the logs below a home folder: the engine that the tray app and the command line
 * use, a fresh ledger on disk, the report by day and model. Throws a `PlainFailure` when the ledger does not open or
 * a log could not be read.
 */
export async function countWithFuelgauge(home: string, source: SourceId): Promise<readonly UsageRow[]> {
  const created = createEngine({
    host: { platform: process.platform === 'darwin' ? 'darwin' : 'linux', home, variables: {}, otherHomes: [] },
    dataFolder: join(home, 'fuelgauge'),
    settings: { ...defaultSettings, timeZone: 'UTC' },
    systemTimeZone: 'UTC',
    clock: systemClock,
    logger: { info: () => undefined, warn: () => undefined, error: (text) => console.error(text) },
    probe: { sample: () => Promise.resolve([]), inspect: () => Promise.resolve([]) },
  });
  if (!created.ok) throw new PlainFailure(describeProblem(created.error, createMessages(), Date.now()));
  const engine = created.value;
  try {
    await engine.start('once');
    const unread = engine.doctor({ source: null }).sources.flatMap(({ unreadable }) => unreadable);
    const [first] = unread;
    if (first !== undefined) throw new PlainFailure(`${first.path} could not be read: ${first.reason}`);
    const query = { by: 'day', split: 'model', since: null, until: null, timeZone: 'UTC', source } as const;
    return engine.report(query).rows.map(({ key, split, usage }) => ({
      day: key ?? '',
      model: split ?? 'unknown',
      tokens: {
        input: usage.inputTokens,
        cacheWrite: cacheCreationTokens(usage),
        cacheRead: usage.cacheReadTokens,
        output: usage.outputTokens,
        reasoning: usage.reasoningTokens,
      },
    }));
  } finally {
    await engine.stop();
  }
}
