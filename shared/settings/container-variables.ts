import { usualPlan } from '../domain/plan.ts';
import { listPlans } from '../sources/list-plans.ts';
import { isTimeZone } from '../domain/calendar-day.ts';
import { fail, ok, type Result } from '../lib/result.ts';
import { themes } from './appearance-choices.ts';
import { refreshCadences, type Settings } from './schema.ts';

/** What cannot be used, by the name of its variable. */
export interface VariableComplaint {
  readonly name: string;
  readonly value: string;
  /** What is accepted, such as `dark | light`. */
  readonly expected: string;
}

/** claude-monitor's names of plans, where they are not ours. Its `custom` is the 90th percentile of one's own blocks. */
const planNames: Readonly<Record<string, string>> = { max5: 'max-5x', max20: 'max-20x', custom: usualPlan };

/**
 * Settings that a container gets from the environment under claude-monitor's names: `PLAN`, or `CLAUDE_PLAN`, `_THEME`,
 * `_TIMEZONE` and `_REFRESH_INTERVAL` (seconds, rounded up to one that there is). An empty one counts as not set.
 */
export function parseContainerVariables(
  variables: Readonly<Record<string, string | undefined>>,
): Result<Partial<Settings>, VariableComplaint> {
  const read = (name: string): string => variables[name]?.trim() ?? '';
  const planVariable = read('PLAN') === '' ? 'CLAUDE_PLAN' : 'PLAN';
  const [plan, theme, zone, interval] = [
    planVariable,
    'CLAUDE_THEME',
    'CLAUDE_TIMEZONE',
    'CLAUDE_REFRESH_INTERVAL',
  ].map(read) as [string, string, string, string];
  const planId = planNames[plan.toLowerCase()] ?? plan.toLowerCase();
  const knownTheme = themes.find((each) => each === (theme === 'auto' ? 'system' : theme));
  const cadences = refreshCadences.filter((each) => each !== 'auto');
  const cadence = cadences.find((each) => each >= Number(interval)) ?? cadences.at(-1);
  const isPlan = planId === usualPlan || listPlans().some(({ id }) => id === planId);
  const refuse = (name: string, expected: string) => fail({ name, value: read(name), expected });
  if (plan !== '' && !isPlan) return refuse(planVariable, listPlanNames());
  if (theme !== '' && knownTheme === undefined) return refuse('CLAUDE_THEME', ['auto', ...themes].join(' | '));
  if (zone !== '' && !isTimeZone(zone)) return refuse('CLAUDE_TIMEZONE', 'Europe/Berlin, …');
  if (interval !== '' && !/^\d+$/.test(interval)) return refuse('CLAUDE_REFRESH_INTERVAL', '5, 10, …');
  return ok({
    ...(plan !== '' && { plan: planId }),
    ...(knownTheme !== undefined && { theme: knownTheme }),
    ...(zone !== '' && { timeZone: zone }),
    ...(interval !== '' && cadence !== undefined && { refreshCadence: cadence }),
  });
}

/** Every name of a plan that is accepted here. */
function listPlanNames(): string {
  return [...new Set([...Object.keys(planNames), ...listPlans().map(({ id }) => id), usualPlan])].join(' | ');
}

/** The variable that such a setting was given by. */
export function toVariableOf(setting: keyof Settings, variables: Readonly<Record<string, string | undefined>>): string {
  if (setting === 'plan') return (variables['PLAN']?.trim() ?? '') === '' ? 'CLAUDE_PLAN' : 'PLAN';
  if (setting === 'theme') return 'CLAUDE_THEME';
  return setting === 'timeZone' ? 'CLAUDE_TIMEZONE' : 'CLAUDE_REFRESH_INTERVAL';
}
