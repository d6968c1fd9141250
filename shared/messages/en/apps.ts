import type { ActivityCategory } from '../../domain/activity.ts';
import type { HistoryFailure } from '../../domain/activity-sums.ts';
import type { DayKey } from '../../domain/calendar-day.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { activityCategoryNames, browserNames } from './activity-words.ts';
import { createUnitMessages } from './units.ts';

/** The parts of the view. */
const parts = {
  sites: { title: 'AI sites', switch: 'AI sites in browser histories' },
  apps: { title: 'AI apps', switch: 'Time with AI apps' },
  commands: { title: 'AI tools in shells', switch: 'AI tools in shells' },
  apis: { title: 'Requests to AI APIs', switch: 'Receive from the browser extension' },
} as const;

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'this system does not let Fuelgauge read it',
  'too-large': 'it is too large to be copied',
  unreadable: 'it could not be read this time',
};

/** The view of AI sites, apps and tools. */
export function createAppsMessages(format: Formats) {
  const { duration } = createUnitMessages(format);
  return {
    parts,
    label: 'Name',
    active: 'Active',
    counts: { sites: 'Visits', apps: 'Turns', commands: 'Calls', apis: 'Requests' },
    cost: 'Cost, estimated',
    settings: 'Settings',
    off: (name: keyof typeof parts): string => `Not recorded. Turn on “${parts[name].switch}” in the settings.`,
    none: {
      sites: 'No use of a listed site in this range.',
      apps: 'No use of a listed app in this range.',
      commands: 'No known tool was run in this range.',
      apis: 'No request in this range.',
    },
    category: (category: ActivityCategory): string => activityCategoryNames[category],
    browser: (name: string): string => browserNames[name] ?? name,
    /** A length of time; `~` where it was estimated from visits. */
    time: (activeMs: number, isEstimated: boolean): string => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    money: (costMicroUsd: number): string => {
      const amount = format.money(costMicroUsd, usDollar);
      return amount.startsWith('<') ? amount : `~${amount}`;
    },
    estimatedTime: 'Estimated from the visits in a browser history',
    measuredTime: 'Measured',
    costKind: 'Estimated: active time at an hourly rate, or tokens at a list price',
    note: (day: DayKey | null): string =>
      '~ marks an estimate. Cost is active time at your hourly rates' +
      (day === null ? '.' : `; where you set none, at the default rates of ${format.day(day)}.`),
    undated: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'call is', other: 'calls are' })} from shell histories without timestamps, so they may be from any day.`,
    focusUnknown: 'Which window is in front is not known on this desktop.',
    failure: (browser: string, failure: HistoryFailure): string =>
      `The history of ${browserNames[browser] ?? browser} was left out: ${failures[failure]}.`,
  };
}
