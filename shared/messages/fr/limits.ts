import { minuteMs } from '../../domain/instant.ts';
import type { LimitUnit } from '../../domain/limit-window.ts';
import { usualPlan } from '../../domain/plan.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { nameScope } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { createUnits, scopeWords } from './units.ts';

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitAmount, limitWindow } = createUnits(format);
  return {
    title: 'Limites',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return 'Semaine';
      return windowMinutes === 1_440 ? 'Jour' : duration(windowMinutes * minuteMs);
    },
    block: 'Bloc',
    blockTitle: (plan) =>
      plan === null
        ? 'Le bloc de cinq heures d’après les journaux ; aucune limite connue. La barre indique le temps écoulé.'
        : `Le bloc de cinq heures d’après les journaux, par rapport à ${plan === usualPlan ? 'votre bloc plein habituel (P90)' : 'une limite estimée'}.`,
    fresh: 'maintenant',
    unknownAccount: 'compte inconnu',
    noneKnown: 'Aucun agent n’a encore signalé de limite.',
    flipFigure: { left: 'Afficher la part utilisée', used: 'Afficher la part restante' },
    flipReset: { countdown: 'Afficher l’heure de réinitialisation', clock: 'Afficher le temps restant' },
    inShort: duration,
    windowName(title) {
      const name = limitWindow(title);
      return name.charAt(0).toUpperCase() + name.slice(1);
    },
    used: (percent) => `${format.percent(percent)} ${agree(format, 'utilisé', percent)}`,
    left: (percent) => `${format.percent(percent)} ${agree(format, 'restant', percent)}`,
    amountUsed: (value, unit) => `${limitAmount(value, unit)} ${agree(format, 'utilisé', value, unit)}`,
    amountLeft: (value, unit) => `${limitAmount(value, unit)} ${agree(format, 'restant', value, unit)}`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join(', '),
    owner: (agent, plan) => (plan === null ? agent : `${agent} · ${plan}`),
    near: (owner, name, used) => `${owner} : ${name}${used === null ? '' : `, ${used}`}.`,
    resetsIn: (inMs) => `réinitialisation dans ${duration(inMs)}`,
    resetsAt: (moment) => `Réinitialisation : ${moment}`,
    hasReset: 'réinitialisée',
    hasEnded: 'terminé',
    age: ago,
    forecastEnd: (from, to) =>
      `Prévision : de ${format.percent(from)} à ${format.percent(to)} utilisés à la réinitialisation, avec 80 % de certitude`,
    ...createSentences(format),
  };
}

/** What agrees with an amount: requests are feminine, and French counts as one what is below two. */
function agree(format: Formats, word: string, value: number, unit?: LimitUnit): string {
  return `${word}${unit === 'requests' ? 'e' : ''}${format.plural(value, { one: '', other: 's' })}`;
}

/** The sentence for the limit that matters most. */
function createSentences(format: Formats) {
  const { duration, limitAmount } = createUnits(format);
  return {
    resetSince: (name) => ({
      sentence: `${name} : réinitialisée`,
      detail: 'Pas encore de relevé plus récent. L’agent en fournit un avec sa prochaine réponse.',
    }),
    amount(name, remaining, unit) {
      const left =
        remaining === null ? null : `${limitAmount(remaining, unit)} ${agree(format, 'restant', remaining, unit)}`;
      return { sentence: [name, left].filter((text) => text !== null).join(' : '), detail: null };
    },
    stale: (name, usedPercent) => ({
      sentence: `${name} : au moins ${format.percent(usedPercent)} ${agree(format, 'utilisé', usedPercent)}`,
      detail: 'Ce relevé est ancien. L’agent en fournit un nouveau avec sa prochaine réponse.',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name} : épuisée` : `${name} : épuisée jusqu’à ${moment}`,
      detail: resetsInMs === null ? null : `Réinitialisation dans ${duration(resetsInMs)}.`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name} : épuisée dès ${moment}`,
      detail: `À ce rythme dans ${duration(inMs)}${earlyMs === null ? '' : `, ${duration(earlyMs)} avant la réinitialisation`}.`,
    }),
    remaining: (name, leftPercent) => ({
      sentence: `${name} : ${format.percent(leftPercent)} ${agree(format, 'restant', leftPercent)}`,
      detail: null,
    }),
    lasts: (name, moment, probability) => ({
      sentence: `${name} : suffisante jusqu’à la réinitialisation`,
      detail:
        `Réinitialisation : ${moment}.` +
        (probability === null
          ? ' À ce rythme, pas d’épuisement avant.'
          : ` Risque d’épuisement avant : ${format.percent(probability * 100)}.`),
    }),
  } satisfies Translation['limits'];
}
