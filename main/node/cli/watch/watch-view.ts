import type { UsageTotals, PeriodUsage } from '../../../../shared/domain/report.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { BurnRate } from '../../../../shared/domain/burn-rate.ts';
import type { ScanStatus, SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { toBlockOutlook, toBurnRates } from '../../../../shared/snapshot/outlook.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { toActiveSentence } from '../commands/active-block.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { createInstantText, toCostText, unknownText } from '../output/figures.ts';
import { dim, bold, wrapText, type Page } from '../output/page.ts';
import { formatLimits, formatProcesses, formatSessions } from './watch-tables.ts';

const { watch: texts } = messages.cli;

/** The live view: what matters right now, in a few lines. Does not end with a line feed. */
export function formatWatchView(page: Page, sections: SnapshotSections, options: CliOptions): string {
  const title = bold(page, texts.title(toStateText(sections.scan)));
  const clock = dim(page, texts.clock(createInstantText(page.timeZone)(page.nowMs), page.timeZone));
  const { today, week } = sections.usage;
  const parts = [
    `${title}  ${clock}`,
    sections.health.problems
      .map((problem) => wrapText(page, texts.problem(cleanText(describeProblem(problem, messages, page.nowMs))), 2))
      .join('\n'),
    formatLimits(page, sections.limits),
    sections.blocks
      .map((active) => toBlockOutlook(active, page.nowMs))
      .map((outlook) => wrapText(page, toActiveSentence(page, outlook, options), 2))
      .join('\n'),
    alignLabels([
      ...toBurnRates(sections.burn, page.nowMs)
        .filter(({ windowMinutes }) => windowMinutes !== 5)
        .map((rate) => toBurnLine(page, rate)),
      [texts.today, toPeriodText(page, today)],
      [texts.week, toPeriodText(page, week)],
    ]),
    formatSessions(page, sections),
    formatProcesses(page, sections),
    dim(page, texts.footer),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function toStateText({ phase, percent }: ScanStatus): string {
  const { scan } = messages.logs;
  if (phase === 'scanning') return scan.scanning(percent);
  return phase === 'watching' ? scan.live : scan[phase];
}

type LabelledText = readonly [label: string, text: string];

/** Aligns the texts, however long the labels are. */
function alignLabels(lines: readonly LabelledText[]): string {
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  return lines.map(([label, text]) => label.padEnd(width) + text).join('\n');
}

function toBurnLine(page: Page, rate: BurnRate): LabelledText {
  const label = texts.lastMinutes(rate.windowMinutes);
  if (rate.tokensPerMinute === null) return [label, unknownText];
  return [label, texts.burn(rate.tokensPerMinute, rate.costMicroUsdPerHour, page.currency)];
}

function toPeriodText(page: Page, period: PeriodUsage): string {
  const whole = toTotalsText(page, period.totals);
  if (period.bySource.length < 2) return whole;
  return texts.withParts(
    whole,
    period.bySource.map((totals) => texts.usageOf(totals.source, toTotalsText(page, totals))),
  );
}

function toTotalsText(page: Page, totals: UsageTotals): string {
  return texts.usage(totalTokens(totals.usage), toCostText(totals, page.currency));
}
