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
    title: 'Límites',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return 'Semana';
      return windowMinutes === 1_440 ? 'Día' : duration(windowMinutes * minuteMs);
    },
    block: 'Bloque',
    blockTitle: (plan) =>
      plan === null
        ? 'El bloque de cinco horas según los registros; no se conoce ningún límite. La barra indica el tiempo transcurrido.'
        : `El bloque de cinco horas según los registros, frente a ${plan === usualPlan ? 'tu bloque lleno habitual (P90)' : 'un límite estimado'}.`,
    fresh: 'ahora',
    unknownAccount: 'cuenta desconocida',
    noneKnown: 'Ningún agente ha informado aún de un límite.',
    flipFigure: { left: 'Mostrar lo usado', used: 'Mostrar lo que queda' },
    flipReset: { countdown: 'Mostrar cuándo se restablece', clock: 'Mostrar el tiempo restante' },
    inShort: duration,
    windowName(title) {
      const name = limitWindow(title);
      return name.charAt(0).toUpperCase() + name.slice(1);
    },
    used: (percent) => `${format.percent(percent)} usado`,
    left: (percent) => `queda ${format.percent(percent)}`,
    amountUsed: (value, unit) => `${limitAmount(value, unit)} ${toUsed(format, value, unit)}`,
    amountLeft: (value, unit) => `${toLeft(format, value)} ${limitAmount(value, unit)}`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join(', '),
    owner: (agent, plan) => (plan === null ? agent : `${agent} · ${plan}`),
    near: (owner, name, used) => `${owner}: ${name}${used === null ? '' : `, ${used}`}.`,
    resetsIn: (inMs) => `se restablece en ${duration(inMs)}`,
    resetsAt: (moment) => `Se restablece: ${moment}`,
    hasReset: 'reiniciado',
    hasEnded: 'terminado',
    age: ago,
    forecastEnd: (from, to) =>
      `Previsión: entre ${format.percent(from)} y ${format.percent(to)} usado al restablecerse, con un 80 % de certeza`,
    ...createSentences(format),
  };
}

/** Requests are feminine. */
function toUsed(format: Formats, value: number, unit: LimitUnit): string {
  return format.plural(
    value,
    unit === 'requests' ? { one: 'usada', other: 'usadas' } : { one: 'usado', other: 'usados' },
  );
}

function toLeft(format: Formats, value: number): string {
  return format.plural(value, { one: 'queda', other: 'quedan' });
}

/** The sentence for the limit that matters most. */
function createSentences(format: Formats) {
  const { duration, limitAmount } = createUnits(format);
  return {
    resetSince: (name) => ({
      sentence: `${name}: restablecido`,
      detail: 'Aún no hay una lectura más reciente. El agente la envía con su próxima respuesta.',
    }),
    amount(name, remaining, unit) {
      const left = remaining === null ? null : `${toLeft(format, remaining)} ${limitAmount(remaining, unit)}`;
      return { sentence: [name, left].filter((text) => text !== null).join(': '), detail: null };
    },
    stale: (name, usedPercent) => ({
      sentence: `${name}: al menos ${format.percent(usedPercent)} usado`,
      detail: 'Esta lectura es antigua. El agente envía una nueva con su próxima respuesta.',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name} agotado` : `${name} agotado hasta ${moment}`,
      detail: resetsInMs === null ? null : `Se restablece en ${duration(resetsInMs)}.`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name}: solo alcanza hasta ${moment}`,
      detail: `A este ritmo, en ${duration(inMs)}${earlyMs === null ? '' : `, ${duration(earlyMs)} antes de restablecerse`}.`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}: queda un ${format.percent(leftPercent)}`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name}: alcanza hasta que se restablezca`,
      detail:
        `Se restablece: ${moment}.` +
        (probability === null
          ? ' A este ritmo no se agota antes.'
          : ` Riesgo de que se agote antes: ${format.percent(probability * 100)}.`),
    }),
  } satisfies Translation['limits'];
}
