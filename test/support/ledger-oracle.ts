import type { LogRecord } from '../../shared/domain/log-record.ts';
import type { UsageEvent } from '../../shared/domain/usage-event.ts';
import { hashName } from '../../main/node/store/tables/hash-name.ts';

/** An event as the rules define it, derived from the set of all rows in the simplest way. */
export interface OracleEvent {
  readonly key: string;
  readonly names: readonly string[];
  readonly rows: readonly UsageEvent[];
  readonly owner: UsageEvent;
  readonly atMs: number;
  /** Input, total cache writes, those for an hour, cache reads, output, reasoning. */
  readonly tokens: readonly [number, number, number, number, number, number];
  readonly isFinal: boolean;
  isReplay: boolean;
}

/** The contents that the ledger must have after these records. Follows the written rules, not the ledger's code. */
export function deriveLedger(records: readonly LogRecord[]): readonly OracleEvent[] {
  const rows = records.flatMap((record) => (record.kind === 'event' ? [record.event] : []));
  const events = toComponents(rows.map((row) => [row, [row.key, ...row.aliases]] as const)).map(toOracleEvent);
  const links = records.flatMap((record) =>
    record.kind === 'lineage' ? [[record, [record.threadId, record.parentId]] as const] : [],
  );
  const families = toComponents(links).map(
    (members) => new Set(members.flatMap((link) => [link.threadId, link.parentId])),
  );
  const isOneFamily = (left: string, right: string): boolean =>
    left === right || families.some((family) => family.has(left) && family.has(right));

  for (const event of events)
    event.isReplay =
      isOutgrown(event, events) || events.some((other) => other !== event && replays(event, other, isOneFamily));
  return events;
}

/** Groups things that share a name, directly or indirectly. */
function toComponents<Thing>(named: readonly (readonly [Thing, readonly string[]])[]): readonly Thing[][] {
  const groups: { things: Thing[]; names: Set<string> }[] = [];
  for (const [thing, names] of named) {
    const met = groups.filter((group) => names.some((name) => group.names.has(name)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      things: [...met.flatMap((group) => group.things), thing],
      names: new Set([...met.flatMap((group) => [...group.names]), ...names]),
    });
  }
  return groups.map((group) => group.things);
}

function toOracleEvent(rows: readonly UsageEvent[]): OracleEvent {
  const most = (pick: (row: UsageEvent) => number): number => Math.max(...rows.map(pick));
  const owner = [...rows].sort((left, right) => compareTuples(toRank(left), toRank(right)))[0] as UsageEvent;
  return {
    key: rows.map((row) => hashName(row.key)).sort()[0] as string,
    names: [...new Set(rows.flatMap((row) => [row.key, ...row.aliases]))].map(hashName).sort(),
    rows,
    owner,
    atMs: Math.min(...rows.map((row) => row.atMs)),
    tokens: [
      most(({ usage }) => usage.inputTokens),
      most(({ usage }) => usage.cacheCreation5mTokens + usage.cacheCreation1hTokens),
      most(({ usage }) => usage.cacheCreation1hTokens),
      most(({ usage }) => usage.cacheReadTokens),
      most(({ usage }) => usage.outputTokens),
      most(({ usage }) => usage.reasoningTokens),
    ],
    isFinal: rows.some((row) => row.isFinal),
    isReplay: false,
  };
}

type Rank = readonly (string | number)[];

/** Texts get a prefix, so that known ones sort before unknown ones (`~` sorts last). */
function toRank(row: UsageEvent): Rank {
  const text = (value: string | null): string => (value === null ? '~' : `=${plain(value)}`);
  return [
    Number(row.profile.origin !== 'log'),
    Number(row.profile.isSidechain),
    Number(row.profile.isCopy),
    row.atMs,
    text(row.profile.sessionId),
    text(row.profile.project),
    text(row.profile.branch),
    text(row.profile.model),
    text(row.profile.provider),
    text(row.profile.entrypoint),
    text(row.profile.agentVersion),
    row.profile.speed,
    row.profile.tier,
    Number(row.profile.isRegional),
    Number(row.profile.isSum),
    text(row.profile.account),
    text(row.profile.device),
  ];
}

/** What SQLite cannot keep is replaced. */
export function plain(text: string): string {
  return text.replaceAll('\0', '\ufffd').replaceAll('\ud800', '\ufffd');
}

function compareTuples(left: Rank, right: Rank): number {
  for (const [index, value] of left.entries()) {
    const other = right[index] as string | number;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}

function toHint(event: OracleEvent): { group: string; threadId: string | null } | null {
  const hints = event.rows.flatMap(({ profile: { source }, replay }) =>
    replay === null
      ? []
      : [
          {
            group: hashName(`${source}\n${replay.kind}\n${replay.group}`).slice(0, 12),
            threadId: replay.kind === 'lineage' ? replay.threadId : null,
          },
        ],
  );
  return (
    hints.sort((left, right) =>
      compareTuples([left.group, left.threadId ?? '~'], [right.group, right.threadId ?? '~']),
    )[0] ?? null
  );
}

function replays(
  event: OracleEvent,
  other: OracleEvent,
  isOneFamily: (left: string, right: string) => boolean,
): boolean {
  const hint = toHint(event);
  const otherHint = toHint(other);
  if (hint === null || otherHint === null || hint.group !== otherHint.group) return false;
  if (hint.threadId !== null && otherHint.threadId !== null) {
    return (
      isOneFamily(hint.threadId, otherHint.threadId) &&
      compareTuples([other.atMs, other.key], [event.atMs, event.key]) < 0
    );
  }
  if (!event.owner.profile.isSidechain || !isOneBill(event, other)) return false;
  return other.owner.profile.isSidechain ? isFurther(other, event) : other.tokens[4] >= event.tokens[4];
}

/** Whether a side question's copy is more complete than every row of the main thread, none of which shows an end. */
function isOutgrown(event: OracleEvent, events: readonly OracleEvent[]): boolean {
  const hint = toHint(event);
  if (hint === null || hint.threadId !== null || event.owner.profile.isSidechain || event.isFinal) return false;
  const candidates = events.filter((other) => toHint(other)?.group === hint.group && isOneBill(event, other));
  const mains = candidates.filter(({ owner }) => !owner.profile.isSidechain);
  return (
    candidates.some(
      (copy) => copy.owner.profile.isSidechain && mains.every((main) => main.tokens[4] < copy.tokens[4]),
    ) && mains.every((main) => main === event || main.isFinal || isFurther(event, main))
  );
}

function isOneBill(left: OracleEvent, right: OracleEvent): boolean {
  return (
    left.owner.profile.model === right.owner.profile.model &&
    [0, 1, 2, 3].every((index) => left.tokens[index] === right.tokens[index])
  );
}

function isFurther(left: OracleEvent, right: OracleEvent): boolean {
  const toTuple = (event: OracleEvent): Rank => [-event.tokens[4], ...toRank(event.owner), event.key];
  return compareTuples(toTuple(left), toTuple(right)) < 0;
}
