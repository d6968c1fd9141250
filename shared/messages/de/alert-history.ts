import type { Formats } from '../format/formats.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistoryMessages(format: Formats) {
  return {
    tabsLabel: 'Was gezeigt wird',
    tabs: { history: 'Verlauf', dryRun: 'Probelauf' },
    none: 'Noch keine Warnungen',
    noneText: 'Warnungen erscheinen hier, jede mit den Kanälen, über die sie gesendet wurde.',
    when: 'Wann',
    what: 'Was',
    state: 'Zustand',
    sent: 'Gesendet',
    notSent: 'nirgendwohin',
    desktop: 'Desktop',
    delivery: (channel: string, state: string): string => `${channel}: ${state}`,
    dryRun: 'Regeln an den letzten 30 Tagen ausprobieren',
    dryRunText: 'Wendet deine Regeln auf die letzten 30 Tage in der Datenbank an. Nichts wird gesendet.',
    running: 'Regeln werden ausprobiert …',
    would: (count: number): string =>
      count === 0
        ? 'Die Regeln hätten nichts gemeldet.'
        : `Die Regeln hätten ${format.integer(count)} ${format.plural(count, { one: 'Warnung', other: 'Warnungen' })} ausgelöst.`,
  };
}
