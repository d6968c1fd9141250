import type { Block } from '../../../domain/block.ts';
import type { ForecastInterval } from '../../../domain/forecast.ts';
import { ownPlan, usualPlan, type BlockLimit } from '../../../domain/plan.ts';
import { filterFields } from '../../../domain/profile-fields.ts';
import type { CostMode } from '../../../domain/price-choices.ts';
import type { Currency } from '../../../domain/money.ts';
import type { Provenance } from '../../../domain/provenance.ts';
import type { RootStatus } from '../../../domain/doctor-report.ts';
import type { Formats } from '../../format/formats.ts';
import { createBlockMessages } from '../blocks.ts';
import { createCommonMessages } from '../common.ts';
import { tokenWords } from '../count-words.ts';
import { describeOdds } from '../odds.ts';
import { describeOrigin } from '../origins.ts';
import { createUnitMessages } from '../units.ts';

const costNotes: Readonly<Record<CostMode, string>> = {
  calculate: 'API-equiv.: what these tokens would cost at list prices.',
  auto: 'API-equiv.: the cost in the log, or the list price of the tokens where the log has none.',
  display: 'API-equiv.: the cost in the log; usage without one is left out.',
};
const rootStates: Readonly<Record<RootStatus['state'], string>> = {
  found: 'found',
  missing: 'not there',
  unreadable: 'not readable',
  asleep: 'its system does not run',
};

/** Every option that leaves usage out. */
const narrowingOptions = [
  ...filterFields.map(({ report }) => `--${report}`),
  ...['--exclude-project', '--last', '--since', '--until'],
];

/** What came of asking agents for their limits. */
const asked = {
  nobody: 'No agent was asked: switch on which ones may be in the settings, under Plan.',
  'no-answer': (program: string) => `"${program}" gave no limits. Perhaps it is not logged in.`,
  'not-found': (program: string) => `"${program}" was not found.`,
  'too-old': (program: string) => `"${program}" is too old to be asked without starting a turn.`,
  'asked-before': (program: string) => `"${program}" was asked less than a minute ago.`,
};

/** What the commands say around their tables, and instead of an empty one. */
export function createCliAnswerMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  const { provenance: words, someOf } = createCommonMessages(format);
  /** `cost` is null where costs are left out. */
  const usage = (tokens: number, cost: string | null): string =>
    `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}${cost === null ? '' : ` (${cost})`}`;
  return {
    costSource: (mode: CostMode): string => `${costNotes[mode]} A subscription does not bill it.`,
    converted: ({ code, perUsd }: Currency): string => `Converted at your rate of ${perUsd} ${code} per US dollar.`,
    unpriced: (models: readonly string[]): string =>
      `No price is known for ${someOf(models)}, so ${format.plural(models.length, { one: 'its', other: 'their' })} cost ` +
      'is not included. "fuelgauge doctor" shows how to set a price.',
    costNotLogged: (models: readonly string[]): string =>
      `The log has no cost for some or all of the usage of ${someOf(models)}.`,
    unfinished: (events: number, ofEvents: number): string =>
      `The logs do not show the end of ${format.integer(events)} of ${format.integer(ofEvents)} ` +
      `${format.plural(ofEvents, { one: 'event', other: 'events' })}, so the output may be higher.`,

    noUsage(since: string | null, until: string | null): string {
      const span = [since === null ? '' : ` since ${since}`, until === null ? '' : ` until ${until}`].join('');
      return `No usage${span}. Leave out --since and --until to see everything.`;
    },
    noMatch: (): string => `No usage matches. Leave out ${format.list(narrowingOptions)} to see everything.`,
    nothingFound: 'No usage found in any of these folders:',
    noFolderFound: 'No logs of any agent found.',
    absent: (labels: readonly string[]): string =>
      `Not found: ${format.list(labels)}. Where Fuelgauge looked: fuelgauge doctor --source <agent>.`,
    searched: (label: string, folder: string, { state, origin }: Pick<RootStatus, 'state' | 'origin'>): string =>
      `${label}: ${folder} (${rootStates[state]}; ${describeOrigin(origin)})`,
    whatToDo:
      'Use one of these agents once, choose another home folder with --home, or add the folder of its logs in the ' +
      'settings of the app.',

    blockStates: { active: 'active', completed: 'completed' } satisfies Record<Exclude<Block['kind'], 'gap'>, string>,
    gap: (lengthMs: number): string => `gap of ${duration(lengthMs)}`,
    blockLeft: (source: string, remainingMs: number): string =>
      `${source}: ${duration(remainingMs)} left in this block`,
    costUnknown: 'cost unknown',
    usedSoFar: (tokens: number, cost: string | null): string => `${usage(tokens, cost)} so far`,
    atEnd: (tokens: number, cost: string | null, { from, to }: ForecastInterval): string =>
      `likely ${usage(tokens, cost)} by its end (8 in 10: ${format.compact(from)} to ${format.compact(to)})`,
    mayRunOut(probability: number): string {
      const odds = describeOdds(probability);
      return odds === null ? 'likely enough until its end' : `${odds} that it runs out`;
    },
    limitUsed: (limit: BlockLimit, currency: Currency): string =>
      describeUse(limit, currency, format, words[limit.provenance].label),
    runsOutAt: (moment: string): string => `runs out at ${moment}`,
    sentence: (clauses: readonly string[]): string => `${clauses.join('; ')}.`,

    reading: (provenance: Provenance, ageMs: number): string => `${words[provenance].label}, ${duration(ageMs)} old`,
    /** Used less elapsed: `+10%` means that the window fills faster than its time passes. */
    pace: (deltaPercent: number): string =>
      `${deltaPercent > 0 ? '+' : deltaPercent < 0 ? '−' : ''}${format.percent(Math.abs(deltaPercent))}`,
    staleReadings: 'Stale: there is no newer reading. Use the agent once to get one.',
    unknownAccount: '(?) Account unknown: these readings name none, and no weekly reset proves whose they are.',
    /** An agent, and one of its several accounts. */
    owner: (agent: string, account: string | null): string => `${agent} (${account ?? '?'})`,
    asked,
    noLimits:
      'There is no current limit reading. Not every agent writes its limits to its logs; ' +
      '"fuelgauge blocks" shows 5-hour blocks instead.',
    noProcesses: 'No agent is running.',
  };
}

function describeUse(
  { unit, value, usedPercent, plan }: BlockLimit,
  currency: Currency,
  format: Formats,
  kind: string,
): string {
  const amount =
    unit === 'usd' ? format.money(value * 1_000_000, currency) : createBlockMessages(format).countLimit(value, unit);
  return `${format.percent(usedPercent)} used of ${amount} (${describeLimit(plan)}, ${kind})`;
}

function describeLimit(plan: string): string {
  if (plan === usualPlan) return 'your usual full block (P90)';
  return plan === ownPlan ? 'your own limit' : `the limit of the ${plan} plan`;
}
