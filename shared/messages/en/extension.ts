import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

const failures = {
  unreachable: 'Fuelgauge cannot be reached.',
  'needs-token': 'Fuelgauge needs a token. Enter it in the options.',
  'wrong-token': 'Fuelgauge does not accept this token. It needs the scope ingest.',
  off: 'Fuelgauge is not receiving. Turn on “Receive from the browser extension” in its settings.',
  busy: 'Fuelgauge is busy.',
  'too-large': 'Fuelgauge accepts fewer counts at a time. See the limits in its settings.',
  refused: 'Fuelgauge rejected the counts.',
};

/** Every language has all of them. */
export type ExtensionMessages = ReturnType<typeof createExtensionMessages>;

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtensionMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return {
    name: 'Fuelgauge',
    description:
      'Counts time on AI sites and requests to AI APIs, for the Fuelgauge on this computer. Nothing else leaves.',
    today: 'Today on AI sites',
    duration,
    cost,
    sum: (activeMs: number, costMicroUsd: number): string => `${duration(activeMs)}, ${cost(costMicroUsd)}`,
    visits: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'visit', other: 'visits' })}`,
    nothing: 'You have not used a listed AI site today.',
    requests: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'request', other: 'requests' })} to AI APIs`,
    guess: 'Costs are estimates: active time at an hourly rate.',
    /** Whether what was counted has arrived. */
    sending(
      sending: { sentAtMs: number | null; failure: keyof typeof failures | null },
      waiting: number,
      nowMs: number,
    ) {
      const waits =
        waiting === 0
          ? ''
          : ` ${format.integer(waiting)} ${format.plural(waiting, { one: 'count waits', other: 'counts wait' })} to be sent.`;
      if (sending.failure !== null) return failures[sending.failure] + waits;
      return (
        (sending.sentAtMs === null ? 'Nothing has been sent yet.' : `Sent ${ago(nowMs - sending.sentAtMs)}.`) + waits
      );
    },
    options: 'Options',
    privacy:
      'This extension counts how long and how often a listed AI site is in front, and how many requests go to ten AI ' +
      'APIs. It reads no pages and keeps no full addresses. The counts go to Fuelgauge on this computer, nowhere else.',
    address: 'Address of Fuelgauge on this computer',
    badAddress: 'Enter an address of this computer, such as http://127.0.0.1:8377.',
    token: 'Token',
    tokenHint: 'Run “fuelgauge token create browser --scope ingest” and paste what it prints.',
    save: 'Save',
    ownSites: (domains: readonly string[]): string => `Your own sites are not counted here yet: ${domains.join(', ')}.`,
    allow: 'Allow these sites',
  };
}
