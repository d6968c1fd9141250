import type { ClockChoice } from '../../../../shared/domain/clock-choice.ts';
import { ownPlan, usualPlan } from '../../../../shared/domain/plan.ts';
import { sources } from '../../../../shared/sources/registry.ts';
import type { PlanOverride } from '../cli-host.ts';
import { toCliOptions, type CliOptions } from '../options/cli-options.ts';
import { toWatchChoices } from '../watch/declare-watch.ts';
import type { WatchChoices } from '../watch/watch-choices.ts';

/** claude-monitor's plans, by our ids; `custom` is handled separately. */
const planIds: Readonly<Partial<Record<string, string>>> = { pro: 'pro', max5: 'max-5x', max20: 'max-20x' };
export const monitorPlans: readonly string[] = [...Object.keys(planIds), ownPlan];

/** Whose usage claude-monitor shows: the agent whose blocks ccusage shows, too. */
const source = sources.find(({ ccusage }) => ccusage?.hasBlocks === true)?.id ?? null;

/** Its `auto` is what the settings say. */
const clocks: Readonly<Partial<Record<string, ClockChoice>>> = { '12h': '12', '24h': '24' };

type Values = Readonly<Record<string, unknown>>;

/** A parsed call of claude-monitor. */
export interface MonitorRequest {
  readonly options: CliOptions;
  readonly choices: WatchChoices;
  readonly isLine: boolean;
  /** The plan as it was typed; null without one. */
  readonly planName: string | null;
}

/** Our options for a call of claude-monitor. A sentence when they contradict each other. */
export function toMonitorOptions(values: Values): MonitorRequest | string {
  const { output, json, compact, timeFormat, resetHour, stateFile, ...rest } = values;
  const options = toCliOptions({
    ...rest,
    source,
    // As in claude-monitor, a file name alone writes nothing.
    ...(typeof rest['writeState'] === 'string' && typeof stateFile === 'string' && { writeState: stateFile }),
    json: json === true || output === 'json',
  });
  if (typeof options === 'string') return options;
  return {
    options: {
      ...options,
      plan: toPlan(values),
      clock: clocks[String(timeFormat)] ?? null,
      dayStartHour: typeof resetHour === 'number' ? resetHour : null,
    },
    choices: toWatchChoices(values),
    isLine: compact === true,
    planName: typeof rest['plan'] === 'string' ? rest['plan'] : null,
  };
}

/**
 * The plan that overrides the one in the settings; null when none is given. Without a limit of its own, `custom` is the
 * 90th percentile of one's own blocks, as in claude-monitor. It counts tokens of input and output only.
 */
function toPlan({ plan, customLimitTokens: value }: Values): PlanOverride | null {
  const id = planIds[String(plan)];
  if (id !== undefined) return { plan: id };
  if (typeof value === 'number') return { plan: ownPlan, customBlockLimit: { unit: 'tokens-in-out', value } };
  // The percentile only needs the unit.
  return plan === ownPlan ? { plan: usualPlan, customBlockLimit: { unit: 'tokens-in-out', value: 1 } } : null;
}
