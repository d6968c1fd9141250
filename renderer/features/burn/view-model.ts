import type { Currency } from '../../../shared/domain/money.ts';
import type { RecentBurn } from '../../../shared/domain/burn-rate.ts';
import { floorTo, hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import type { ScanStatus } from '../../../shared/snapshot/app-snapshot.ts';
import { toBurnRates } from '../../../shared/snapshot/outlook.ts';
import { messages } from '../../messages.ts';

const { common, format, logs, usage: words } = messages;

/** The span of the rate that tray, status line and popover show. */
const rateMinutes = 15;

/** What burns now, ready to show; null where it is unknown. */
export interface NowView {
  readonly tokens: string | null;
  /** Its cost, or why none is shown. */
  readonly cost: string;
  /** Tokens of each of the last 60 minutes; null where the logs are not known. */
  readonly minutes: readonly (number | null)[];
  /** The line in a sentence. */
  readonly lineText: string;
}

/** Prepares the burn rate and its last hour for display. While nothing is read, both are unknown, not zero. */
export function toNowView(
  burn: RecentBurn,
  { currency, nowMs, phase }: { currency: Currency; nowMs: number; phase: ScanStatus['phase'] },
): NowView {
  const rate = toBurnRates(burn, nowMs).find(({ windowMinutes }) => windowMinutes === rateMinutes);
  const minutes = toMinutes(burn, nowMs);
  const known = minutes.map((tokens) => tokens ?? 0);
  const total = known.reduce((sum, tokens) => sum + tokens, 0);
  const perMinute = rate?.tokensPerMinute ?? null;
  const costPerHour = rate?.costMicroUsdPerHour ?? null;
  return {
    tokens: perMinute === null ? null : format.compact(perMinute),
    cost:
      costPerHour === null
        ? describeNoCost(phase, perMinute)
        : words.costPerHour(format.money(costPerHour, currency, rate?.isCostPartial)),
    minutes,
    lineText: total === 0 ? words.idle : words.lastHourLine(format.compact(total), format.compact(Math.max(...known))),
  };
}

/** Why there is no cost. A rate is unknown only while the logs are not, or not yet, read. */
function describeNoCost(phase: ScanStatus['phase'], perMinute: number | null): string {
  if (perMinute !== null) return common.noCostKnown;
  return phase === 'paused' || phase === 'failed' ? logs.scan[phase] : logs.scan.progress;
}

function toMinutes({ minutes, coverageFromMs }: RecentBurn, nowMs: number): readonly (number | null)[] {
  // The minute that has just begun would look like a drop.
  const endMs = floorTo(nowMs, minuteMs);
  const sums = new Map<number, number>();
  for (const { atMs, tokens } of minutes) {
    const startMs = floorTo(atMs, minuteMs);
    sums.set(startMs, (sums.get(startMs) ?? 0) + tokens);
  }
  return Array.from({ length: hourMs / minuteMs }, (_, index) => {
    const startMs = endMs - hourMs + index * minuteMs;
    if (coverageFromMs === null || startMs + minuteMs <= coverageFromMs) return null;
    return sums.get(startMs) ?? 0;
  });
}
