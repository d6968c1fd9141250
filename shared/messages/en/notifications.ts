import { noRedaction, type AlertRedaction } from '../../domain/alert-redaction.ts';
import type { AlertIntent, AlertKind, AlertSubject } from '../../domain/alert-intent.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { usDollar, type Currency, type MicroUsd } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { Notice } from '../../ports/alert-channel.ts';
import type { Formats } from '../format/formats.ts';
import { logWords, processWords, responseWords } from './count-words.ts';
import { createUnitMessages } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

/** What a message needs besides the alert itself. */
export interface AlertContext {
  /** Name of the agent. */
  readonly sourceLabel: string;
  readonly nowMs: number;
  /** US dollars by default. */
  readonly currency?: Currency;
  /** What the message must not reveal; by default it reveals everything. */
  readonly redaction?: AlertRedaction;
}

/** A message for every kind of alert: a title of a few words, and a body of one or two sentences. */
export type AlertMessages = {
  readonly [Kind in AlertKind]: (intent: AlertIntent<Kind>, context: AlertContext) => Notice;
};

const periods: PeriodWords = {
  day: 'Today',
  week: 'This week',
  month: 'This month',
  weekOf: (day) => `Week of ${day}`,
  soFar: (period) => `${period} so far`,
  upTo: (period, time) => `${period}, up to ${time}`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `session ${id}`,
  process: (pid) => `process ${pid}`,
  between: ', ',
};
const sessionTitles = { waiting: 'is waiting for you', finished: 'has finished', failed: 'was stopped by an error' };
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: 'It is asking for permission.',
  input: 'It is asking for an answer.',
  limit: 'A limit was reached.',
  overloaded: 'The provider is overloaded.',
  billing: 'The provider reports a problem with billing.',
  other: 'Its agent says why.',
};
const guardEnds = {
  warn: 'It continues.',
  pause: 'It is paused if its process is known; resume it in Fuelgauge.',
  stop: 'It stops at its next step if its hook is installed; “fuelgauge guard lift” lets it continue.',
};
const impacts = { minor: 'minor incident', major: 'major incident', critical: 'critical incident' };

/** Every kind of alert, as a title and a body. */
export function createNotificationMessages(format: Formats): AlertMessages {
  const { limitWindow, until } = createUnitMessages(format);
  const describeSubject = (subject: AlertSubject): string =>
    subject.kind === 'block' ? '5-hour block' : limitWindow(subject);
  const toReset = (resetsAtMs: number | null, nowMs: number): string =>
    resetsAtMs === null || resetsAtMs <= nowMs ? '' : ` Resets ${until(resetsAtMs - nowMs)}.`;
  return {
    threshold({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) {
      const passed = usedPercent >= 100 ? 'Used up.' : `Passed ${format.percent(thresholdPercent)}.`;
      return {
        title: `${sourceLabel}: ${describeSubject(subject)} at ${format.percent(usedPercent)}`,
        body: `${passed}${toReset(resetsAtMs, nowMs)}`,
      };
    },
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${describeSubject(subject)} is used up`,
      body: `Nothing is left.${toReset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${describeSubject(subject)} is available again`,
      body: 'No other known limit of this account blocks it.',
    }),
    ...createForecastMessages(format, describeSubject),
    allowance: createAllowanceAlert(format, describeSubject),
    ...createUsageAlerts(format),
    ...createAnomalyAlerts(format),
    ...createMachineAlerts(format),
    ...createSessionAlerts(format),
    ...createIncidentAlerts(format),
  };
}

function createForecastMessages(
  format: Formats,
  describeSubject: (subject: AlertSubject) => string,
): Pick<AlertMessages, 'runs-out'> {
  const { duration, until } = createUnitMessages(format);
  return {
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : ` Probability ${format.percent(probability * 100)}.`;
      const early = duration(resetsAtMs - runsOutAtMs);
      return {
        title: `${sourceLabel}: ${describeSubject(subject)} runs out ${until(runsOutAtMs - nowMs)}`,
        body: `${format.percent(usedPercent)} used. At this pace nothing is left ${early} before it resets.${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(
  format: Formats,
  describeSubject: (subject: AlertSubject) => string,
): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      const names = `from ${cleanText(fromPlan ?? 'unknown')} to ${cleanText(toPlan ?? 'unknown')}`;
      return { title: `${sourceLabel}: your plan has changed`, body: `The provider’s own readings go ${names}.` };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    const evidence = `${format.integer(pairsBefore ?? 0)} pairs of readings before and ${format.integer(pairsAfter ?? 0)} since`;
    return {
      title: `${sourceLabel}: ${describeSubject(subject)} allows ${ratio < 1 ? 'less' : 'more'} than before`,
      body:
        `A percent of it lasts for ${share} ${ratio < 1 ? 'less' : 'more'} usage, estimated from ${evidence}. ` +
        `${ratio < 1 ? 'Use' : 'The end of use'} of the same account elsewhere looks the same.`,
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
        session: 'one session',
        project: name === null ? 'one project' : `project ${name}`,
        model: name === null ? 'one model' : `model ${name}`,
        sidechain: 'subagents',
        'cache-rebuilt': 'a cache that was written again',
        unknown: null,
      }[cause];
      const share = what === null ? 'No single cause.' : `${format.percent(causeShare * 100)} of it: ${what}.`;
      return {
        title: anomaly === 'session' ? 'Unusually large session' : 'Unusually busy day',
        body: `${format.compact(tokens)} tokens, ${times} times your usual maximum. ${share}`,
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
      const sum = `${amount(costMicroUsd, context, isCostPartial)} of ${amount(budgetMicroUsd, context)}, API-equivalent.`;
      return {
        title: `${period}: ${share} of the budget`,
        body: isHidden ? `Passed ${format.percent(thresholdPercent)}.` : sum,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}: ${times} times your busy hour`,
        body:
          `${format.compact(tokensPerHour)} tokens in the last hour; nine in ten of your hours stay below ` +
          `${format.compact(typicalTokensPerHour)}.${name === null ? '' : ` Used most lately: ${name}.`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `${amount(costMicroUsd, context, isCostPartial)} API-equivalent, `;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body:
          `${cost}${format.compact(tokens)} tokens in ` +
          `${format.integer(responses)} ${format.plural(responses, responseWords)}.`,
      };
    },
  };
}

/** Processes and logs. */
function createMachineAlerts(
  format: Formats,
): Pick<AlertMessages, 'busy-agent' | 'orphan' | 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnitMessages(format);
  return {
    'busy-agent'({ parameters: { label, project, pid, measure, value, forMs } }, context) {
      const what = measure === 'cpu' ? `${format.percent(value * 100)} of a core` : `${format.bytes(value)} of memory`;
      const name = nameProject(project, context);
      return {
        title: `${label}: ${what} for ${duration(forMs)}`,
        body: `Process ${pid} and what it started${name === null ? '' : `, in ${name}`}.`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label ?? 'An agent'} left ${format.integer(processes)} ${format.plural(processes, processWords)} behind`,
      body: `${cleanText(name)}, process ${pid}${processes > 1 ? ' and others' : ''}, ${format.bytes(rssBytes)}. Fuelgauge shows ${processes > 1 ? 'them and can end them' : 'it and can end it'}.`,
    }),
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: logs grow, but nothing in them counts`,
      body:
        `${format.bytes(grownBytes)} more in ${duration(nowMs - sinceMs)}, without one response that Fuelgauge can ` +
        'read. Its format may have changed; “fuelgauge doctor” shows what was skipped.',
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel} is about to delete unread logs`,
      body:
        `${format.integer(logs)} ${format.plural(logs, logWords)}; deletion starts ${until(deletesAtMs - nowMs)}. ` +
        'Let Fuelgauge read everything first.',
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
        title: `${context.sourceLabel}: a session ${sessionTitles[status]}`,
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
        : `${format.money(costMicroUsd, currency, isCostPartial)} of ${format.money(budgetMicroUsd, currency)}, API-equivalent. `;
      const sum =
        tokens === null ? money : `${format.compact(tokens.used)} of ${format.compact(tokens.limit)} tokens. `;
      return {
        title: `${context.sourceLabel}: a session reached its ${level} limit`,
        body: `${name === null ? '' : `${name}: `}${sum}${guardEnds[action]}`,
      };
    },
  };
}

/** What a provider's status page reports. Its texts were cleaned where they came in, and are cleaned again. */
function createIncidentAlerts(format: Formats): Pick<AlertMessages, 'incident'> {
  const { duration } = createUnitMessages(format);
  return {
    incident({ parameters: { page, service, title, impact, startedAtMs } }, { nowMs }) {
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `, for ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)}: ${impacts[impact]}${since}`,
        body: `${cleanText(title)}. Reported by ${cleanText(page)}.`,
      };
    },
  };
}

/** The last part of a project's folder, if it may be shown. A log names it, so it can hold anything. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
