import { noRedaction } from '../../domain/alert-redaction.ts';
import type { AlertSubject } from '../../domain/alert-intent.ts';
import { usDollar, type MicroUsd } from '../../domain/money.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { AlertContext, AlertMessages } from '../en/notifications.ts';
import type { Formats } from '../format/formats.ts';
import { processWords, responseWords } from './count-words.ts';
import { createUnits } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

type NameOf = (subject: AlertSubject) => string;

const periods: PeriodWords = {
  day: 'Heute',
  week: 'Diese Woche',
  month: 'Dieser Monat',
  weekOf: (day) => `Woche ab ${day}`,
  soFar: (period) => `${period} bisher`,
  upTo: (period, time) => `${period}, bis ${time}`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `Sitzung ${id}`,
  process: (pid) => `Prozess ${pid}`,
  between: ', ',
};
const sessionTitles = {
  waiting: 'wartet auf dich',
  finished: 'ist fertig',
  failed: 'wurde durch einen Fehler abgebrochen',
};
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: 'Sie bittet um Erlaubnis.',
  input: 'Sie wartet auf eine Antwort.',
  limit: 'Ein Limit ist erreicht.',
  overloaded: 'Der Anbieter ist überlastet.',
  billing: 'Der Anbieter meldet ein Problem mit der Abrechnung.',
  other: 'Den Grund nennt der Agent.',
};
const guardEnds = {
  warn: 'Sie läuft weiter.',
  pause: 'Sie wird angehalten, wenn ihr Prozess bekannt ist; setze sie in Fuelgauge fort.',
  stop: 'Sie stoppt beim nächsten Schritt, wenn ihr Hook eingerichtet ist; mit „fuelgauge guard lift“ läuft sie weiter.',
};
const levels = { soft: 'weiches', hard: 'hartes' };
const impacts = { minor: 'kleinere Störung', major: 'größere Störung', critical: 'kritische Störung' };
const logWords = { one: 'Log', other: 'Logs' };

/** The messages of alerts. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf: NameOf = (subject) => (subject.kind === 'block' ? '5-Stunden-Block' : limitWindow(subject));
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
    atMs === null || atMs <= nowMs ? '' : ` Reset ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} bei ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Aufgebraucht.' : `${format.percent(thresholdPercent)} überschritten.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} ist aufgebraucht`,
      body: `Nichts ist übrig.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} ist wieder verfügbar`,
      body: 'Kein anderes bekanntes Limit dieses Kontos sperrt es.',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : ` Wahrscheinlichkeit ${format.percent(probability * 100)}.`;
      const early = duration(resetsAtMs - runsOutAtMs);
      return {
        title: `${sourceLabel}: ${nameOf(subject)} ${until(runsOutAtMs - nowMs)} aufgebraucht`,
        body: `${format.percent(usedPercent)} verbraucht. Bei diesem Tempo ist ${early} vor dem Reset nichts mehr übrig.${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(format: Formats, nameOf: NameOf): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      const [from, to] = [cleanText(fromPlan ?? 'unbekannt'), cleanText(toPlan ?? 'unbekannt')];
      return {
        title: `${sourceLabel}: Dein Tarif hat sich geändert`,
        body: `Die Meldungen des Anbieters wechseln von ${from} zu ${to}.`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    const less = ratio < 1 ? 'weniger' : 'mehr';
    const [before, after] = [format.integer(pairsBefore ?? 0), format.integer(pairsAfter ?? 0)];
    return {
      title: `${sourceLabel}: ${nameOf(subject)} erlaubt ${less} als vorher`,
      body:
        `Ein Prozent reicht für ${share} ${less} Verbrauch, geschätzt aus ${before} Meldungspaaren vorher und ${after} seitdem. ` +
        (ratio < 1
          ? 'Verbrauch desselben Kontos an anderer Stelle sieht genauso aus.'
          : 'Wenn Verbrauch desselben Kontos an anderer Stelle wegfällt, sieht es genauso aus.'),
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
        session: 'eine Sitzung',
        project: name === null ? 'ein Projekt' : `Projekt ${name}`,
        model: name === null ? 'ein Modell' : `Modell ${name}`,
        sidechain: 'Subagenten',
        'cache-rebuilt': 'ein neu geschriebener Cache',
        unknown: null,
      }[cause];
      const share = what === null ? 'Keine einzelne Ursache.' : `${format.percent(causeShare * 100)} davon: ${what}.`;
      return {
        title: anomaly === 'session' ? 'Ungewöhnlich große Sitzung' : 'Ungewöhnlich starker Tag',
        body: `${format.compact(tokens)} Tokens, das ${times}-Fache deines üblichen Höchstwerts. ${share}`,
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
        title: `${period}: ${share} des Budgets`,
        body: isHidden
          ? `${format.percent(thresholdPercent)} überschritten.`
          : `${amount(costMicroUsd, context, isCostPartial)} von ${amount(budgetMicroUsd, context)}, API-Gegenwert.`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}: das ${times}-Fache einer starken Stunde`,
        body:
          `${format.compact(tokensPerHour)} Tokens in der letzten Stunde; neun von zehn deiner Stunden bleiben unter ` +
          `${format.compact(typicalTokensPerHour)}.${name === null ? '' : ` Zuletzt am meisten verbraucht: ${name}.`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `${amount(costMicroUsd, context, isCostPartial)} API-Gegenwert, `;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body:
          `${cost}${format.compact(tokens)} Tokens in ` +
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
        measure === 'cpu' ? `${format.percent(value * 100)} eines Kerns` : `${format.bytes(value)} Arbeitsspeicher`;
      const name = nameProject(project, context);
      return {
        title: `${label}: ${what} seit ${duration(forMs)}`,
        body: `Prozess ${pid} und was er gestartet hat${name === null ? '' : `, in ${name}`}.`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label ?? 'Ein Agent'} hat ${format.integer(processes)} ${format.plural(processes, processWords)} zurückgelassen`,
      body: `${cleanText(name)}, Prozess ${pid}${processes > 1 ? ' und weitere' : ''}, ${format.bytes(rssBytes)}. ${format.plural(processes, { one: 'Fuelgauge zeigt ihn und kann ihn beenden.', other: 'Fuelgauge zeigt sie und kann sie beenden.' })}`,
    }),
  };
}

/** Logs that are not understood, or about to be gone. */
function createLogAlerts(format: Formats): Pick<AlertMessages, 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnits(format);
  return {
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: Logs wachsen, aber nichts darin zählt`,
      body: `${format.bytes(grownBytes)} mehr in ${duration(nowMs - sinceMs)}, ohne eine Antwort, die Fuelgauge lesen kann. Vielleicht hat sich das Format geändert; „fuelgauge doctor“ zeigt, was übersprungen wurde.`,
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel} löscht bald ungelesene Logs`,
      body: `${format.integer(logs)} ${format.plural(logs, logWords)}; das Löschen beginnt ${until(deletesAtMs - nowMs)}. Lass Fuelgauge vorher alles lesen.`,
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
        title: `${context.sourceLabel}: Eine Sitzung ${sessionTitles[status]}`,
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
        : `${format.money(costMicroUsd, currency, isCostPartial)} von ${format.money(budgetMicroUsd, currency)}, API-Gegenwert. `;
      const sum =
        tokens === null ? money : `${format.compact(tokens.used)} von ${format.compact(tokens.limit)} Tokens. `;
      return {
        title: `${context.sourceLabel}: Eine Sitzung hat ihr ${levels[level]} Limit erreicht`,
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
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `, seit ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)}: ${impacts[impact]}${since}`,
        body: `${cleanText(title)}. Gemeldet von ${cleanText(page)}.`,
      };
    },
  };
}

/** The last part of a project's folder, if it may be shown. A log names it, so it can hold anything. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
