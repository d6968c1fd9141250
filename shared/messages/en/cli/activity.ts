import type { ActivityCategory } from '../../../domain/activity.ts';
import type { HistoryFailure } from '../../../domain/activity-sums.ts';
import type { Formats } from '../../format/formats.ts';
import { activityCategoryNames, browserNames } from '../activity-words.ts';

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'this system does not let Fuelgauge read it',
  'too-large': 'it is too large to be copied',
  unreadable: 'it could not be read this time',
};

/** `fuelgauge apps` and `fuelgauge sites`. */
export function createCliActivityMessages(format: Formats) {
  const count = (number: number, one: string, other: string): string =>
    `${format.integer(number)} ${format.plural(number, { one, other })}`;
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
    nothing: {
      sites: 'No use of a listed site was noted.',
      apps: 'No use of a listed app was noted.',
      commands: 'No call of an AI tool in a shell was counted.',
    },
    off: {
      sites: 'Histories of browsers are not read. Set "activity": {"sites": true} in the settings to switch that on.',
      apps: 'Time with apps is not noted. Set "activity": {"apps": true} in the settings to switch that on.',
      commands:
        'Calls of AI tools in shells are not counted. Set "activity": {"commands": true} in the settings to switch that on.',
    },
    confirmForget: {
      sites: (sites: number, apis: number): string =>
        `Delete everything recorded for ${count(sites, 'site', 'sites')} and ${count(apis, 'API', 'APIs')}? ` +
        'This cannot be undone. [y/N] ',
      apps: (apps: number, tools: number): string =>
        `Delete everything recorded for ${count(apps, 'app', 'apps')} and ${count(tools, 'tool', 'tools')}? ` +
        'This cannot be undone. [y/N] ',
    },
    forgotten: 'Deleted. What is turned on is recorded again from now on.',
    forgetOrdered: 'The running Fuelgauge will delete it within half a minute.',
    needsYes: 'Nothing was deleted. Without a terminal to ask on, add --yes.',
    declined: 'Nothing was deleted.',
    notForgotten: 'Nothing was deleted: Fuelgauge can write neither the ledger nor its folder.',
    focusUnknown: 'Which window is in front is not known on this desktop.',
    guess: (ratesDate: string): string =>
      `~ is estimated from the visits in a history. Costs are guesses: time at the rates of ${ratesDate}, or your own.`,
    undated: (count: string): string => `Calls in histories without times: ${count}. They may be older.`,
    failure: (browser: string, failure: HistoryFailure): string =>
      `The history of ${browserNames[browser] ?? browser} was left out: ${failures[failure]}.`,
  };
}
