import stringWidth from 'string-width';
import { toVelocity } from '../../../../shared/analytics/velocity.ts';
import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { blockMs } from '../../../../shared/domain/block.ts';
import type { BurnRate } from '../../../../shared/domain/burn-rate.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import type { PeriodUsage, Report, UsageTotals } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { groupBy } from '../../../../shared/lib/group-by.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { findThisWeek, findToday } from '../../../../shared/snapshot/current-periods.ts';
import { toBurnRates } from '../../../../shared/snapshot/outlook.ts';
import { messages } from '../messages.ts';
import { toCostText, toMoneyText, unknownText } from '../output/figures.ts';
import { toModelsText } from '../output/models-text.ts';
import { wrapText } from '../output/page.ts';
import type { Role } from '../theme/themes.ts';
import type { LivePage } from './live-page.ts';

const { cli } = messages;
const { watch: texts } = cli;

/** How fast tokens are used, and how much today and this week. */
export function formatUsage(page: LivePage, sections: SnapshotSections, baselines: readonly Baseline[]): string {
  const usual = toUsualRate(baselines);
  const { today } = sections.usage;
  const week = findThisWeek(sections.usage, page.nowMs);
  const isToday = findToday(sections.usage, page.nowMs) !== null;
  const lines: readonly (readonly [string, string])[] = [
    ...toBurnRates(sections.burn, page.nowMs).map((rate) => toBurnLine(page, rate, usual)),
    [isToday ? texts.today : messages.format.day(today.since), toPeriodText(page, today)],
    ...(week === null ? [] : [[texts.week, toPeriodText(page, week)] as const]),
  ];
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, text]) => wrapText(page, label.padEnd(width) + text, 2)).join('\n');
}

/** Tokens per minute of a usual full block of all agents together; null while none is known. */
function toUsualRate(baselines: readonly Baseline[]): number | null {
  const known = baselines.filter(({ unit }) => unit === 'tokens').flatMap(({ p90 }) => p90 ?? []);
  return known.length === 0 ? null : Math.max(...known) / (blockMs / minuteMs);
}

function toBurnLine(page: LivePage, rate: BurnRate, usual: number | null): readonly [string, string] {
  const label = texts.lastMinutes(rate.windowMinutes);
  if (rate.tokensPerMinute === null) return [label, unknownText];
  const velocity = toVelocity(rate.tokensPerMinute, usual);
  const { costMicroUsdPerHour, isCostPartial } = rate;
  const cost = costMicroUsdPerHour === null ? null : toMoneyText(costMicroUsdPerHour, page.currency, isCostPartial);
  const text = texts.burn(rate.tokensPerMinute, cost);
  return [label, velocity === null ? text : texts.withVelocity(text, velocity)];
}

function toPeriodText(page: LivePage, period: PeriodUsage): string {
  const whole = toTotalsText(page, period.totals);
  if (period.bySource.length < 2) return whole;
  return texts.withParts(
    whole,
    period.bySource.map((totals) => texts.usageOf(totals.source, toTotalsText(page, totals))),
  );
}

function toTotalsText(page: LivePage, totals: UsageTotals): string {
  return texts.usage(totalTokens(totals.usage), toCostText(totals, page.currency));
}

const shareRoles: readonly Role[] = ['first', 'second', 'third'];
/** Distinguishes the parts without colour. */
const shareFills = ['█', '▓', '▒', '░'];

/** Today's tokens by model: a bar and its legend; empty when nothing was used. */
export function formatModelShares(page: LivePage, models: Report | null): string {
  const sums = [...groupBy(models?.rows ?? [], ({ key }) => toModelsText([key ?? unknownText]))]
    .map(([name, rows]) => ({ name, tokens: rows.reduce((sum, { usage }) => sum + totalTokens(usage), 0) }))
    .filter(({ tokens }) => tokens > 0)
    .sort((a, b) => b.tokens - a.tokens);
  if (sums.length === 0) return '';
  const total = sums.reduce((sum, { tokens }) => sum + tokens, 0);
  const named = sums.slice(0, shareRoles.length);
  const others = sums.slice(shareRoles.length);
  const rest = { name: texts.otherModels(others.length), tokens: others.reduce((sum, { tokens }) => sum + tokens, 0) };
  const parts = others.length === 0 ? named : [...named, rest];
  const cells = Math.min(60, page.width);
  const ends = parts.map((_, index) =>
    Math.round((parts.slice(0, index + 1).reduce((sum, { tokens }) => sum + tokens, 0) / total) * cells),
  );
  const toRole = (index: number): Role => shareRoles[index] ?? 'rest';
  const toFill = (index: number): string => shareFills[index] ?? '░';
  const bar = parts.map((_, index) =>
    page.paint(toRole(index), toFill(index).repeat((ends[index] ?? 0) - (ends[index - 1] ?? 0))),
  );
  const legend = parts.map(({ name, tokens }, index) => {
    const text = texts.share(cleanText(name), (tokens / total) * 100);
    return `${page.paint(toRole(index), toFill(index))} ${text}`;
  });
  return [texts.modelsToday, bar.join(''), ...wrapItems(legend, page.width)].join('\n');
}

/** As many items per line as fit; styling has no width. */
function wrapItems(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const item of items) {
    const joined = lines.length === 0 ? item : `${lines.at(-1)}   ${item}`;
    if (lines.length === 0 || stringWidth(joined) > width) lines.push(item);
    else lines[lines.length - 1] = joined;
  }
  return lines;
}
