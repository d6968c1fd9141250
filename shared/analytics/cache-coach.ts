import { hourMs, minuteMs } from '../domain/instant.ts';
import { promptTokens } from '../domain/token-usage.ts';
import type { UsageCell } from '../domain/usage-cell.ts';
import type { CacheHabit } from '../domain/what-if.ts';
import { compareValues } from '../lib/compare.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PriceBook } from '../ports/price-book.ts';
import { repriceCell, sumCacheCosts } from './cache-value.ts';

/**
 * A write of at least this share of what was in the cache before rebuilds it; a smaller one is just the new part of the
 * conversation.
 */
const rebuiltShare = 0.5;

interface Rebuild {
  readonly cell: UsageCell;
  readonly tokens: number;
  /** After a pause of at most an hour. */
  readonly isAvoidable: boolean;
}

/**
 * How each model's cache was used, from cells of a minute by session. A cache lives five minutes or an hour from its
 * last use (Anthropic's prompt caching); a large write after a longer pause than its lifetime is a rebuild. Both the
 * pause and what was written again are estimates: a minute may hold several responses.
 */
export function toCacheHabits(cells: readonly UsageCell[], book: PriceBook): readonly CacheHabit[] {
  const rebuilds = groupBy(findRebuilds(cells), ({ cell }) => keyOf(cell));
  return [...groupBy(cells, keyOf)]
    .map(([key, group]) => toHabit(group, rebuilds.get(key) ?? [], book))
    .filter(({ write5mTokens, write1hTokens, readTokens }) => write5mTokens + write1hTokens + readTokens > 0)
    .sort(
      (left, right) =>
        writtenTokens(right) - writtenTokens(left) ||
        compareValues(left.source, right.source) ||
        compareValues(left.model, right.model),
    );
}

function keyOf({ source, model }: UsageCell): string {
  return JSON.stringify([source, model]);
}

function writtenTokens({ write5mTokens, write1hTokens }: CacheHabit): number {
  return write5mTokens + write1hTokens;
}

function findRebuilds(cells: readonly UsageCell[]): readonly Rebuild[] {
  const threads = groupBy(cells, ({ source, sessionId, model, isSidechain }) =>
    JSON.stringify([source, sessionId, model, isSidechain]),
  );
  return [...threads.values()].flatMap((thread) => {
    const inOrder = [...thread].sort((left, right) => left.firstAtMs - right.firstAtMs);
    return inOrder.flatMap((cell, index) => toRebuild(inOrder[index - 1], cell) ?? []);
  });
}

function toRebuild(before: UsageCell | undefined, cell: UsageCell): Rebuild | null {
  if (before === undefined || before.events === 0) return null;
  const pauseMs = cell.firstAtMs - before.lastAtMs;
  const lifetimeMs = before.usage.cacheCreation1hTokens > 0 ? hourMs : 5 * minuteMs;
  if (pauseMs <= lifetimeMs) return null;
  const held = promptTokens(before.usage) / before.events;
  const written = cell.usage.cacheCreation5mTokens + cell.usage.cacheCreation1hTokens;
  if (written === 0 || written < held * rebuiltShare) return null;
  return { cell, tokens: Math.round(Math.min(written, held)), isAvoidable: pauseMs <= hourMs };
}

function toHabit(group: readonly UsageCell[], rebuilds: readonly Rebuild[], book: PriceBook): CacheHabit {
  const [{ source, model }] = group as [UsageCell];
  const avoidable = rebuilds.filter(({ isAvoidable }) => isAvoidable);
  const sum = (numberOf: (cell: UsageCell) => number): number =>
    group.reduce((total, cell) => total + numberOf(cell), 0);
  return {
    source,
    model,
    write5mTokens: sum(({ usage }) => usage.cacheCreation5mTokens),
    write1hTokens: sum(({ usage }) => usage.cacheCreation1hTokens),
    readTokens: sum(({ usage }) => usage.cacheReadTokens),
    freshTokens: sum(({ usage }) => usage.inputTokens),
    rebuilds: rebuilds.length,
    rebuiltTokens: rebuilds.reduce((total, { tokens }) => total + tokens, 0),
    avoidableRebuilds: avoidable.length,
    costs: sumCacheCosts(group, book),
    lostMicroUsd: sumLost(rebuilds, book),
    avoidableMicroUsd: sumLost(avoidable, book),
  };
}

/** What rebuilt tokens cost more than reading them would have. */
function sumLost(rebuilds: readonly Rebuild[], book: PriceBook): number | null {
  const lost = rebuilds.map(({ cell, tokens }) => {
    const paid = repriceCell(cell, book);
    const short = Math.min(tokens, cell.usage.cacheCreation5mTokens);
    const read = repriceCell(cell, book, {
      usage: {
        ...cell.usage,
        cacheCreation5mTokens: cell.usage.cacheCreation5mTokens - short,
        cacheCreation1hTokens:
          cell.usage.cacheCreation1hTokens - Math.min(tokens - short, cell.usage.cacheCreation1hTokens),
        cacheReadTokens: cell.usage.cacheReadTokens + tokens,
      },
    });
    return paid === null || read === null ? null : paid - read;
  });
  const known = lost.filter((each) => each !== null);
  return known.length === 0 && lost.length > 0 ? null : known.reduce((total, each) => total + each, 0);
}
