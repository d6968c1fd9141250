import type { ActivityCategory } from '../../../domain/activity.ts';
import type { HistoryFailure } from '../../../domain/activity-sums.ts';
import { activityCategoryNames, browserNames } from '../activity-words.ts';

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'this system does not let Fuelgauge read it',
  'too-large': 'it is too large to be copied',
  unreadable: 'it could not be read this time',
};

/** `fuelgauge apps` and `fuelgauge sites`. */
export function createCliActivityMessages() {
  return {
    columns: {
      site: 'Site',
      app: 'App',
      tool: 'Tool',
      api: 'API',
      category: 'Category',
      active: 'Active',
      visits: 'Visits',
      calls: 'Calls',
      requests: 'Requests',
      cost: 'Cost (guess)',
      browsers: 'Browsers',
      shells: 'Shells',
      models: 'Models',
    },
    headings: { commands: 'Calls of AI tools in shells', apis: 'Requests to AI APIs from browsers' },
    category: (category: ActivityCategory | null): string =>
      category === null ? '-' : activityCategoryNames[category],
    browser: (name: string): string => browserNames[name] ?? name,
    nothing: { sites: 'No use of a listed site was noted.', apps: 'No use of a listed app was noted.' },
    off: {
      sites: 'Histories of browsers are not read. Set "activity": {"sites": true} in the settings to switch that on.',
      apps: 'Time with apps is not noted. Set "activity": {"apps": true} in the settings to switch that on.',
    },
    focusUnknown: 'Which window is in front is not known on this desktop.',
    guess: (ratesDate: string): string =>
      `~ is estimated from the visits in a history. Costs are guesses: time at the rates of ${ratesDate}, or your own.`,
    undated: (count: string): string => `Calls in histories without times: ${count}. They may be older.`,
    failure: (browser: string, failure: HistoryFailure): string =>
      `The history of ${browserNames[browser] ?? browser} was left out: ${failures[failure]}.`,
  };
}
