import { mkdirSync, writeSync } from 'node:fs';
import { isatty } from 'node:tty';
import { statuslineWords } from '../../../shared/messages/en/statusline.ts';
import { parseStatuslineFacts, type StatuslineFacts } from '../../../shared/statusline/facts.ts';
import { toOverviewJson, toWaybarJson } from '../../../shared/statusline/overview-forms.ts';
import { drawOverview } from '../../../shared/statusline/overview.ts';
import { overviewTemplates } from '../../../shared/statusline/presets.ts';
import { widgetNames } from '../../../shared/statusline/widgets/all-widgets.ts';
import { toClock } from './clock-text.ts';
import { findUnknownWidget } from './find-unknown-widget.ts';
import { readSmallFile } from './small-files.ts';
import type { StatusOptions } from './status-options.ts';
import { findOwnDataFolder, toStatuslineFolder } from './statusline-folder.ts';

const maxStateBytes = 524_288;
const maxPidBytes = 32;

/** Where the facts are from, and how the line is printed. */
export interface StatusSource {
  readonly facts: StatuslineFacts | null;
  /** Whether the process that wrote them keeps them up to date. */
  readonly isKept: boolean;
  /** Whether a host runs that may not have written any yet, as while it reads the logs. */
  readonly hasHost: boolean;
  readonly hasColor: boolean;
  readonly nowMs: number;
}

/** The program of `fuelgauge status`: prints the line, and ends the process with 2 for a widget that does not exist. */
export function runStatus(options: StatusOptions, nowMs: number): void {
  const unknown = options.template === null ? null : findUnknownWidget(options.template);
  if (unknown !== null) {
    writeSync(2, `${statuslineWords.unknownWidget(unknown, widgetNames)}\n`);
    process.exitCode = 2;
    return;
  }
  const hasColor = isatty(1) && (process.env['NO_COLOR'] ?? '') === '' && process.env['TERM'] !== 'dumb';
  try {
    writeSync(1, `${formatStatus(options, { ...readStatus(options.dataFolder), hasColor, nowMs })}\n`);
  } catch {
    // The bar has closed the pipe.
  }
}

/**
 * The facts as a host has written them. Creates the folder, since hosts only write if the folder exists. Never throws.
 */
export function readStatus(dataFolder: string | null): Pick<StatusSource, 'facts' | 'isKept' | 'hasHost'> {
  const { folder, state, host } = toStatuslineFolder(dataFolder ?? findOwnDataFolder());
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch {
    // Then there are no facts to read, either.
  }
  const text = readSmallFile(state, maxStateBytes);
  const facts = text === null ? null : parseStatuslineFacts(text);
  const isKept = isRunning(facts?.hostPid ?? null);
  return { facts, isKept, hasHost: isKept || isRunning(Number(readSmallFile(host, maxPidBytes) ?? NaN)) };
}

/** The line in the requested format. */
export function formatStatus(
  options: StatusOptions,
  { facts, isKept, hasHost, hasColor, nowMs }: StatusSource,
): string {
  const overview = drawOverview({
    facts,
    isKept,
    hasHost,
    template: options.template ?? overviewTemplates[options.isCompact ? 'compact' : 'full'],
    isCompact: options.isCompact,
    hasColor: hasColor && options.format === 'text',
    words: statuslineWords,
    nowMs,
    toClock,
  });
  switch (options.format) {
    case 'json':
      return JSON.stringify(toOverviewJson(overview, facts, hasHost, nowMs), null, 2);
    case 'waybar':
      return JSON.stringify(toWaybarJson(overview));
    case 'text':
      return overview.text;
  }
}

function isRunning(pid: number | null): boolean {
  if (pid === null || !Number.isInteger(pid) || pid < 2) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's process also counts as running.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
