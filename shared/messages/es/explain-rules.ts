import type { AllowanceChange } from '../../domain/limit-change.ts';
import type { LimitOrigin } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import type { BlockLimitUnit } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const origins: Readonly<Record<LimitOrigin, string>> = {
  log: 'registro',
  statusline: 'línea de estado',
  file: 'archivo del agente',
  api: 'agente consultado',
};

const units: Readonly<Record<BlockLimitUnit, string>> = {
  tokens: 'tokens',
  'tokens-in-out': 'tokens de entrada y salida',
  requests: 'solicitudes',
  usd: 'coste equivalente en API',
};

/** Where a number comes from, as far as pages say it. */
export function createExplainMessages(format: Formats) {
  return {
    newest: 'La cifra es la lectura más reciente, esté donde esté.',
    places: (count: number): string =>
      `${format.integer(count)} lugares informan de este límite; si difieren, cuenta la lectura más reciente.`,
    binding: 'Es el límite que te detiene primero.',
    pace: (elapsedPercent: number): string =>
      `Al leerlo había pasado el ${format.percent(elapsedPercent)} del tiempo de la ventana.`,
    ...createAllowanceMessages(format),
    origins,
    officialReset: (endMoment: string, place: string | null): string =>
      `Acaba con el restablecimiento que indica el proveedor (${endMoment}${place === null ? '' : `; ${place}`}) y empezó cinco horas antes.`,
    firstEvent: (firstMoment: string): string =>
      `No se conoce ningún restablecimiento: empieza en la hora en punto de su primer evento (${firstMoment}) ` +
      'o, si es más tarde, al terminar el bloque anterior, y dura cinco horas como máximo.',
    noLimit: 'No se conoce ningún límite: en los ajustes no se ha elegido ningún plan que lo indique.',

    units,
    learning: (unit: string, blocks: number): string =>
      `Bloque lleno habitual, ${unit}: aprendiendo (${blocks} de 5 bloques).`,
    baseline: ({ unit, p90, interval, range, blocks }: BaselineWords): string =>
      `Bloque lleno habitual, ${unit}: ${p90} (P90 de ${blocks} bloques; ${interval} en 9 de cada 10 historiales así; bloques de ${range}).`,
    span: (low: string, high: string): string => `${low} a ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowanceMessages(format: Formats) {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }: CapacityWords): string =>
      `Estimado con ${format.integer(pairs)} pares de lecturas: un 1 % supone ${dollars(usdPerPercent)} (de ${money(interval.low)} a ${money(interval.high)}).`,
    allowance: (change: AllowanceChange, moment: string): string => {
      const { before, after } = change;
      return `Estimado: desde ${moment}, un 1 % supone ${dollars(after.usdPerPercent)} y ${format.compact(after.tokensPerPercent)} tokens; antes, ${dollars(before.usdPerPercent)} y ${format.compact(before.tokensPerPercent)} tokens (medianas de ${format.integer(after.pairs)} y ${format.integer(before.pairs)} pares de lecturas). ${explainChange(change)}`;
    },
  };
}

/** What may be the reason of a change, other than the provider: a percent also stands for more when use elsewhere ends. */
function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'El plan cambió más o menos al mismo tiempo.';
  if (isOtherModels) return 'Se usaron otros modelos que antes, lo que puede explicarlo.';
  return ratio < 1
    ? 'El uso de la misma cuenta en otro sitio se vería igual.'
    : 'El fin del uso de la misma cuenta en otro sitio se vería igual.';
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
