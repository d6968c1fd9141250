/** What a call is about, in terms that a person knows; `action` is whatever does something instead of loading it. */
export type CallSubject =
  | 'state'
  | 'usage'
  | 'session'
  | 'comparison'
  | 'limits'
  | 'processes'
  | 'apps'
  | 'prices'
  | 'alerts'
  | 'settings'
  | 'statusline'
  | 'action';

const callsOf: Readonly<Record<Exclude<CallSubject, 'action'>, readonly string[]>> = {
  state: ['snapshot', 'doctor'],
  usage: [
    'report',
    'reconcile',
    'blocks',
    'sessions',
    'overview',
    'activity',
    'hours',
    'totals',
    'explainBlocks',
    'explainCost',
  ],
  session: ['sessionTimeline', 'subagents'],
  comparison: ['compare', 'whatIf', 'cacheCoach'],
  limits: ['limits', 'limitHistory', 'forecast', 'backtest', 'explainLimits'],
  processes: ['processes', 'processHistory'],
  apps: ['appsAndSites', 'listedActivity'],
  prices: ['prices', 'explainPrice'],
  alerts: ['alerts', 'alertChannels'],
  settings: ['settings', 'encryption', 'server', 'errorReport', 'findImports'],
  statusline: ['statusline', 'previewStatusline', 'drawStatusline'],
};

const subjects = new Map(
  (Object.keys(callsOf) as Exclude<CallSubject, 'action'>[]).flatMap((subject) =>
    callsOf[subject].map((name) => [name, subject] as const),
  ),
);

/** What the call with this name is about. */
export function toCallSubject(name: string): CallSubject {
  return subjects.get(name) ?? 'action';
}
