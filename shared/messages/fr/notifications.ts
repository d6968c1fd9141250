import { noRedaction } from '../../domain/alert-redaction.ts';
import type { AlertSubject } from '../../domain/alert-intent.ts';
import { usDollar, type MicroUsd } from '../../domain/money.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { AlertContext, AlertMessages } from '../en/notifications.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { createUnits } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

type NameOf = (subject: AlertSubject) => string;

/** A block is masculine, a limit feminine. */
const spent = (subject: AlertSubject): string => (subject.kind === 'block' ? 'épuisé' : 'épuisée');

const periods: PeriodWords = {
  day: 'Aujourd’hui',
  week: 'Cette semaine',
  month: 'Ce mois-ci',
  weekOf: (day) => `Semaine du ${day}`,
  soFar: (period) => `${period} jusqu’ici`,
  upTo: (period, time) => `${period}, jusqu’à ${time}`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `session ${id}`,
  process: (pid) => `processus ${pid}`,
  between: ', ',
};
const sessionTitles = { waiting: 'vous attend', finished: 'est terminée', failed: 's’est arrêtée sur une erreur' };
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: 'Elle demande une autorisation.',
  input: 'Elle attend une réponse.',
  limit: 'Une limite est atteinte.',
  overloaded: 'Le fournisseur est surchargé.',
  billing: 'Le fournisseur signale un problème de facturation.',
  other: 'Son agent en donne la raison.',
};
const guardEnds = {
  warn: 'Elle continue.',
  pause: 'Elle est mise en pause si son processus est connu ; reprenez-la dans Fuelgauge.',
  stop: 'Elle s’arrête à l’étape suivante si son hook est installé ; « fuelgauge guard lift » la laisse continuer.',
};
const levels = { soft: 'souple', hard: 'ferme' };
const impacts = { minor: 'incident mineur', major: 'incident majeur', critical: 'incident critique' };
const logWords = { one: 'journal', other: 'journaux' };

/** The messages of alerts. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf: NameOf = (subject) => (subject.kind === 'block' ? 'bloc de 5 h' : limitWindow(subject));
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
    atMs === null || atMs <= nowMs ? '' : ` Réinitialisation ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : ${nameOf(subject)} à ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? 'Il ne reste rien.' : `Seuil de ${format.percent(thresholdPercent)} dépassé.`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : ${nameOf(subject)} ${spent(subject)}`,
      body: `Il ne reste rien.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel} : ${nameOf(subject)} de nouveau disponible`,
      body: 'Aucune autre limite connue de ce compte ne bloque.',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : ` Probabilité : ${format.percent(probability * 100)}.`;
      const early = duration(resetsAtMs - runsOutAtMs);
      return {
        title: `${sourceLabel} : ${nameOf(subject)} ${spent(subject)} ${until(runsOutAtMs - nowMs)}`,
        body: `${format.percent(usedPercent)} utilisés. À ce rythme, il ne restera rien ${early} avant la réinitialisation.${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(format: Formats, nameOf: NameOf): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      const [from, to] = [cleanText(fromPlan ?? 'inconnu'), cleanText(toPlan ?? 'inconnu')];
      return {
        title: `${sourceLabel} : votre forfait a changé`,
        body: `Les relevés du fournisseur passent de ${from} à ${to}.`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    const less = ratio < 1 ? 'moins' : 'plus';
    const [before, after] = [format.integer(pairsBefore ?? 0), format.integer(pairsAfter ?? 0)];
    return {
      title: `${sourceLabel} : ${nameOf(subject)}, ${less} qu’avant`,
      body:
        `Un pour cent couvre ${share} d’utilisation en ${less}, estimé sur ${before} paires de relevés avant et ${after} depuis. ` +
        (ratio < 1
          ? 'L’utilisation du même compte ailleurs aurait le même effet.'
          : 'La fin d’une utilisation du même compte ailleurs aurait le même effet.'),
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
        session: 'une session',
        project: name === null ? 'un projet' : `projet ${name}`,
        model: name === null ? 'un modèle' : `modèle ${name}`,
        sidechain: 'sous-agents',
        'cache-rebuilt': 'un cache réécrit',
        unknown: null,
      }[cause];
      const share = what === null ? 'Aucune cause unique.' : `Dont ${format.percent(causeShare * 100)} : ${what}.`;
      return {
        title: anomaly === 'session' ? 'Session d’une ampleur inhabituelle' : 'Journée inhabituellement chargée',
        body: `${format.compact(tokens)} tokens, ${times} fois votre maximum habituel. ${share}`,
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
        title: `${period} : ${share} du budget`,
        body: isHidden
          ? `Seuil de ${format.percent(thresholdPercent)} dépassé.`
          : `${amount(costMicroUsd, context, isCostPartial)} sur ${amount(budgetMicroUsd, context)}, équivalent API.`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel} : ${times} fois vos heures de pointe`,
        body:
          `${format.compact(tokensPerHour)} tokens dans la dernière heure ; neuf de vos heures sur dix restent sous ` +
          `${format.compact(typicalTokensPerHour)}.${name === null ? '' : ` Le plus gourmand dernièrement : ${name}.`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `${amount(costMicroUsd, context, isCostPartial)} équivalent API, `;
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
      const what = measure === 'cpu' ? `${format.percent(value * 100)} d’un cœur` : `${format.bytes(value)} de mémoire`;
      const name = nameProject(project, context);
      return {
        title: `${label} : ${what} depuis ${duration(forMs)}`,
        body: `Processus ${pid} et ce qu’il a lancé${name === null ? '' : `, dans ${name}`}.`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label ?? 'Un agent'} a laissé ${format.integer(processes)} processus derrière lui`,
      body: `${cleanText(name)}, processus ${pid}${processes > 1 ? ' et d’autres' : ''}, ${format.bytes(rssBytes)}. ${processes > 1 ? 'Fuelgauge les affiche et peut les terminer.' : 'Fuelgauge l’affiche et peut le terminer.'}`,
    }),
  };
}

/** Logs that are not understood, or about to be gone. */
function createLogAlerts(format: Formats): Pick<AlertMessages, 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnits(format);
  return {
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel} : les journaux grossissent, mais rien n’y est compté`,
      body: `${format.bytes(grownBytes)} de plus en ${duration(nowMs - sinceMs)}, sans aucune réponse que Fuelgauge sache lire. Le format a peut-être changé ; « fuelgauge doctor » montre ce qui a été ignoré.`,
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel} va supprimer des journaux non lus`,
      body: `${format.integer(logs)} ${format.plural(logs, logWords)} ; la suppression commence ${until(deletesAtMs - nowMs)}. Laissez Fuelgauge tout lire avant.`,
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
        title: `${context.sourceLabel} : une session ${sessionTitles[status]}`,
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
        : `${format.money(costMicroUsd, currency, isCostPartial)} sur ${format.money(budgetMicroUsd, currency)}, équivalent API. `;
      const sum =
        tokens === null ? money : `${format.compact(tokens.used)} sur ${format.compact(tokens.limit)} tokens. `;
      return {
        title: `${context.sourceLabel} : une session a atteint sa limite ${levels[level]}`,
        body: `${name === null ? '' : `${name} : `}${sum}${guardEnds[action]}`,
      };
    },
  };
}

/** What a provider's status page reports. Its texts were cleaned where they came in, and are cleaned again. */
function createIncidentAlerts(format: Formats): Pick<AlertMessages, 'incident'> {
  const { duration } = createUnits(format);
  return {
    incident({ parameters: { page, service, title, impact, startedAtMs } }, { nowMs }) {
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `, depuis ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)} : ${impacts[impact]}${since}`,
        body: `${cleanText(title)}. Signalé par ${cleanText(page)}.`,
      };
    },
  };
}

/** The last part of a project's folder, if it may be shown. A log names it, so it can hold anything. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
