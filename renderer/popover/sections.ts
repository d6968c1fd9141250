import { totalTokens } from '../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../shared/snapshot/app-snapshot.ts';
import { findToday } from '../../shared/snapshot/current-periods.ts';
import { toHeadline } from '../features/limits/accounts-view.ts';
import type { AccountsContext } from '../features/limits/accounts-view.ts';
import { messages } from '../messages.ts';

const { format, limits, windows: words } = messages;

/** The one sentence that the popover opens with. */
export interface Headline {
  readonly sentence: string;
  readonly detail: string | null;
}

/** What stops the person first, and when; without any limit, the next most useful sentence. */
export function toPopoverHeadline(
  sections: SnapshotSections,
  context: Pick<AccountsContext, 'nowMs' | 'timeZone' | 'labelOf'>,
): Headline {
  const { scan, usage } = sections;
  if (scan.phase === 'starting' || scan.phase === 'scanning') {
    return { sentence: words.scanning(format.percent(scan.percent)), detail: null };
  }
  const headline = toHeadline(sections, context);
  if (headline !== null) return headline;
  const today = findToday(usage, context.nowMs);
  if (today === null) return { sentence: words.appName, detail: limits.noneKnown };
  const { events, usage: tokens } = today.totals;
  if (events > 0) return { sentence: words.tokensToday(format.compact(totalTokens(tokens))), detail: limits.noneKnown };
  const hasUsage = sections.sources.some((source) => source.events > 0);
  return { sentence: hasUsage ? words.noUsageToday : words.appName, detail: null };
}
