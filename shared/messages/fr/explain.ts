import { noticeableRisk } from '../../domain/forecast.ts';
import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from, on hover and focus. The rules are those of the command `explain`. */
export function createExplainViewMessages(format: Formats) {
  const { ago } = createUnits(format);
  return {
    open: (name: string): string => `${name} : d’où cela vient`,
    where: 'D’où cela vient',
    loading: 'Recherche…',
    gone: 'Plus aucune information à ce sujet pour l’instant.',
    limitUsed: (percent: number, kind: string, plan: string): string =>
      `${format.percent(percent)} ${plan === usualPlan ? 'de votre bloc plein habituel (P90)' : 'de sa limite'} utilisés (${kind}).`,
    odds: (probability: number): string =>
      probability < noticeableRisk ? 'improbable' : format.percent(probability * 100),
    forecast: 'Prévision',
    day: 'Aujourd’hui',
    recordPending: 'Calcul de la fiabilité passée de ces prévisions…',
    reading: (place: string, used: string, kind: string, ageMs: number, role: string | null): string =>
      `${place} : ${used} (${kind}, ${ago(ageMs)})${role === null ? '' : `, ${role}`}`,
    morePlaces: (count: number): string => `et ${format.integer(count)} de plus`,
    givesFigure: 'affiché ici',
    givesReset: 'donne la réinitialisation',
    costFromLogs:
      'Selon les journaux quand ils indiquent un coût ; sinon, d’après les tokens et les prix publics. Pas une facture.',
    costFromPrices: 'D’après les tokens et les prix publics. Pas une facture.',
    costPart: (model: string, cost: string | null, responses: number): string =>
      `${model} : ${cost ?? 'aucun prix connu'}, ${format.integer(responses)} ${format.plural(responses, responseWords)}`,
  };
}
