import type { AllowanceChange } from '../../domain/limit-change.ts';
import type { LimitOrigin } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const origins: Readonly<Record<LimitOrigin, string>> = {
  log: 'Log',
  statusline: 'Statuszeile',
  file: 'Datei des Agenten',
  api: 'Agent gefragt',
};

const units: Readonly<Record<BlockLimitUnit, string>> = {
  tokens: 'Tokens',
  'tokens-in-out': 'Tokens, Ein- und Ausgabe',
  requests: 'Anfragen',
  usd: 'Kosten im API-Gegenwert',
};

/** Where a number comes from, as far as pages say it. */
export function createExplainMessages(format: Formats) {
  return {
    newest: 'Die Zahl ist der neueste Stand, wo auch immer er gefunden wurde.',
    places: (count: number): string =>
      `${format.integer(count)} Stellen melden dieses Limit; wo sie sich unterscheiden, zählt die neuere.`,
    binding: 'Es stoppt dich vor allen anderen Limits.',
    pace: (elapsedPercent: number): string =>
      `Beim Ablesen waren ${format.percent(elapsedPercent)} des Limit-Zeitraums vergangen.`,
    ...createAllowanceMessages(format),
    origins,
    officialReset: (endMoment: string, place: string | null): string =>
      `Er endet mit dem Reset, den der Anbieter meldet (${endMoment}${place === null ? '' : `; ${place}`}), und begann fünf Stunden davor.`,
    firstEvent: (firstMoment: string): string =>
      `Ein Reset ist nicht bekannt: Er beginnt mit der vollen Stunde seines ersten Ereignisses (${firstMoment}) ` +
      'oder, falls später, mit dem Ende des vorigen Blocks und dauert höchstens fünf Stunden.',
    noLimit: 'Ein Limit ist nicht bekannt: In den Einstellungen ist kein Tarif gewählt, der eines angibt.',

    units,
    learning: (unit: string, blocks: number): string =>
      `Üblicher voller Block, ${unit}: wird gelernt (${blocks} von 5 Blöcken).`,
    baseline: ({ unit, p90, interval, range, blocks }: BaselineWords): string =>
      `Üblicher voller Block, ${unit}: ${p90} (P90 von ${blocks} Blöcken; ${interval} in 9 von 10 solchen Verläufen; Blöcke von ${range}).`,
    span: (low: string, high: string): string => `${low} bis ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowanceMessages(format: Formats) {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }: CapacityWords): string =>
      `Geschätzt aus ${format.integer(pairs)} Meldungspaaren: Ein Prozent entspricht ${dollars(usdPerPercent)} (${money(interval.low)} bis ${money(interval.high)}).`,
    allowance: (change: AllowanceChange, moment: string): string => {
      const { before, after } = change;
      return `Geschätzt: Seit ${moment} entspricht ein Prozent ${dollars(after.usdPerPercent)} und ${format.compact(after.tokensPerPercent)} Tokens; vorher ${dollars(before.usdPerPercent)} und ${format.compact(before.tokensPerPercent)} Tokens (Mediane von ${format.integer(after.pairs)} und ${format.integer(before.pairs)} Meldungspaaren). ${explainChange(change)}`;
    },
  };
}

/** What may be the reason of a change, other than the provider: a percent also stands for more when use elsewhere ends. */
function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'Etwa zur selben Zeit hat der Tarif gewechselt.';
  if (isOtherModels) return 'Es wurden andere Modelle als vorher benutzt; das kann es erklären.';
  return ratio < 1
    ? 'Verbrauch desselben Kontos an anderer Stelle sähe genauso aus.'
    : 'Wäre Verbrauch desselben Kontos an anderer Stelle weggefallen, sähe es genauso aus.';
}

interface CapacityWords {
  readonly usdPerPercent: number;
  readonly interval: { readonly low: number; readonly high: number };
  readonly pairs: number;
}

interface BaselineWords {
  readonly unit: string;
  readonly p90: string;
  readonly interval: string;
  readonly range: string;
  readonly blocks: string;
}
