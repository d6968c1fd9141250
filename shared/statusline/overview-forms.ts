import { toIso } from '../domain/instant.ts';
import { toUsd } from '../domain/money.ts';
import type { FactCost, FactWindow, StatuslineFacts } from './facts.ts';
import type { OverviewLine } from './overview.ts';

/** The overview as an object for scripts, in schema `fuelgauge.status.v1`: ISO 8601 times, US dollars. */
export function toOverviewJson(overview: OverviewLine, facts: StatuslineFacts | null, hasHost: boolean, nowMs: number) {
  const isCurrent = ({ resetsAtMs }: FactWindow): boolean => resetsAtMs === null || resetsAtMs > nowMs;
  const window = (each: FactWindow) => toWindowJson(each, nowMs);
  const binding = facts?.binding ?? null;
  return {
    schema: 'fuelgauge.status.v1',
    generatedAt: toIso(nowMs),
    writtenAt: toIso(facts?.writtenAtMs ?? null),
    hostRuns: hasHost,
    text: overview.text,
    class: overview.className,
    windows: (facts?.windows ?? []).filter(isCurrent).map(window),
    binding: binding === null || !isCurrent(binding) ? null : window(binding),
    today:
      facts === null || nowMs >= facts.today.endsAtMs ? null : { ...toCost(facts.today), tokens: facts.today.tokens },
    blocks: (facts?.blocks ?? [])
      .filter(({ endMs }) => endMs > nowMs)
      .map((block) => ({
        source: block.source,
        endAt: toIso(block.endMs),
        ...toCost(block),
        tokens: block.tokens,
      })),
    agents: facts?.agents ?? null,
  };
}

/** What Waybar reads from a module with `return-type: json`: its text is Pango markup. */
export function toWaybarJson({ text, tooltip, className, percentage }: OverviewLine) {
  return {
    text: escapeMarkup(text),
    tooltip: escapeMarkup(tooltip),
    class: className,
    ...(percentage !== null && { percentage: Math.min(100, Math.round(percentage)) }),
  };
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function toWindowJson(window: FactWindow, nowMs: number) {
  const { source, scope, label, windowMinutes, usedPercent, resetsAtMs, trustedUntilMs, runsOutAtMs } = window;
  return {
    source,
    scope,
    label,
    windowMinutes,
    usedPercent,
    resetsAt: toIso(resetsAtMs),
    runsOutAt: toIso(runsOutAtMs),
    isStale: nowMs > trustedUntilMs,
  };
}

function toCost({ costMicroUsd, isCostPartial = false }: FactCost) {
  return { costUsd: toUsd(costMicroUsd), isCostPartial };
}
