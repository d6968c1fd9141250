import { minuteMs } from '../../domain/instant.ts';
import { usualPlan } from '../../domain/plan.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { nameScope } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits, scopeWords } from './units.ts';

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitAmount, limitWindow } = createUnits(format);
  return {
    title: 'الحدود',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return 'أسبوع';
      return windowMinutes === 1_440 ? 'يوم' : duration(windowMinutes * minuteMs);
    },
    block: 'فترة',
    blockTitle(plan) {
      if (plan === null) return 'فترة الخمس ساعات التي تظهر في السجلات؛ لا حد معروف. يعرض الشريط الوقت المنقضي.';
      return plan === usualPlan
        ? 'فترة الخمس ساعات التي تظهر في السجلات، مقابل فترتك الممتلئة المعتادة (P90).'
        : 'فترة الخمس ساعات التي تظهر في السجلات، مقابل حد تقديري.';
    },
    fresh: 'الآن',
    unknownAccount: 'حساب غير معروف',
    noneKnown: 'لم يُبلغ أي وكيل عن حد بعد.',
    flipFigure: { left: 'إظهار المستخدَم', used: 'إظهار المتبقي' },
    flipReset: { countdown: 'إظهار وقت التجديد', clock: 'إظهار الوقت المتبقي' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `استُخدم ${format.percent(percent)}`,
    left: (percent) => `بقي ${format.percent(percent)}`,
    amountUsed: (value, unit) => `استُخدم ${limitAmount(value, unit)}`,
    amountLeft: (value, unit) => `بقي ${limitAmount(value, unit)}`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join('، '),
    near: (owner, name, used) => `${owner}: ${name}${used === null ? '' : `، ${used}`}.`,
    resetsIn: (inMs) => `يتجدد خلال ${duration(inMs)}`,
    resetsAt: (moment) => `يتجدد: ${moment}`,
    hasReset: 'تجدد',
    hasEnded: 'انتهت',
    age: ago,
    forecastEnd: (from, to) =>
      `التوقع: استخدام ${format.percent(from)} إلى ${format.percent(to)} عند التجديد، بثقة ${format.percent(80)}`,
    ...createAnswers(format),
  };
}

/** The sentence for the window that matters most. */
function createAnswers(format: Formats): Translation['limits'] {
  const { duration, limitAmount } = createUnits(format);
  const odds = createOdds(format);
  return {
    resetSince: (name) => ({
      sentence: `تجدد ${name}`,
      detail: 'لا توجد قراءة أحدث بعد. يُبلغ الوكيل عنها مع رده التالي.',
    }),
    amount: (name, remaining, unit) => ({
      sentence: [name, remaining === null ? null : `بقي ${limitAmount(remaining, unit)}`]
        .filter((text) => text !== null)
        .join(': '),
      detail: null,
    }),
    stale: (name, usedPercent) => ({
      sentence: `${name}: استُخدم ${format.percent(usedPercent)} على الأقل`,
      detail: 'هذه القراءة قديمة. يُبلغ الوكيل عن قراءة جديدة مع رده التالي.',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `نفد ${name}` : `نفد ${name} حتى ${moment}`,
      detail: resetsInMs === null ? null : `يتجدد خلال ${duration(resetsInMs)}.`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `ينفد ${name} بحلول ${moment}`,
      detail: `بهذه الوتيرة خلال ${duration(inMs)}${earlyMs === null ? '' : `، قبل التجديد بـ ${duration(earlyMs)}`}.`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}: بقي ${format.percent(leftPercent)}`, detail: null }),
    lasts(name, moment, probability) {
      const risk = probability === null ? null : odds(probability);
      return {
        sentence: `${name} يكفي حتى يتجدد`,
        detail: `يتجدد: ${moment}.${probability === null ? ' بهذه الوتيرة لن ينفد قبل ذلك.' : ''}${risk === null ? '' : ` احتمال نفاده قبل ذلك: ${risk}.`}`,
      };
    },
  };
}
