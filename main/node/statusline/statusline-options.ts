import { lineStyles, type LineStyle } from '../../../shared/statusline/paint.ts';
import { presetNames, presets, type PresetName } from '../../../shared/statusline/presets.ts';
import { burnMarks, costSources, type LineOptions } from '../../../shared/statusline/scene.ts';

/** What a status line is asked to show. */
export interface StatuslineOptions extends LineOptions {
  readonly template: string;
  readonly style: LineStyle;
  readonly hasColor: boolean;
  /** Columns; null when they are unknown. */
  readonly width: number | null;
  /** Null: the app's own. */
  readonly dataFolder: string | null;
  /** The installation that runs it, which knows the person's earlier command. */
  readonly installed: string | null;
}

/** Options with a value; `ccusage statusline` takes the last six, and two of them mean nothing here. */
const valueOptions: Readonly<Record<string, string>> = {
  '--template': 'template',
  '--preset': 'preset',
  '--style': 'style',
  '--width': 'width',
  '--budget': 'budget',
  '--data': 'data',
  '--installed': 'installed',
  '--visual-burn-rate': 'burn',
  '-B': 'burn',
  '--cost-source': 'costSource',
  '--context-low-threshold': 'low',
  '--context-medium-threshold': 'medium',
  '--refresh-interval': 'refresh',
  '--config': 'config',
};
const ccusageOptions = ['burn', 'costSource', 'low', 'medium', 'refresh', 'config'];
const ccusageSwitches = ['-O', '--offline', '--no-offline', '--cache', '--no-cache'];

/**
 * Reads the arguments of a status line. Never fails: a line that is drawn without an unknown option is better than none.
 * Options of `ccusage statusline` without a template choose the preset of that name.
 */
export function parseStatuslineOptions(
  args: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): StatuslineOptions {
  const values = readValues(args);
  const isCcusage =
    ccusageOptions.some((name) => name in values) || args.some((argument) => ccusageSwitches.includes(argument));
  const preset = pick(presetNames, values['preset']) ?? (isCcusage ? 'ccusage' : 'default');
  const [low, medium] = [toPercent(values['low']) ?? 50, toPercent(values['medium']) ?? 80];
  return {
    template: values['template'] ?? presets[preset satisfies PresetName],
    style: pick(lineStyles, values['style']) ?? 'plain',
    // https://no-color.org: any value but an empty one. The line is never printed to a terminal directly.
    hasColor: !args.includes('--no-color') && (variables['NO_COLOR'] ?? '') === '' && variables['TERM'] !== 'dumb',
    width: toCount(values['width']) ?? toCount(variables['COLUMNS']),
    dataFolder: values['data'] || null,
    installed: values['installed'] ?? null,
    costSource: pick(costSources, values['costSource']) ?? 'auto',
    burnMark: pick(burnMarks, values['burn']) ?? 'off',
    budgetUsd: toAmount(values['budget']),
    contextPercents: [Math.min(low, medium), Math.max(low, medium)],
  };
}

function readValues(args: readonly string[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 1) {
    const [, option = '', attached] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(args[index]!) ?? [];
    const name = Object.hasOwn(valueOptions, option) ? valueOptions[option]! : null;
    if (name === null) continue;
    const next = args[index + 1];
    // ccusage allows these options without a value.
    const isLeftOut = ccusageOptions.includes(name) && next?.startsWith('-') === true;
    if (attached === undefined && !isLeftOut) index += 1;
    values[name] = attached ?? (isLeftOut ? '' : (next ?? ''));
  }
  return values;
}

function pick<Choice extends string>(choices: readonly Choice[], text: string | undefined): Choice | null {
  return choices.find((choice) => choice === text) ?? null;
}

function toCount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,4}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}

function toPercent(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,3}(\.\d+)?$/.test(text) && Number(text) <= 100 ? Number(text) : null;
}

function toAmount(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}(\.\d+)?$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
