import { noRedaction } from '../../domain/alert-redaction.ts';
import type { AlertSubject } from '../../domain/alert-intent.ts';
import { usDollar, type MicroUsd } from '../../domain/money.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { AlertContext, AlertMessages } from '../en/notifications.ts';
import type { Formats } from '../format/formats.ts';
import { logWords, processWords, responseWords } from './count-words.ts';
import { createUnits } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

type NameOf = (subject: AlertSubject) => string;

const periods: PeriodWords = {
  day: 'Hoy',
  week: 'Esta semana',
  month: 'Este mes',
  weekOf: (day) => `Semana del ${day}`,
  soFar: (period) => `${period} hasta ahora`,
  upTo: (period, time) => `${period}, hasta ${time}`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `sesión ${id}`,
  process: (pid) => `proceso ${pid}`,
  between: ', ',
};
const sessionTitles = { waiting: 'te espera', finished: 'ha terminado', failed: 'se detuvo por un error' };
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: 'Pide permiso.',
  input: 'Espera una respuesta.',
  limit: 'Se alcanzó un límite.',
  overloaded: 'El proveedor está sobrecargado.',
  billing: 'El proveedor informa de un problema de facturación.',
  other: 'Su agente dice por qué.',
};
const guardEnds = {
  warn: 'Continúa.',
  pause: 'Se pausa si se conoce su proceso; reanúdala en Fuelgauge.',
  stop: 'Se detiene en el siguiente paso si su hook está instalado; «fuelgauge guard lift» la deja seguir.',
};
const levels = { soft: 'flexible', hard: 'estricto' };
const impacts = { minor: 'incidencia leve', major: 'incidencia grave', critical: 'incidencia crítica' };

/** The messages of alerts. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf: NameOf = (subject) => (subject.kind === 'block' ? 'bloque de 5 h' : limitWindow(subject));
  return {
    ...createLimitAlerts(format, nameOf),
    allowance: createAllowanceAlert(format, nameOf),
    ...createAnomalyAlerts(format),
    ...createUsageAlerts(format),
    ...createMachineAlerts(format),
    ...createLogAlerts(format),
    ...createSessionAlerts(format),
    ...createIncidentAlerts(format),
  };
}

function createLimitAlerts(
  format: Formats,
  nameOf: NameOf,
): Pick<AlertMessages, 'threshold' | 'depleted' | 'restored' | 'runs-out'> {
  const { duration, until } = createUnits(format);
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` Se restablece ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} al ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Agotado.' : `Se superó el ${format.percent(thresholdPercent)}.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} agotado`,
      body: `No queda nada.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} disponible de nuevo`,
      body: 'Ningún otro límite conocido de esta cuenta lo bloquea.',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : ` Probabilidad: ${format.percent(probability * 100)}.`;
      const early = duration(resetsAtMs - runsOutAtMs);
      return {
        title: `${sourceLabel}: ${nameOf(subject)} se agota ${until(runsOutAtMs - nowMs)}`,
        body: `${format.percent(usedPercent)} usado. A este ritmo no quedará nada ${early} antes de restablecerse.${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(format: Formats, nameOf: NameOf): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      const [from, to] = [cleanText(fromPlan ?? 'desconocido'), cleanText(toPlan ?? 'desconocido')];
      return {
        title: `${sourceLabel}: tu plan ha cambiado`,
        body: `Las lecturas del proveedor pasan de ${from} a ${to}.`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    const less = ratio < 1 ? 'menos' : 'más';
    const [before, after] = [format.integer(pairsBefore ?? 0), format.integer(pairsAfter ?? 0)];
    return {
      title: `${sourceLabel}: ${nameOf(subject)} permite ${less} que antes`,
      body:
        `Un 1 % da para un ${share} ${less} de uso, estimado con ${before} pares de lecturas antes y ${after} desde entonces. ` +
        (ratio < 1
          ? 'El uso de la misma cuenta en otro sitio se vería igual.'
          : 'El fin del uso de la misma cuenta en otro sitio se vería igual.'),
    };
  };
}

/** What was far above the person's own, and what made most of it. */
function createAnomalyAlerts(format: Formats): Pick<AlertMessages, 'anomaly'> {
  return {
    anomaly({ parameters: { anomaly, tokens, usualTokens, cause, causeName, causeShare } }, context) {
      const times = format.compact(tokens / Math.max(1, usualTokens));
      const name = cause === 'project' ? nameProject(causeName, context) : causeName;
      const what = {
        session: 'una sesión',
        project: name === null ? 'un proyecto' : `proyecto ${name}`,
        model: name === null ? 'un modelo' : `modelo ${name}`,
        sidechain: 'subagentes',
        'cache-rebuilt': 'una caché que se volvió a escribir',
        unknown: null,
      }[cause];
      const share = what === null ? 'Ninguna causa única.' : `El ${format.percent(causeShare * 100)}: ${what}.`;
      return {
        title: anomaly === 'session' ? 'Sesión inusualmente grande' : 'Día con un uso inusualmente alto',
        body: `${format.compact(tokens)} tokens, ${times} veces tu máximo habitual. ${share}`,
      };
    },
  };
}

/** Money and tokens. */
function createUsageAlerts(format: Formats): Pick<AlertMessages, 'spend' | 'burn' | 'digest'> {
  const amount = (microUsd: MicroUsd, { currency = usDollar }: AlertContext, isPartial?: boolean): string =>
    format.money(microUsd, currency, isPartial);
  return {
    spend({ parameters }, context) {
      const { costMicroUsd, isCostPartial, budgetMicroUsd, thresholdPercent } = parameters;
      const period = namePeriod(parameters, context.nowMs, periods, format);
      const share = format.percent((costMicroUsd / budgetMicroUsd) * 100);
      const isHidden = context.redaction?.money === true;
      return {
        title: `${period}: ${share} del presupuesto`,
        body: isHidden
          ? `Se superó el ${format.percent(thresholdPercent)}.`
          : `${amount(costMicroUsd, context, isCostPartial)} de ${amount(budgetMicroUsd, context)}, equivalente en API.`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}: ${times} veces tus horas de más uso`,
        body:
          `${format.compact(tokensPerHour)} tokens en la última hora; nueve de cada diez horas tuyas quedan por debajo de ` +
          `${format.compact(typicalTokensPerHour)}.${name === null ? '' : ` Lo que más ha usado últimamente: ${name}.`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `${amount(costMicroUsd, context, isCostPartial)} equivalente en API, `;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body:
          `${cost}${format.compact(tokens)} tokens en ` +
          `${format.integer(responses)} ${format.plural(responses, responseWords)}.`,
      };
    },
  };
}

/** Processes. */
function createMachineAlerts(format: Formats): Pick<AlertMessages, 'busy-agent' | 'orphan'> {
  const { duration } = createUnits(format);
  return {
    'busy-agent'({ parameters: { label, project, pid, measure, value, forMs } }, context) {
      const what =
        measure === 'cpu' ? `${format.percent(value * 100)} de un núcleo` : `${format.bytes(value)} de memoria`;
      const name = nameProject(project, context);
      return {
        title: `${label}: ${what} desde hace ${duration(forMs)}`,
        body: `El proceso ${pid} y lo que inició${name === null ? '' : `, en ${name}`}.`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label ?? 'Un agente'} dejó ${format.integer(processes)} ${format.plural(processes, processWords)} sin cerrar`,
      body: `${cleanText(name)}, proceso ${pid}${processes > 1 ? ' y otros' : ''}, ${format.bytes(rssBytes)}. ${format.plural(processes, { one: 'Fuelgauge lo muestra y puede finalizarlo.', other: 'Fuelgauge los muestra y puede finalizarlos.' })}`,
    }),
  };
}

/** Logs that are not understood, or about to be gone. */
function createLogAlerts(format: Formats): Pick<AlertMessages, 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnits(format);
  return {
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: los registros crecen, pero no se puede contar nada`,
      body: `${format.bytes(grownBytes)} más en ${duration(nowMs - sinceMs)}, sin ninguna respuesta que Fuelgauge pueda leer. Quizá cambió su formato; «fuelgauge doctor» muestra lo que se omitió.`,
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel} va a eliminar registros sin leer`,
      body: `${format.integer(logs)} ${format.plural(logs, logWords)}; la eliminación empieza ${until(deletesAtMs - nowMs)}. Deja que Fuelgauge lo lea todo antes.`,
    }),
  };
}

/** Sessions: what they wait for, and limits that the person set for them. */
function createSessionAlerts(format: Formats): Pick<AlertMessages, 'session' | 'guard'> {
  return {
    session({ parameters: { status, reason, project } }, context) {
      const name = nameProject(project, context);
      const parts = [name === null ? null : `${name}.`, reason === null ? null : reasons[reason]];
      return {
        title: `${context.sourceLabel}: una sesión ${sessionTitles[status]}`,
        body: parts.filter((part) => part !== null).join(' '),
      };
    },
    guard({ parameters }, context) {
      const { project, level, action, tokens, costMicroUsd, isCostPartial, budgetMicroUsd } = parameters;
      const { currency = usDollar } = context;
      const name = nameProject(project, context);
      const isHidden = context.redaction?.money === true || costMicroUsd === null || budgetMicroUsd === null;
      const money = isHidden
        ? ''
        : `${format.money(costMicroUsd, currency, isCostPartial)} de ${format.money(budgetMicroUsd, currency)}, equivalente en API. `;
      const sum =
        tokens === null ? money : `${format.compact(tokens.used)} de ${format.compact(tokens.limit)} tokens. `;
      return {
        title: `${context.sourceLabel}: una sesión alcanzó su límite ${levels[level]}`,
        body: `${name === null ? '' : `${name}: `}${sum}${guardEnds[action]}`,
      };
    },
  };
}

/** What a provider's status page reports. Its texts were cleaned where they came in, and are cleaned again. */
function createIncidentAlerts(format: Formats): Pick<AlertMessages, 'incident'> {
  const { duration } = createUnits(format);
  return {
    incident({ parameters: { page, service, title, impact, startedAtMs } }, { nowMs }) {
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `, desde hace ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)}: ${impacts[impact]}${since}`,
        body: `${cleanText(title)}. Según ${cleanText(page)}.`,
      };
    },
  };
}

/** The last part of a project's folder, if it may be shown. A log names it, so it can hold anything. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
