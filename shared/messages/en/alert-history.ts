import type { Formats } from '../format/formats.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistoryMessages(format: Formats) {
  return {
    tabsLabel: 'What to show',
    tabs: { history: 'History', dryRun: 'Dry run' },
    none: 'No alerts yet',
    noneText: 'Alerts appear here, with the channels each one went to.',
    when: 'When',
    what: 'What',
    state: 'State',
    sent: 'Sent',
    notSent: 'nowhere',
    desktop: 'Desktop',
    delivery: (channel: string, state: string): string => `${channel}: ${state}`,
    dryRun: 'Try the rules on the last 30 days',
    dryRunText: 'Applies your alert rules to the last 30 days in the ledger. Nothing is sent.',
    running: 'Trying the rules…',
    would: (count: number): string =>
      count === 0
        ? 'The rules would have raised nothing.'
        : `The rules would have raised ${format.integer(count)} ${format.plural(count, { one: 'alert', other: 'alerts' })}.`,
  };
}
