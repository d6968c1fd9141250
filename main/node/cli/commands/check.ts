import { Option, type Command } from 'commander';
import { toIso } from '../../../../shared/domain/instant.ts';
import type { LimitVerdict } from '../../../../shared/domain/limit-verdict.ts';
import { judgeLimit, judgeLimits } from '../../../../shared/limits/judge-limits.ts';
import { toAgeMs, toHeadroomPercent, toLimitTitle } from '../../../../shared/domain/limit-window.ts';
import { toBlockWindows, type LimitOrBlock } from '../../../../shared/limits/block-windows.ts';
import { toBlockOutlook } from '../../../../shared/snapshot/outlook.ts';
import { findSource } from '../../../../shared/sources/registry.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parsePercentOption, parseRepeatedOption } from '../options/parse-values.ts';
import { unknownText } from '../output/figures.ts';
import { toLeftText } from '../output/limit-text.ts';
import { toOwnerText } from '../output/limit-owner.ts';
import { wrapText, type Page } from '../output/page.ts';
import { toLimitJson } from '../output/usage-json.ts';
import type { CliCommand } from '../command.ts';
import { toVerdictCode } from '../output/verdict-codes.ts';

const { check: words, help } = messages.cli;

/** What `check` takes beyond the common options. */
interface CheckOptions {
  readonly window?: readonly string[];
  readonly minRemaining: number;
  readonly failOpen?: boolean;
}

/** Declares `fuelgauge check`: whether enough is left of the limits, as an exit code for scripts. */
export function addCheckCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const { summary, details } = help.commands.check;
  const command = program.command('check').summary(summary).description(help.description(summary, details));
  command
    .addOption(new Option('--window <name>', help.check.window).argParser(parseRepeatedOption))
    .addOption(
      new Option('--min-remaining <percent>', help.check.minRemaining).argParser(parsePercentOption).default(10),
    )
    .option('--fail-open', help.check.failOpen);
  command.action((own: CheckOptions) => answer(createCheckCommand(own), readOptions(command)));
}

function createCheckCommand({ window: wanted = [], minRemaining, failOpen = false }: CheckOptions): CliCommand {
  return {
    name: 'check',
    needsLogs: true,
    schemas: [1],
    options: [],
    async ask(client, { options }) {
      const [{ generatedAtMs, rows: reported, binding }, { sections }] = await Promise.all([
        client.call('limits', { source: options.source }),
        client.call('snapshot'),
      ]);
      const blocks = sections.blocks
        .filter(({ source }) => options.source === null || source === options.source)
        .map((block) => toBlockOutlook(block, generatedAtMs));
      // Where a provider reports nothing, the person's own limit or plan counts.
      const rows: readonly LimitOrBlock[] = [...reported, ...toBlockWindows(blocks, reported)];
      const windows = rows
        .filter((window) => wanted.length === 0 || wanted.some((name) => isNamed(window, name)))
        .map((window) => ({ window, verdict: judgeLimit(window, minRemaining) }));
      const missing = wanted.filter((name) => !rows.some((window) => isNamed(window, name)));
      const worst = judgeLimits(windows.map((each) => each.verdict));
      // What is not known cannot be fine.
      const verdict = worst === 'fine' && missing.length > 0 ? null : worst;
      return {
        exitCode: toVerdictCode(verdict, failOpen),
        json: () => ({
          schema: 'fuelgauge.check.v1',
          generatedAt: toIso(generatedAtMs),
          verdict: verdict ?? 'no-data',
          minRemainingPercent: minRemaining,
          windows: windows.map((each) => ({
            verdict: each.verdict,
            ...toLimitJson(each.window, generatedAtMs, binding),
          })),
        }),
        *text(page) {
          if (rows.length === 0 && wanted.length === 0) yield wrapText(page, words.nothing(null));
          for (const name of missing) yield wrapText(page, words.nothing(name));
          for (const each of windows) yield wrapText(page, toSentence(page, rows, each.window, each.verdict));
        },
      };
    },
  };
}

/** Whether a window goes by this name: its scope, the provider's name, or its label. */
function isNamed({ id, label }: LimitOrBlock, name: string): boolean {
  const names = [id.scope, id.name, label ?? ''].map((each) => each.toLowerCase());
  return names.includes(name.toLowerCase());
}

function toSentence(page: Page, rows: readonly LimitOrBlock[], window: LimitOrBlock, verdict: LimitVerdict): string {
  const left = toLeftText(window);
  return words.window({
    agent: toOwnerText(window, rows, findSource(window.source)?.label),
    title: toLimitTitle(window),
    verdict,
    left: toHeadroomPercent(window) === null && left === unknownText ? null : left,
    resetsInMs: window.resetsAtMs === null ? null : window.resetsAtMs - page.nowMs,
    isEstimated: window.provenance === 'estimated',
    staleAgeMs: window.provenance === 'stale' ? toAgeMs(window, page.nowMs) : null,
  });
}
