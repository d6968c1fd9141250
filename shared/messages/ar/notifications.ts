import { noRedaction } from '../../domain/alert-redaction.ts';
import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { usDollar, type MicroUsd } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { AlertContext, AlertMessages } from '../en/notifications.ts';
import type { Formats } from '../format/formats.ts';

import { countOf, words } from './count-words.ts';
import { createUnits } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

const periods: PeriodWords = {
  day: 'اليوم',
  week: 'هذا الأسبوع',
  month: 'هذا الشهر',
  weekOf: (day) => `أسبوع ${day}`,
  soFar: (period) => `${period} حتى الآن`,
  upTo: (period, time) => `${period}، حتى ${time}`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `الجلسة ${id}`,
  process: (pid) => `العملية ${pid}`,
  between: '، ',
};
const sessionTitles = { waiting: 'جلسة تنتظرك', finished: 'انتهت جلسة', failed: 'أوقف خطأ جلسة' };
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: 'تطلب إذنًا.',
  input: 'تطلب جوابًا.',
  limit: 'بُلغ حد.',
  overloaded: 'المزوّد محمَّل فوق طاقته.',
  billing: 'يُبلغ المزوّد عن مشكلة في الفوترة.',
  other: 'يذكر وكيلها السبب.',
};
const guardEnds = {
  warn: 'تستمر.',
  pause: 'تتوقف مؤقتًا إن عُرفت عمليتها؛ استأنفها في Fuelgauge.',
  stop: 'تتوقف عند خطوتها التالية إن ثُبّت خطافها؛ يتيح «fuelgauge guard lift» استمرارها.',
};
const levels = { soft: 'المرن', hard: 'الصارم' };
const impacts = { minor: 'عطل طفيف', major: 'عطل كبير', critical: 'عطل حرج' };
/** A verb with its subject: a block is feminine, a limit masculine. */
const agree = (subject: AlertSubject, masculine: string, feminine: string): string =>
  subject.kind === 'block' ? feminine : masculine;

/** Built on the verb `ترك`. */
const leftProcesses = { one: 'عملية واحدة', two: 'عمليتين', few: 'عمليات', many: 'عملية', other: 'عملية' };
const pairWords = { one: 'زوج واحد', two: 'زوجين', few: 'أزواج', many: 'زوجًا', other: 'زوج' };

/** Every kind of alert, as a title and a body. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? 'فترة 5 ساعات' : limitWindow(subject));
  return {
    ...createLimitAlerts(format, nameOf),
    allowance: createAllowanceAlert(format, nameOf),
    ...createUsageAlerts(format),
    ...createAnomalyAlerts(format),
    ...createMachineAlerts(format),
    ...createSessionAlerts(format),
    ...createIncidentAlerts(format),
  };
}

function createLimitAlerts(
  format: Formats,
  nameOf: (subject: AlertSubject) => string,
): Pick<AlertMessages, 'threshold' | 'depleted' | 'restored' | 'runs-out'> {
  const { duration, until } = createUnits(format);
  const reset = (subject: AlertSubject, atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` ${agree(subject, 'يتجدد', 'تتجدد')} ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} عند ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100
          ? agree(subject, 'نفد.', 'نفدت.')
          : `${agree(subject, 'تجاوز', 'تجاوزت')} ${format.percent(thresholdPercent)}.`) +
        reset(subject, resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${agree(subject, 'نفد', 'نفدت')} ${nameOf(subject)}`,
      body: `لم يبق شيء.${reset(subject, resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: ${agree(subject, 'عاد', 'عادت')} ${nameOf(subject)} للاستخدام`,
      body: 'لا يوجد حد آخر معروف في هذا الحساب يمنع استخدامه.',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : ` الاحتمال ${format.percent(probability * 100)}.`;
      return {
        title: `${sourceLabel}: ${agree(subject, 'ينفد', 'تنفد')} ${nameOf(subject)} ${until(runsOutAtMs - nowMs)}`,
        body:
          `استُخدم ${format.percent(usedPercent)}. بهذه الوتيرة لن يبقى شيء ` +
          `قبل التجديد بـ ${duration(resetsAtMs - runsOutAtMs)}.${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(format: Formats, nameOf: (subject: AlertSubject) => string): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      return {
        title: `${sourceLabel}: تغيّرت خطتك`,
        body: `انتقلت قراءات المزوّد من «${cleanText(fromPlan ?? 'غير معروف')}» إلى «${cleanText(toPlan ?? 'غير معروف')}».`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    return {
      title: `${sourceLabel}: ${nameOf(subject)} ${agree(subject, 'يسمح', 'تسمح')} بما هو ${ratio < 1 ? 'أقل' : 'أكثر'} من ذي قبل`,
      body:
        `تكفي ${format.percent(1)} لاستخدام ${ratio < 1 ? 'أقل' : 'أكثر'} بـ ${share}، بتقدير من ` +
        `${countOf(format, pairsBefore ?? 0, pairWords)} من القراءات قبله و${countOf(format, pairsAfter ?? 0, pairWords)} بعده. ` +
        `${ratio < 1 ? 'استخدام' : 'انتهاء استخدام'} الحساب نفسه في مكان آخر يبدو كذلك.`,
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
        session: 'جلسة واحدة',
        project: name === null ? 'مشروع واحد' : `المشروع ${name}`,
        model: name === null ? 'نموذج واحد' : `النموذج ${name}`,
        sidechain: 'الوكلاء الفرعيون',
        'cache-rebuilt': 'ذاكرة مؤقتة كُتبت من جديد',
        unknown: null,
      }[cause];
      const share = what === null ? 'لا سبب واحد.' : `${format.percent(causeShare * 100)} منها: ${what}.`;
      return {
        title: `${anomaly === 'session' ? 'جلسة تفوق' : 'يوم يفوق'} المعتاد بكثير`,
        body: `${format.compact(tokens)} رمز، أي أقصى المعتاد مضروبًا في ${times}. ${share}`,
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
      const isHidden = context.redaction?.money === true;
      return {
        title: `${period}: ${format.percent((costMicroUsd / budgetMicroUsd) * 100)} من الميزانية`,
        body: isHidden
          ? `تجاوز ${format.percent(thresholdPercent)}.`
          : `${amount(costMicroUsd, context, isCostPartial)} من ${amount(budgetMicroUsd, context)}، بما يعادل API.`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}: ساعتك المزدحمة مضروبة في ${times}`,
        body:
          `${format.compact(tokensPerHour)} رمز في الساعة الأخيرة؛ تسع من كل عشر من ساعاتك دون ` +
          `${format.compact(typicalTokensPerHour)}.${name === null ? '' : ` الأكثر استخدامًا مؤخرًا: ${name}.`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `${amount(costMicroUsd, context, isCostPartial)} بما يعادل API، `;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body: `${cost}${format.compact(tokens)} رمز في ${countOf(format, responses, words.ofResponses)}.`,
      };
    },
  };
}

/** Processes and logs. */
function createMachineAlerts(
  format: Formats,
): Pick<AlertMessages, 'busy-agent' | 'orphan' | 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnits(format);
  return {
    'busy-agent'({ parameters: { label, project, pid, measure, value, forMs } }, context) {
      const what = measure === 'cpu' ? `${format.percent(value * 100)} من نواة` : `${format.bytes(value)} من الذاكرة`;
      const name = nameProject(project, context);
      return {
        title: `${label}: ${what} منذ ${duration(forMs)}`,
        body: `العملية ${pid} وما بدأته${name === null ? '' : `، في ${name}`}.`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `ترك ${label ?? 'وكيل'} ${countOf(format, processes, leftProcesses)}`,
      body: `${cleanText(name)}، العملية ${pid}${processes > 1 ? '، وغيرها' : ''}، ${format.bytes(rssBytes)}. يعرضها Fuelgauge ويمكنه إنهاؤها.`,
    }),
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: تكبر السجلات ولا يُحتسب شيء منها`,
      body:
        `زادت ${format.bytes(grownBytes)} خلال ${duration(nowMs - sinceMs)} دون رد واحد يمكن أن يقرأه Fuelgauge. ` +
        'ربما تغيّرت صيغتها؛ يعرض «fuelgauge doctor» ما تُخطّي.',
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `يوشك ${sourceLabel} على حذف سجلات لم تُقرأ`,
      body: `${countOf(format, logs, words.log)}، ويبدأ الحذف ${until(deletesAtMs - nowMs)}. دع Fuelgauge يقرأ كل شيء قبل ذلك.`,
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
        title: `${context.sourceLabel}: ${sessionTitles[status]}`,
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
        : `${format.money(costMicroUsd, currency, isCostPartial)} من ${format.money(budgetMicroUsd, currency)}، بما يعادل API. `;
      const sum = tokens === null ? money : `${format.compact(tokens.used)} من ${format.compact(tokens.limit)} رمز. `;
      return {
        title: `${context.sourceLabel}: بلغت جلسة حدها ${levels[level]}`,
        body: `${name === null ? '' : `${name}: `}${sum}${guardEnds[action]}`,
      };
    },
  };
}

/** What a provider's status page reports. */
function createIncidentAlerts(format: Formats): Pick<AlertMessages, 'incident'> {
  const { duration } = createUnits(format);
  return {
    incident({ parameters: { page, service, title, impact, startedAtMs } }, { nowMs }) {
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `، منذ ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)}: ${impacts[impact]}${since}`,
        body: `${cleanText(title)}. أبلغت عنه ${cleanText(page)}.`,
      };
    },
  };
}

/** The last part of a project’s folder, if it may be shown. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
