import { findBlockLimit } from '../../../../shared/analytics/block-limits.ts';
import { createUsageSum } from '../../../../shared/analytics/usage-sum.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../../shared/contract/index.ts';
import { isBlockLength, type Block } from '../../../../shared/domain/block.ts';
import type { CostExplanation } from '../../../../shared/domain/explanation.ts';
import { dayMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { isSameLimit, toLimitKey } from '../../../../shared/domain/limit-id.ts';
import type { LimitReading, LimitWindow } from '../../../../shared/domain/limit-window.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import { groupByWindow } from '../../../../shared/limits/accounts.ts';
import { toBaselines } from '../../../../shared/limits/baseline.ts';
import { learnCapacity } from '../../../../shared/limits/capacity.ts';
import { explainReadings } from '../../../../shared/limits/explain.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { listPlans } from '../../../../shared/sources/list-plans.ts';
import { readLimits, type LimitContext } from './limit-answers.ts';
import { listAllBlocks, type BlockContext } from '../usage/list-blocks.ts';

/** Capacity is learned from the readings of this many days. */
const learnedDays = 28;

/** What explanations are made from. */
export type ExplainContext = BlockContext & LimitContext;

type Query = ArgumentOf<EngineCalls, 'explainLimits'>;

/** The handlers that say where a number comes from. */
export function createExplainAnswers(context: ExplainContext) {
  const { clock, preferences } = context;
  return {
    explainLimits(query: Query) {
      const nowMs = clock.nowMs();
      const found = groupByWindow(readAllWindows(context, nowMs));
      const { windows, binding } = readLimits(context, null, nowMs);
      const changes = context.forecasts.limitChanges(windows, nowMs);
      const rows = windows.map((window) => {
        const readings = found.get(toLimitKey(window.id)) ?? [];
        return {
          id: toExplainId(window.source, window.id.account, window.id.name, window.id.scope),
          window,
          isBinding: window === binding,
          readings: explainReadings(window, pickCurrent(window, readings, nowMs)),
          capacity: toCapacity(context, window, readings, nowMs),
          allowance: changes.allowances.find(({ id }) => isSameLimit(id, window.id)) ?? null,
        };
      });
      return { generatedAtMs: nowMs, rows: rows.filter(({ id, window }) => isAsked(query, id, window.source)) };
    },
    explainBlocks(query: Query) {
      const nowMs = clock.nowMs();
      const blocks = listAllBlocks(context, query.source);
      const baselines = toBaselines(blocks);
      const windows = toLimitWindows(context.ledger.store().latestLimitReadings(nowMs), nowMs);
      const asked = blocks.filter((block) => block.kind === 'active' || (query.id !== null && block.kind !== 'gap'));
      const rows = asked.map((block) => ({
        id: toExplainId(block.source, new Date(block.startMs).toISOString()),
        block,
        rule: block.boundary === 'official' ? ('official-reset' as const) : ('first-event' as const),
        reset: findReset(block, windows),
        limit: findBlockLimit(block, preferences.settings(), listPlans(), baselines),
        baselines: baselines.filter(({ source }) => source === block.source),
      }));
      return { generatedAtMs: nowMs, rows: rows.filter(({ id, block }) => isAsked(query, id, block.source)) };
    },
    explainCost(query: Query) {
      const nowMs = clock.nowMs();
      const day = preferences.calendar().dayOf(nowMs);
      const rows = listCosts(context, preferences.calendar().startOf(day)).filter(({ model, source }) =>
        isAsked(query, model, source),
      );
      return { generatedAtMs: nowMs, day, costMode: preferences.settings().costMode, rows };
    },
  } satisfies Pick<Handlers<EngineCalls>, 'explainLimits' | 'explainBlocks' | 'explainCost'>;
}

/** A short, stable id that a person can type. */
function toExplainId(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('/');
}

/** An id may be shortened to a part of it. */
function isAsked(query: Query, id: string, source: SourceId): boolean {
  return (query.source === null || query.source === source) && (query.id === null || id.includes(query.id));
}

/** The newest reading of each window, however old, and all those from which something is learned. */
function readAllWindows(context: ExplainContext, nowMs: number): readonly LimitReading[] {
  const store = context.ledger.store();
  const recent = store.limitReadings({ fromMs: nowMs - learnedDays * dayMs, toMs: nowMs + 1 });
  const older = store
    .latestLimitReadings(nowMs)
    .filter(({ observedAtMs }) => observedAtMs < nowMs - learnedDays * dayMs);
  return [...older, ...recent];
}

/**
 * The readings of the window's current length, from all origins: the newest of each id alone would hide disagreement.
 */
function pickCurrent(
  { windowMinutes, observedAtMs: shownAtMs }: LimitWindow,
  readings: readonly LimitReading[],
  nowMs: number,
): readonly LimitReading[] {
  const lengthMs = windowMinutes === null ? dayMs : windowMinutes * minuteMs;
  const fromMs = Math.min(nowMs - lengthMs, shownAtMs);
  return readings.filter(({ observedAtMs }) => observedAtMs >= fromMs);
}

/** Learned from the origin with the most readings: each origin rounds differently. */
function toCapacity(context: ExplainContext, window: LimitWindow, readings: readonly LimitReading[], nowMs: number) {
  if (window.windowMinutes === null || window.label !== null) return null;
  const store = context.ledger.store();
  const fromMs = nowMs - learnedDays * dayMs;
  const recent = readings.filter(({ observedAtMs }) => observedAtMs >= fromMs);
  const places = [...groupBy(recent, ({ id }) => toLimitKey(id)).values()];
  const place = places.reduce<readonly LimitReading[]>(
    (longest, each) => (each.length > longest.length ? each : longest),
    [],
  );
  const costs = store
    .cells({ fromMs, source: window.source, grainMs: minuteMs })
    .map((cell) => ({ atMs: cell.firstAtMs, costMicroUsd: context.preferences.book().costOf(cell) }));
  return learnCapacity(place, (startMs, endMs) => {
    const between = costs.filter(({ atMs }) => atMs > startMs && atMs <= endMs);
    if (between.some(({ costMicroUsd }) => costMicroUsd === null)) return null;
    return between.reduce((sum, { costMicroUsd }) => sum + (costMicroUsd ?? 0), 0) / 1_000_000;
  });
}

function findReset(block: Block, windows: readonly LimitWindow[]): LimitReading | null {
  const found = windows.find(
    ({ source, windowMinutes, resetsAtMs }) =>
      source === block.source && isBlockLength(windowMinutes) && resetsAtMs === block.endMs,
  );
  if (found === undefined) return null;
  const { trustedUntilMs: _trusted, runsOutAtMs: _runsOut, pace: _pace, ...reading } = found;
  return reading;
}

function listCosts({ ledger, preferences }: ExplainContext, fromMs: number): readonly CostExplanation[] {
  const book = preferences.book();
  const cells = ledger.store().cells({ fromMs, grainMs: minuteMs });
  return [...groupBy(cells, ({ source, model }) => JSON.stringify([source, model])).values()]
    .map((group): CostExplanation => {
      const sum = createUsageSum();
      for (const cell of group) sum.add(cell, book.costOf(cell));
      const { events, usage, costMicroUsd, unpricedModels } = sum.totals();
      const { source, model } = group[0]!;
      const cost = { costMicroUsd, isCostPartial: unpricedModels.length > 0 };
      return { model, source, events, usage, ...cost, kind: costMicroUsd === null ? 'unknown' : 'estimated' };
    })
    .sort((left, right) => (right.costMicroUsd ?? -1) - (left.costMicroUsd ?? -1));
}
