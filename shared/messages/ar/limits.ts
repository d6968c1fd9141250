import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: 'الحد اليومي',
  week: 'الحد الأسبوعي',
  days: (count: number): string => `حد ${count} يوم`,
  hours: (count: number): string => `حد ${count} س`,
  minutes: (count: number): string => `حد ${count} د`,
};
const durationWords = { day: ' ي', hour: ' س', minute: ' د', gap: ' ', moment: 'أقل من دقيقة' };

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'الآن' : `خلال ${duration(lengthMs)}`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'الآن' : `قبل ${duration(ageMs)}`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/د`,
    apiEquivalent: (amount, currency) => `${format.money(amount, currency)} بما يعادل API`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? scope : nameWindow(windowMinutes, windowWords);
      return label === null ? kind : `${kind} ${cleanText(label)}`;
    },
  } satisfies Translation['units'];
}

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitWindow } = createUnits(format);
  return {
    title: 'الحدود',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return scope;
      if (windowMinutes === 10_080) return 'أسبوع';
      return windowMinutes === 1_440 ? 'يوم' : duration(windowMinutes * minuteMs);
    },
    block: 'فترة',
    fresh: 'الآن',
    noneKnown: 'لم يُبلغ أي وكيل عن حد بعد.',
    flipFigure: { left: 'إظهار المستخدَم', used: 'إظهار المتبقي' },
    flipReset: { countdown: 'إظهار وقت التجديد', clock: 'إظهار الوقت المتبقي' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `استُخدم ${format.percent(percent)}`,
    left: (percent) => `بقي ${format.percent(percent)}`,
    resetsIn: (inMs) => `يتجدد خلال ${duration(inMs)}`,
    resetsAt: (moment) => `يتجدد: ${moment}`,
    hasReset: 'تجدد منذ ذلك الحين',
    age: ago,
    forecastEnd: (from, to) =>
      `التوقع: استخدام ${format.percent(from)} إلى ${format.percent(to)} عند التجديد، بثقة ${format.percent(80)}`,
    resetSince: (name) => ({
      sentence: `تجدد ${name}`,
      detail: 'لا توجد قراءة أحدث بعد. يُبلغ الوكيل عنها مع رده التالي.',
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
      sentence: `ينفد ${name} ${moment}`,
      detail: `بهذه الوتيرة خلال ${duration(inMs)}${earlyMs === null ? '' : `، قبل التجديد بـ ${duration(earlyMs)}`}.`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}: بقي ${format.percent(leftPercent)}`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name} يكفي حتى يتجدد`,
      detail:
        `يتجدد: ${moment}.` +
        (probability === null ? '' : ` احتمال نفاده قبل ذلك: ${format.percent(probability * 100)}.`),
    }),
  };
}
