import { noticeableRisk } from '../../domain/forecast.ts';
import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from, on hover and focus. The rules are those of the command `explain`. */
export function createExplainViewMessages(format: Formats) {
  const { ago } = createUnits(format);
  return {
    open: (name: string): string => `${name}: de dónde sale`,
    where: 'De dónde sale',
    loading: 'Consultando…',
    gone: 'De esto ya no se sabe nada más.',
    limitUsed: (percent: number, kind: string, plan: string): string =>
      `${format.percent(percent)} ${plan === usualPlan ? 'de tu bloque lleno habitual (P90)' : 'de su límite'} usado (${kind}).`,
    odds: (probability: number): string =>
      probability < noticeableRisk ? 'improbable' : format.percent(probability * 100),
    forecast: 'Previsión',
    day: 'Hoy',
    recordPending: 'Calculando cuánto acertaron antes estas previsiones…',
    reading: (place: string, used: string, kind: string, ageMs: number, role: string | null): string =>
      `${place}: ${used} (${kind}, ${ago(ageMs)})${role === null ? '' : `, ${role}`}`,
    morePlaces: (count: number): string => `y ${format.integer(count)} más`,
    givesFigure: 'se muestra aquí',
    givesReset: 'indica el restablecimiento',
    costFromLogs:
      'Según los registros cuando indican un coste; si no, a partir de tokens y precios de lista. No es una factura.',
    costFromPrices: 'A partir de tokens y precios de lista. No es una factura.',
    costPart: (model: string, cost: string | null, responses: number): string =>
      `${model}: ${cost ?? 'precio desconocido'}, ${format.integer(responses)} ${format.plural(responses, responseWords)}`,
  };
}
