import type { Baseline } from '../../../../shared/domain/baseline.ts';
import { messages } from '../messages.ts';
import { toMoneyText } from './figures.ts';
import type { Page } from './page.ts';

const { cli, format } = messages;
const { explain: words } = cli;

/** What a full block of a source usually holds, in one unit: a description, not a limit. */
export function toBaselineText(page: Page, { unit, blocks, p90, interval, range }: Baseline): string {
  const toText = (value: number): string =>
    unit === 'usd'
      ? toMoneyText(Math.round(value * 1_000_000), page.currency)
      : messages.blocks.countLimit(Math.round(value), unit);
  if (p90 === null || interval === null || range === null) return words.learning(words.units[unit], blocks);
  return words.baseline({
    unit: words.units[unit],
    p90: toText(p90),
    interval: words.span(toText(interval.low), toText(interval.high)),
    range: words.span(toText(range.min), toText(range.max)),
    blocks: format.integer(blocks),
  });
}
