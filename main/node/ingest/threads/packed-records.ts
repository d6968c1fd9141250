import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import { tokenClasses, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { ReplayHint, ServiceTier, UsageEvent } from '../../../../shared/domain/usage-event.ts';

/**
 * Records in a form that goes from thread to thread at little cost: thousands of small objects would have to be copied
 * one by one. Numbers are one array, every text is there once.
 */
export interface PackedRecords {
  /** `width` numbers for every event. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** All texts in one, and where each of them ends. */
  readonly text: string;
  readonly textEnds: Uint32Array<ArrayBuffer>;
  /** Aliases of the few events that have any, by the event's place. */
  readonly aliases: readonly (readonly [number, readonly string[]])[];
  /** All records that are no events. */
  readonly others: readonly LogRecord[];
}

const flags = { sidechain: 1, copy: 2, final: 4, fast: 8, regional: 16, tierShift: 5 } as const;
const tiers = ['standard', 'priority', 'flex', 'batch'] as const satisfies readonly ServiceTier[];
const replayKinds = { none: 0, sidechain: 1, lineage: 2 } as const;
const none = -1;
const width = 22;

/** Packs records. Events come before all others, in their order. */
export function packRecords(records: readonly LogRecord[]): PackedRecords {
  const events = records.filter((record) => record.kind === 'event');
  const numbers = new Float64Array(events.length * width);
  const texts: string[] = [];
  const textEnds: number[] = [];
  let textLength = 0;
  const places = new Map<string, number>();
  const aliases: (readonly [number, readonly string[]])[] = [];
  const toPlace = (text: string | null): number => {
    if (text === null) return none;
    let place = places.get(text);
    if (place === undefined) {
      place = texts.push(text) - 1;
      textEnds.push((textLength += text.length));
      places.set(text, place);
    }
    return place;
  };
  let at = 0;
  const put = (value: number): void => void (numbers[at++] = value);
  events.forEach(({ event }, index) => {
    const { replay } = event;
    put(toPlace(event.key));
    put(replay === null ? replayKinds.none : replayKinds[replay.kind]);
    put(toPlace(replay?.group ?? null));
    put(toPlace(replay?.kind === 'lineage' ? replay.threadId : null));
    put(toPlace(event.source));
    put(toPlace(event.provider));
    put(toPlace(event.model));
    put(toPlace(event.sessionId));
    put(toPlace(event.project));
    put(toPlace(event.branch));
    put(toPlace(event.entrypoint));
    put(toPlace(event.agentVersion));
    put(toBits(event));
    put(event.atMs);
    for (const name of tokenClasses) put(event.usage[name]);
    put(event.webSearchRequests);
    put(event.loggedCostMicroUsd ?? none);
    if (event.aliases.length > 0) aliases.push([index, event.aliases]);
  });
  return {
    numbers,
    text: texts.join(''),
    textEnds: Uint32Array.from(textEnds),
    aliases,
    others: records.filter((record) => record.kind !== 'event'),
  };
}

/** How many records there are. */
export function countPacked({ numbers, others }: PackedRecords): number {
  return numbers.length / width + others.length;
}

/** Gives the records back. */
export function unpackRecords({ numbers, text, textEnds, aliases, others }: PackedRecords): readonly LogRecord[] {
  const aliasesOf = new Map(aliases);
  const records: LogRecord[] = [];
  const texts = Array.from(textEnds, (end, place) => text.slice(place === 0 ? 0 : textEnds[place - 1], end));
  let at = 0;
  const take = (): number => numbers[at++]!;
  const takeText = (): string => texts[take()] ?? '';
  const takeTextOrNull = (): string | null => texts[take()] ?? null;
  for (let index = 0; index < numbers.length / width; index++) {
    // In the order in which they were put.
    const key = takeText();
    const replay = toReplay(take(), takeText(), takeText());
    const source = takeText();
    const provider = takeText();
    const model = takeText();
    const sessionId = takeText();
    const project = takeTextOrNull();
    const branch = takeTextOrNull();
    const entrypoint = takeTextOrNull();
    const agentVersion = takeTextOrNull();
    const bits = take();
    const atMs = take();
    const usage: TokenUsage = {
      inputTokens: take(),
      cacheCreation5mTokens: take(),
      cacheCreation1hTokens: take(),
      cacheReadTokens: take(),
      outputTokens: take(),
      reasoningTokens: take(),
    };
    const webSearchRequests = take();
    const cost = take();
    const event: UsageEvent = {
      key,
      aliases: aliasesOf.get(index) ?? [],
      replay,
      source,
      provider,
      model,
      sessionId,
      project,
      branch,
      atMs,
      usage,
      isSidechain: (bits & flags.sidechain) !== 0,
      isCopy: (bits & flags.copy) !== 0,
      isFinal: (bits & flags.final) !== 0,
      entrypoint,
      agentVersion,
      speed: (bits & flags.fast) !== 0 ? 'fast' : 'standard',
      tier: tiers[bits >> flags.tierShift] ?? 'standard',
      isRegional: (bits & flags.regional) !== 0,
      webSearchRequests,
      loggedCostMicroUsd: cost === none ? null : cost,
    };
    records.push({ kind: 'event', event });
  }
  for (const record of others) records.push(record);
  return records;
}

function toBits(event: UsageEvent): number {
  return (
    (event.isSidechain ? flags.sidechain : 0) |
    (event.isCopy ? flags.copy : 0) |
    (event.isFinal ? flags.final : 0) |
    (event.speed === 'fast' ? flags.fast : 0) |
    (event.isRegional ? flags.regional : 0) |
    (tiers.indexOf(event.tier) << flags.tierShift)
  );
}

function toReplay(kind: number, group: string, threadId: string): ReplayHint | null {
  if (kind === replayKinds.none) return null;
  return kind === replayKinds.lineage ? { kind: 'lineage', group, threadId } : { kind: 'sidechain', group };
}
