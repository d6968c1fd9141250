import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import type { SnapshotSections } from '../../../../shared/snapshot/app-snapshot.ts';
import { findToday } from '../../../../shared/snapshot/current-periods.ts';
import { toNearestLimit } from '../../../../shared/snapshot/outlook.ts';
import { messages } from '../messages.ts';
import { toCostText } from '../output/figures.ts';
import { toUsedText } from '../output/limit-text.ts';
import type { Page } from '../output/page.ts';

const { watch: texts } = messages.cli;

/** The title of the terminal's window: the binding window, or today's use when none is known, or the app's name. */
export function toWindowTitle(page: Page, sections: SnapshotSections): string {
  const { binding } = toNearestLimit(sections, page.nowMs);
  if (binding !== null) {
    const resetsInMs = binding.resetsAtMs === null ? null : binding.resetsAtMs - page.nowMs;
    return texts.windowLimit(binding.source, toUsedText(binding), resetsInMs);
  }
  const today = findToday(sections.usage, page.nowMs);
  if (today === null) return messages.windows.appName;
  const { totals } = today;
  return texts.windowUsage(texts.usage(totalTokens(totals.usage), toCostText(totals, page.currency)));
}
