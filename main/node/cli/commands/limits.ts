import { toAgeMs, toLimitTitle, type LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { createInstantText, toIso, unknownText } from '../output/figures.ts';
import { toLeftText, toUsedText } from '../output/limit-text.ts';
import { dim, wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toLimitJson } from '../output/usage-json.ts';
import { messages } from '../messages.ts';
import { defineCommand } from './command.ts';

const { cli, units } = messages;
const { answers, tables } = cli;

/** `fuelgauge limits`: the providers' own limit windows by their newest readings in the logs. */
export const limitsCommand = defineCommand({
  name: 'limits',
  needsLogs: true,
  call: 'limits',
  toArgument: ({ source }) => ({ source }),
  toJsonV1: ({ generatedAtMs, rows }, { timeZone }) => ({
    schema: 'fuelgauge.limits.v1',
    generatedAt: toIso(generatedAtMs),
    timezone: timeZone,
    rows: rows.map((window) => toLimitJson(window, generatedAtMs)),
  }),
  toText: ({ rows }, page) => (rows.length === 0 ? [wrapText(page, answers.noLimits)] : formatLimitsTable(page, rows)),
});

function* formatLimitsTable(page: Page, windows: readonly LimitWindow[]): Generator<string> {
  const toText = createInstantText(page.timeZone);
  const rows = windows.map((window) => [
    window.source,
    units.limitWindow(toLimitTitle(window)),
    toUsedText(window),
    toLeftText(window),
    toText(window.resetsAtMs),
    toText(window.runsOutAtMs),
    window.planType ?? unknownText,
    answers.reading(window.provenance, toAgeMs(window, page.nowMs)),
  ]);
  yield* formatTable(
    page,
    [
      { head: tables.source },
      { head: tables.limit, minWidth: 12 },
      { head: tables.used, align: 'right' },
      { head: tables.left, align: 'right' },
      { head: tables.resets },
      { head: tables.runsOut },
      { head: tables.plan, minWidth: 4 },
      { head: tables.reading, minWidth: 12 },
    ],
    { rows },
  );
  if (!windows.some(({ provenance }) => provenance === 'stale')) return;
  yield '';
  yield dim(page, wrapText(page, answers.staleReadings));
}
