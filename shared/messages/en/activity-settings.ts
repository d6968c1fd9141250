import type { DayKey } from '../../domain/calendar-day.ts';
import type { Formats } from '../format/formats.ts';
import { activityCategoryNames } from './activity-words.ts';

/** What can be switched on, in the order of the settings. */
const switches = {
  sites: 'AI sites in browser histories',
  apps: 'Time with AI apps',
  commands: 'AI tools in shells',
  receiver: 'Receive from the browser extension',
  unpairedExtension: 'Let an extension without a token send',
};

const hints: Readonly<Record<keyof typeof switches, string>> = {
  sites: 'Every 15 minutes, reads a copy of your browsers’ histories, and only the visits to listed sites.',
  apps: 'Checks every 5 seconds which window is in front, and counts how long that is a listed app. Titles are not read.',
  commands:
    'Counts how often AI tools are called in your shell histories, and how long they run. Commands are not kept.',
  receiver:
    'While the server runs (see “Web server”), it accepts active time on listed sites and visits to them. ' +
    'Pair the extension with a token: “fuelgauge token create browser --scope ingest”.',
  unpairedExtension:
    'For the extension of ai-cost-observer, which has no token. Any extension in a browser of this computer can then send counts.',
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettingsMessages(format: Formats) {
  const hourly = (usdPerHour: number): string => `${format.price(usdPerHour)} per hour`;
  return {
    title: 'AI sites, apps and tools',
    privacy:
      'All of this is off until you switch it on, and stays on this computer. Only numbers are kept: time, visits and calls, ' +
      'by site, app or tool. Addresses, titles, commands and what you write are not. Turning one off keeps what it has recorded.',
    switches,
    hints,
    categories: activityCategoryNames,
    category: 'Kind of use',
    name: 'Name',
    rate: 'US dollars per hour',
    ownSites: 'More sites',
    ownSitesHint: 'A domain includes everything below it. A path can follow: example.com/chat.',
    domain: 'Domain',
    addSite: 'Add site',
    ownApps: 'More apps',
    ownAppsHint: 'Enter the name of the executable, the window class or the bundle ID.',
    executable: 'Program name',
    addApp: 'Add app',
    rates: 'Hourly rates',
    ratesHint: (day: DayKey | null): string =>
      'What an hour of use is assumed to cost. These are rough guesses, not prices' +
      (day === null ? '.' : `, as of ${format.day(day)}.`),
    rateOf: 'Rate of',
    addRate: 'Set rate',
    ownRate: (usdPerHour: number, listedUsdPerHour: number | null): string =>
      `${hourly(usdPerHour)}, your own estimate${listedUsdPerHour === null ? '' : ` (otherwise ${hourly(listedUsdPerHour)})`}`,
    describe: (category: string, usdPerHour: number): string => `${category}, about ${hourly(usdPerHour)}`,
    entry: (label: string, name: string, usdPerHour: number | null): string =>
      `${label} (${name})${usdPerHour === null ? '' : `: ${hourly(usdPerHour)}`}`,
    forget: {
      label: 'Delete recorded activity',
      hint: 'Deletes all time, visits and calls ever recorded for sites, apps, tools and APIs. Your agents’ usage stays.',
      button: 'Delete…',
      question: 'Delete everything recorded for sites, apps, tools and APIs? This cannot be undone.',
      confirm: 'Delete',
      cancel: 'Cancel',
      outcome: {
        done: 'Deleted. What is turned on is recorded again from now on.',
        ordered: 'The Fuelgauge that writes the ledger will delete it within half a minute.',
        'not-written': 'Nothing was deleted: Fuelgauge cannot write to its data folder.',
      },
    },
    badDomain: 'Enter a domain such as example.com, without http.',
    badRate: 'Enter US dollars per hour, such as 0.5.',
    nameMissing: 'Enter a name.',
    known: 'This is already in the list.',
    tooMany: (count: number): string => `The list can hold ${format.integer(count)} entries.`,
  };
}
