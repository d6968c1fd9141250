import { toAgeMs, toLimitTitle, type LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { formatWindowLabel } from '../../../../shared/format/window-label.ts';
import { formatDuration } from '../../../../shared/format/durations.ts';
import { createInstantText, toIso, unknownText } from '../output/figures.ts';
import { toLeftText, toUsedText } from '../output/limit-text.ts';
import { faint, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toLimitJson } from '../output/usage-json.ts';
import type { CliCommand } from './command.ts';

/** `fuelgauge limits`: the providers' own limit windows, as their newest readings in the logs have them. */
export const limitsCommand: CliCommand = {
  name: 'limits',
  summary: 'the providers’ own limit windows: what is left, and when they start anew',
  details: 'Known only where an agent writes them to its log (Codex does). A stale reading is too old to be trusted.',
  needsLogs: true,
  run({ engine, options, timeZone, nowMs }) {
    const { rows: windows } = engine.limits({ source: options.source });
    return {
      json: () => ({
        schema: 'fuelgauge.limits.v1',
        generatedAt: toIso(nowMs),
        timezone: timeZone,
        rows: windows.map((window) => toLimitJson(window, nowMs)),
      }),
      text: (page) => (windows.length === 0 ? [formatNone(page)] : formatLimitsTable(page, windows)),
    };
  },
};

function* formatLimitsTable(page: Page, windows: readonly LimitWindow[]): Generator<string> {
  const toText = createInstantText(page.timeZone);
  const rows = windows.map((window) => [
    window.source,
    formatWindowLabel(toLimitTitle(window)),
    toUsedText(window),
    toLeftText(window),
    toText(window.resetsAtMs),
    toText(window.runsOutAtMs),
    window.planType ?? unknownText,
    `${window.provenance}, ${formatDuration(toAgeMs(window, page.nowMs))} old`,
  ]);
  yield* formatTable(
    page,
    [
      { head: 'Source' },
      { head: 'Limit', minWidth: 12 },
      { head: 'Used', align: 'right' },
      { head: 'Left', align: 'right' },
      { head: 'Resets' },
      { head: 'Runs out' },
      { head: 'Plan', minWidth: 4 },
      { head: 'Reading', minWidth: 12 },
    ],
    { rows },
  );
  if (!windows.some(({ provenance }) => provenance === 'stale')) return;
  yield '';
  yield faint(
    page,
    wrapText(page, 'Stale: the provider has not said anything newer; use the agent once to learn how it stands.'),
  );
}

function formatNone(page: Page): string {
  return wrapText(
    page,
    'No limit reading that still holds: none was found, or its window has started anew since. Codex writes one with every response; Claude Code writes none, and `fuelgauge blocks` shows its 5-hour blocks.',
  );
}
