import { noticeableRisk } from '../../domain/forecast.ts';
import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from, on hover and focus. The rules are those of the command `explain`. */
export function createExplainViewMessages(format: Formats) {
  const { ago } = createUnits(format);
  return {
    open: (name: string): string => `${name}: woher es kommt`,
    where: 'Woher das kommt',
    loading: 'Wird nachgesehen …',
    gone: 'Dazu ist inzwischen nichts mehr bekannt.',
    limitUsed: (percent: number, kind: string, plan: string): string =>
      `${format.percent(percent)} ${plan === usualPlan ? 'deines üblichen vollen Blocks (P90)' : 'des Limits'} verbraucht (${kind}).`,
    odds: (probability: number): string =>
      probability < noticeableRisk ? 'unwahrscheinlich' : format.percent(probability * 100),
    forecast: 'Prognose',
    day: 'Heute',
    recordPending: 'Wie gut solche Prognosen bisher waren, wird berechnet …',
    reading: (place: string, used: string, kind: string, ageMs: number, role: string | null): string =>
      `${place}: ${used} (${kind}, ${ago(ageMs)})${role === null ? '' : `, ${role}`}`,
    morePlaces: (count: number): string => `und ${format.integer(count)} weitere`,
    givesFigure: 'hier gezeigt',
    givesReset: 'gibt den Reset an',
    costFromLogs: 'Wie in den Logs vermerkt, wo sie Kosten nennen; sonst aus Tokens und Listenpreisen. Keine Rechnung.',
    costFromPrices: 'Aus Tokens und Listenpreisen. Keine Rechnung.',
    costPart: (model: string, cost: string | null, responses: number): string =>
      `${model}: ${cost ?? 'kein bekannter Preis'}, ${format.integer(responses)} ${format.plural(responses, responseWords)}`,
  };
}
