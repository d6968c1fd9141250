import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: 'Fuelgauge ist nicht erreichbar.',
  'needs-token': 'Fuelgauge verlangt ein Token. Gib es in den Optionen ein.',
  'wrong-token': 'Fuelgauge nimmt dieses Token nicht an. Es braucht die Berechtigung „ingest“.',
  off: 'Fuelgauge empfängt nicht. Schalte „Von der Browser-Erweiterung empfangen“ in seinen Einstellungen ein.',
  busy: 'Fuelgauge ist beschäftigt.',
  'too-large': 'Fuelgauge nimmt nicht so viele Zählwerte auf einmal an. Siehe die Grenzen in seinen Einstellungen.',
  refused: 'Fuelgauge hat die Zählwerte nicht angenommen.',
};

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return {
    name: 'Fuelgauge',
    description:
      'Misst Zeit auf KI-Websites und zählt Anfragen an KI-APIs, für Fuelgauge auf diesem Computer. Sonst verlässt nichts den Browser.',
    today: 'Heute auf KI-Websites',
    duration,
    cost,
    sum: (activeMs, costMicroUsd) => `${duration(activeMs)}, ${cost(costMicroUsd)}`,
    visits: (count) => `${format.integer(count)} ${format.plural(count, { one: 'Besuch', other: 'Besuche' })}`,
    nothing: 'Heute war keine gelistete Website im Vordergrund.',
    requests: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'Anfrage', other: 'Anfragen' })} an KI-APIs`,
    guess: 'Kosten sind geschätzt: aktive Zeit mal Stundensatz.',
    sending(sending, waiting, nowMs) {
      const waits =
        waiting === 0
          ? ''
          : ` ${format.integer(waiting)} ${format.plural(waiting, { one: 'Zählwert wartet', other: 'Zählwerte warten' })} auf das Senden.`;
      if (sending.failure !== null) return failures[sending.failure] + waits;
      const sent =
        sending.sentAtMs === null ? 'Noch wurde nichts gesendet.' : `Gesendet ${ago(nowMs - sending.sentAtMs)}.`;
      return sent + waits;
    },
    options: 'Optionen',
    privacy:
      'Erfasst wird, wie lange und wie oft eine gelistete KI-Website im Vordergrund ist und wie viele Anfragen an zehn KI-APIs gehen. Seiten werden nicht gelesen und vollständige Adressen nicht behalten. Die Zählwerte gehen an Fuelgauge auf diesem Computer und nirgendwohin sonst.',
    address: 'Adresse von Fuelgauge auf diesem Computer',
    badAddress: 'Gib eine Adresse dieses Computers ein, etwa http://127.0.0.1:8377.',
    token: 'Token',
    tokenHint: 'Führe „fuelgauge token create browser --scope ingest“ aus und füge ein, was es ausgibt.',
    save: 'Speichern',
    ownSites: (domains) => `Deine eigenen Websites werden hier noch nicht gezählt: ${domains.join(', ')}.`,
    allow: 'Diese Websites erlauben',
  };
}
