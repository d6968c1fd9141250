import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import type { Profile } from '../../../../shared/domain/profile-fields.ts';
import { tokenClasses, type TokenUsage } from '../../../../shared/domain/token-usage.ts';
import type { ReplayHint, UsageEvent } from '../../../../shared/domain/usage-event.ts';
import { isSameProfile, toProfileKey } from '../../../../shared/ledger/profile.ts';

/**
 * Records in a form that is cheap to transfer between threads: thousands of small objects would have to be copied one
 * by one. Numbers are in one array, and every text is stored once.
 */
export interface PackedRecords {
  /** `width` numbers for every event. */
  readonly numbers: Float64Array<ArrayBuffer>;
  /** All texts concatenated, and the end position of each. */
  readonly text: string;
  readonly textEnds: Uint32Array<ArrayBuffer>;
  /** Each profile is stored once. */
  readonly profiles: readonly Profile[];
  /** Aliases of the few events that have any, by event index. */
  readonly aliases: readonly (readonly [number, readonly string[]])[];
  /** All records that are not events. */
  readonly others: readonly LogRecord[];
}

const replayKinds = { none: 0, sidechain: 1, lineage: 2 } as const;
const none = -1;
const width = 15;

/** Packs records. Events come before all other records, in their original order. */
export function packRecords(records: readonly LogRecord[]): PackedRecords {
  const events = records.filter((record) => record.kind === 'event');
  const numbers = new Float64Array(events.length * width);
  const texts = createTextPacker();
  const profiles = createProfilePacker();
  const aliases: (readonly [number, readonly string[]])[] = [];
  let at = 0;
  const put = (value: number): void => void (numbers[at++] = value);
  events.forEach(({ event }, index) => {
    const { replay } = event;
    put(texts.placeOf(event.key));
    put(replay === null ? replayKinds.none : replayKinds[replay.kind]);
    put(texts.placeOf(replay?.group ?? null));
    put(texts.placeOf(replay?.kind === 'lineage' ? replay.threadId : null));
    put(profiles.placeOf(event.profile));
    put(event.isFinal ? 1 : 0);
    put(event.atMs);
    for (const name of tokenClasses) put(event.usage[name]);
    put(event.webSearchRequests);
    put(event.loggedCostMicroUsd ?? none);
    if (event.aliases.length > 0) aliases.push([index, event.aliases]);
  });
  return {
    numbers,
    ...texts.packed(),
    profiles: profiles.packed(),
    aliases,
    others: records.filter((record) => record.kind !== 'event'),
  };
}

/** The number of packed records. */
export function countPacked({ numbers, others }: PackedRecords): number {
  return numbers.length / width + others.length;
}

/** Unpacks the records. */
export function unpackRecords(packed: PackedRecords): readonly LogRecord[] {
  const { numbers, text, textEnds, profiles, aliases, others } = packed;
  const aliasesOf = new Map(aliases);
  const records: LogRecord[] = [];
  const texts = Array.from(textEnds, (end, place) => text.slice(place === 0 ? 0 : textEnds[place - 1], end));
  let at = 0;
  const take = (): number => numbers[at++]!;
  const takeText = (): string => texts[take()] ?? '';
  for (let index = 0; index < numbers.length / width; index++) {
    // In the same order as they were packed.
    const key = takeText();
    const replay = toReplay(take(), takeText(), takeText());
    const profile = profiles[take()]!;
    const isFinal = take() === 1;
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
      profile,
      atMs,
      usage,
      isFinal,
      webSearchRequests,
      loggedCostMicroUsd: cost === none ? null : cost,
    };
    records.push({ kind: 'event', event });
  }
  for (const record of others) records.push(record);
  return records;
}

/** Assigns an index to every text; null has none. */
function createTextPacker() {
  const texts: string[] = [];
  const ends: number[] = [];
  const places = new Map<string, number>();
  let length = 0;
  return {
    placeOf(text: string | null): number {
      if (text === null) return none;
      let place = places.get(text);
      if (place === undefined) {
        place = texts.push(text) - 1;
        ends.push((length += text.length));
        places.set(text, place);
      }
      return place;
    },
    packed: () => ({ text: texts.join(''), textEnds: Uint32Array.from(ends) }),
  };
}

/** Assigns an index to every profile. Consecutive events usually have the same one. */
function createProfilePacker() {
  const profiles: Profile[] = [];
  const places = new Map<string, number>();
  let latest: { readonly profile: Profile; readonly place: number } | null = null;
  return {
    placeOf(profile: Profile): number {
      if (latest !== null && isSameProfile(latest.profile, profile)) return latest.place;
      const key = toProfileKey(profile);
      let place = places.get(key);
      if (place === undefined) {
        place = profiles.push(profile) - 1;
        places.set(key, place);
      }
      latest = { profile, place };
      return place;
    },
    packed: (): readonly Profile[] => profiles,
  };
}

function toReplay(kind: number, group: string, threadId: string): ReplayHint | null {
  if (kind === replayKinds.none) return null;
  return kind === replayKinds.lineage ? { kind: 'lineage', group, threadId } : { kind: 'sidechain', group };
}
