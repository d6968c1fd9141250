import type { Formats } from '../format/formats.ts';

/** What the same usage would cost otherwise. */
function createWhatIfMessages(format: Formats) {
  return {
    estimated: 'Estimated at list prices. Models count tokens differently, so another model’s cost is a rough guide.',
    asModel: 'Also as model',
    asModelHint: 'Exact name of a model',
    models: 'If everything had gone to one model',
    model: 'Model',
    used: 'used',
    actual: 'As it was, at list prices',
    cache: 'If the cache had been used differently',
    withoutCache: 'Without a cache',
    all5m: 'All writes for 5 minutes',
    all1h: 'All writes for an hour',
    partly: (percent: number): string => `Only ${format.percent(percent)} of the tokens have a known price.`,
    plans: 'Plans',
    plansNote: (days: number): string =>
      `Your use of ${days === 1 ? 'this day' : `these ${format.integer(days)} days`}, scaled to a 30-day month at list prices, against the price of each plan.`,
    plan: 'Plan',
    price: 'A month',
    worth: 'Same use through the API',
    breakEven: 'Break-even',
    factor: (factor: string): string => `${factor}×`,
    yours: { provider: 'yours, according to the provider', setting: 'yours, according to the settings' },
    unknownPlan: 'Which plan you have is not known: neither a provider nor the settings say.',
    noPlans: 'No plans are known for these agents.',
    bringsIn: (percent: number, isPartial: boolean): string =>
      `usage worth ${format.percent(percent, isPartial)} of its price`,
  };
}

/** The use of the cache. */
function createCoachMessages() {
  return {
    estimated: 'Estimated: a rebuild is a large cache write after a pause that is longer than the cache lives.',
    none: 'No cache was used in this range.',
    model: 'Model',
    write5m: 'Writes, 5 min',
    write1h: 'Writes, 1 h',
    read: 'Reads',
    saved: 'Saved',
    rebuilds: 'Rebuilds',
    lost: 'Lost',
    label: 'Cache use',
    cut: (since: string): string => `Covers only the last 90 days of the range, from ${since}.`,
    advice: {
      longer: (model: string, money: string): string =>
        `${model}: a cache of an hour would have saved about ${money} after short pauses, after paying for its more expensive writes.`,
      shorter: (model: string, money: string): string =>
        `${model}: with writes for 5 minutes, it would have cost about ${money} less; rebuilds are not counted.`,
      fine: 'Nothing to change: no other lifetime would have been clearly cheaper.',
    },
  };
}

/** Two ranges, what if, and the use of the cache. */
export function createCompareMessages(format: Formats) {
  return {
    tabs: { ranges: 'Two ranges', whatIf: 'What if', cache: 'Cache coach', accounts: 'Accounts' },
    tabsLabel: 'What to compare',
    by: 'By',
    left: 'First range',
    right: 'Second range',
    noRangeBefore: 'All time has no range before it, so the last 30 days are compared.',
    from: 'From',
    to: 'To',
    name: 'Name',
    change: 'Change',
    tokens: 'Tokens',
    cost: 'API-equivalent cost',
    total: 'Total',
    isNew: 'new',
    isGone: 'gone',
    title: (left: string, right: string): string => `${left}, against ${right}`,
    none: 'No usage in either range.',
    label: 'Comparison table',
    whatIf: createWhatIfMessages(format),
    coach: createCoachMessages(),
  };
}
