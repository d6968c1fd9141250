import type { EventKey, SourceId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import { defaultProfile } from '../../domain/profile-fields.ts';
import { emptyUsage, tokenClasses, totalTokens } from '../../domain/token-usage.ts';
import type { UsageEvent } from '../../domain/usage-event.ts';
import type { LineStream } from '../streams.ts';
import type { AgentTelemetry, TelemetryUse } from '../telemetry.ts';
import { toRecord, type JsonRecord } from '../../lib/json-record.ts';
import { toName } from './names.ts';
import { toLoggedCost } from './logged-cost.ts';
import { joinPath } from './paths.ts';
import { skip } from './skip.ts';
import { toCounts } from './token-count.ts';
import type { HostEnvironment, LogRoot } from '../source.ts';

/** Version 1 of a line of a journal. */
const journalSchema = 'fuelgauge.telemetry.v1';

/** The folder of the journals in our data folder. */
export const journalFolder = 'telemetry';

const journalName = /^\d{4}-\d{2}-\d{2}\.telemetry$/;
const longestName = 1_024;
/** Day files are named by four digits of a year. */
const lastMs = Date.UTC(9999, 11, 31);

/** The journal that a response belongs to, by its own time: the same whenever it is sent again. `1970-01-01.telemetry` */
export function toJournalName(atMs: number): string {
  const dayStartMs = Math.floor(Math.min(Math.max(0, atMs), lastMs) / dayMs) * dayMs;
  return `${new Date(dayStartMs).toISOString().slice(0, 10)}.telemetry`;
}

/** Whether a file below a root is a journal. */
export function isJournal(relativePath: string): boolean {
  return journalName.test(relativePath);
}

/** Where a source's journals are; nowhere without a data folder. */
export function journalRoots(source: SourceId, { platform, dataFolder }: HostEnvironment): readonly LogRoot[] {
  if (dataFolder === undefined) return [];
  return [{ path: joinPath(platform, dataFolder, journalFolder, source), origin: 'telemetry' }];
}

/** A response as a line, without its line feed. `isEarly`: from before telemetry was received, so it is not counted. */
export function toJournalLine(use: TelemetryUse, isEarly = false): string {
  return JSON.stringify({ schema: journalSchema, ...use, ...(isEarly && { isEarly }) });
}

/** Reads a line back; null when it is not one. Never throws. */
export function parseJournalRecord(record: JsonRecord): (TelemetryUse & { readonly isEarly?: true }) | null {
  const { atMs, costUsd } = record;
  const id = toName(record['id'], longestName);
  const model = toName(record['model'], longestName);
  const usage = toCounts(toRecord(record['usage']) ?? {}, tokenClasses);
  if (record['schema'] !== journalSchema || id === null || model === null || usage === null) return null;
  if (typeof atMs !== 'number' || !Number.isFinite(atMs)) return null;
  return {
    ...{ id, atMs, model, usage: { ...emptyUsage, ...usage } },
    sessionId: toName(record['sessionId'], longestName),
    requestId: toName(record['requestId'], longestName),
    costUsd: typeof costUsd === 'number' ? costUsd : null,
    ...(record['isEarly'] === true && { isEarly: true }),
  };
}

/** The stream of what an agent sent as telemetry, and the receiver kept: read like the agent's log, and merged with it. */
export function createJournalStream(
  source: SourceId,
  telemetry: Pick<AgentTelemetry, 'toNames' | 'toProvider'>,
): LineStream {
  return {
    kind: 'lines',
    matches: isJournal,
    needles: [`"${journalSchema}"`],
    fields: {
      ...{
        schema: true,
        id: true,
        atMs: true,
        model: true,
        sessionId: true,
        requestId: true,
        costUsd: true,
        isEarly: true,
      },
      usage: Object.fromEntries(tokenClasses.map((name) => [name, true as const])),
    },
    createReader: () => ({
      state: () => null,
      read(line) {
        const parsed = line.record();
        if (!parsed.ok) return [skip(parsed.error)];
        const use = parseJournalRecord(parsed.value);
        if (use === null) return [skip('bad-usage')];
        const names = telemetry.toNames(use);
        // Without a name that the log has too, it could count twice: it is kept, and `reconcile` shows it.
        if (names === null || use.isEarly === true) return [skip('not-joined')];
        if (totalTokens(use.usage) === 0) return [skip('empty-usage')];
        return [{ kind: 'event', event: toEvent(source, telemetry.toProvider(use.model), use, names) }];
      },
    }),
  };
}

function toEvent(
  source: SourceId,
  provider: string,
  use: TelemetryUse,
  [key, ...aliases]: readonly [EventKey, ...EventKey[]],
): UsageEvent {
  const { model, sessionId, atMs, usage, costUsd } = use;
  return {
    ...{ key, aliases, replay: null, atMs, usage },
    profile: { ...defaultProfile, source, provider, model, sessionId: sessionId ?? '', origin: 'telemetry' },
    isFinal: true,
    webSearchRequests: 0,
    loggedCostMicroUsd: toLoggedCost(costUsd),
  };
}
