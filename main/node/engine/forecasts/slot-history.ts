import type { Calendar } from '../../../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { floorTo } from '../../../../shared/domain/instant.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { ForecastHistory } from '../../../../shared/forecast/forecaster.ts';
import { createSlotSeries, slotMs, type UsedSlot } from '../../../../shared/forecast/slot-series.ts';
import type { EventStore } from '../../../../shared/ports/event-store.ts';

/** The slots with usage of each source. */
export type SlotsBySource = ReadonlyMap<SourceId, readonly UsedSlot[]>;

/** Reads what each source used in each quarter of an hour of `[fromMs, toMs)`. */
export function readSlots(
  store: Pick<EventStore, 'sums'>,
  fromMs: number,
  toMs: number,
  source: SourceId | null = null,
): SlotsBySource {
  const startMs = floorTo(fromMs, slotMs);
  const boundariesMs: number[] = [];
  for (let atMs = startMs; atMs < toMs; atMs += slotMs) boundariesMs.push(atMs);
  const cells = store.sums({
    fromMs: startMs,
    toMs: floorTo(toMs + slotMs - 1, slotMs),
    source: source ?? undefined,
    groupBy: [],
    boundariesMs,
  });
  const slots = new Map<SourceId, UsedSlot[]>();
  for (const cell of cells) {
    const list = slots.get(cell.source) ?? [];
    slots.set(cell.source, list);
    list.push({ atMs: cell.firstAtMs, tokens: totalTokens(cell.usage) });
  }
  return slots;
}

/** Joins parts of the past into the form that forecasts take. */
export function toForecastHistory(parts: readonly SlotsBySource[], calendar: Calendar): ForecastHistory {
  const bySource = new Map<SourceId, UsedSlot[]>();
  for (const part of parts) {
    for (const [source, slots] of part) {
      const list = bySource.get(source) ?? [];
      bySource.set(source, list);
      for (const slot of slots) list.push(slot);
    }
  }
  const sources = new Map([...bySource].map(([source, slots]) => [source, createSlotSeries(slots)]));
  return { sources, all: createSlotSeries([...bySource.values()].flat()), calendar };
}
