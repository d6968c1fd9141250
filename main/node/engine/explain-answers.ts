import { findBlockLimit } from '../../../shared/analytics/block-limits.ts';
import { createUsageSum } from '../../../shared/analytics/usage-sum.ts';
import type { ArgumentOf, EngineCalls, Handlers } from '../../../shared/contract/index.ts';
import { isBlockLength, type Block } from '../../../shared/domain/block.ts';
import type { CostExplanation } from '../../../shared/domain/explanation.ts';
import { dayMs, minuteMs } from '../../../shared/domain/instant.ts';
import { isSameLimit } from '../../../shared/domain/limit-id.ts';
import type { LimitReading, LimitWindow } from '../../../shared/domain/limit-window.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import { groupBy } from '../../../shared/lib/group-by.ts';
import { findMemberIds } from '../../../shared/limits/accounts.ts';
import { toBaselines } from '../../../shared/limits/baseline.ts';
import { learnCapacity } from '../../../shared/limits/capacity.ts';
import { explainReadings } from '../../../shared/limits/explain.ts';
import { toLimitWindows } from '../../../shared/limits/windows.ts';
import { listPlans } from '../../../shared/sources/list-plans.ts';
import { readLimits, type LimitContext } from './limit-answers.ts';
import { listAllBlocks, type BlockContext } from './list-blocks.ts';

/** Capacity is learned from the readings of this long. */
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
      const readings = context.ledger.store().latestLimitReadings(nowMs);
      const { windows, binding } = readLimits(context, null, nowMs);
      const changes = context.forecasts.limitChanges(windows, nowMs);
      const rows = windows.map((window) => ({
        id: toExplainId(window.source, window.id.account, window.id.name, window.id.scope),
        window,
        isBinding: window === binding,
        readings: explainReadings(window, readPlaces(context, window, readings, nowMs)),
        capacity: toCapacity(context, window, readings, nowMs),
        allowance: changes.allowances.find(({ id }) => isSameLimit(id, window.id)) ?? null,
      }));
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

/** A name that a person can type, the same every time. */
function toExplainId(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join('/');
}

/** An id may be shortened to a part of it. */
function isAsked(query: Query, id: string, source: SourceId): boolean {
  return (query.source === null || query.source === source) && (query.id === null || id.includes(query.id));
}

/** The readings of the window's current length, of all places: the newest of each id alone would hide who disagrees. */
function readPlaces(
  context: ExplainContext,
  window: LimitWindow,
  latest: readonly LimitReading[],
  nowMs: number,
): readonly LimitReading[] {
  const lengthMs = window.windowMinutes === null ? dayMs : window.windowMinutes * minuteMs;
  const older = findMemberIds(window.id, latest).flatMap((limit) =>
    context.ledger.store().limitReadings({ fromMs: nowMs - lengthMs, toMs: nowMs + 1, limit }),
  );
  return [...latest, ...older];
}

function toCapacity(context: ExplainContext, window: LimitWindow, latest: readonly LimitReading[], nowMs: number) {
  const store = context.ledger.store();
  const fromMs = nowMs - learnedDays * dayMs;
  const [limit] = findMemberIds(window.id, latest).filter(({ account }) => account === window.id.account);
  if (limit === undefined || window.windowMinutes === null || window.label !== null) return null;
  const readings = store.limitReadings({ fromMs, toMs: nowMs + 1, limit });
  const costs = store
    .cells({ fromMs, source: window.source, grainMs: minuteMs })
    .map((cell) => ({ atMs: cell.firstAtMs, costMicroUsd: context.preferences.book().costOf(cell) }));
  return learnCapacity(readings, (startMs, endMs) => {
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
      const { events, usage, costMicroUsd } = sum.totals();
      const { source, model } = group[0]!;
      return { model, source, events, usage, costMicroUsd, kind: costMicroUsd === null ? 'unknown' : 'estimated' };
    })
    .sort((left, right) => (right.costMicroUsd ?? -1) - (left.costMicroUsd ?? -1));
}
