import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    starting: 'جارٍ البدء',
    scanning: (percent) => `جارٍ قراءة السجلات، ${format.percent(percent)}`,
    paused: 'متوقف مؤقتًا',
    failed: 'توقف بسبب خطأ',
    needsAttention: 'يحتاج إلى انتباه',
    unusedToday: 'لا استخدام اليوم',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} رمز اليوم${cost === null ? '' : `، ${apiEquivalent(cost, currency)}`}`,
    runsOut: (window, inMs) => `${limitWindow(window)} ينفد ${until(inMs)}`,
    mayRunOut: (window, probability) =>
      probability < 0.02 ? null : `${limitWindow(window)}: احتمال النفاد ${format.percent(probability * 100)}`,
    usedUp: (window, inMs) => `نفد ${limitWindow(window)}${inMs === null ? '' : `، يتجدد ${until(inMs)}`}`,
    blockResets: (inMs) => `تنتهي الفترة خلال ${duration(inMs)}`,
    menu: {
      open: 'فتح Fuelgauge',
      overview: 'نظرة عامة',
      settings: 'الإعدادات',
      pause: 'إيقاف المراقبة مؤقتًا',
      resume: 'استئناف المراقبة',
      quit: 'إنهاء Fuelgauge',
    },
  };
}

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? 'فترة 5 ساعات' : limitWindow(subject));
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : ` يتجدد ${until(atMs - nowMs)}.`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ${nameOf(subject)} عند ${format.percent(usedPercent)}`,
      body: (usedPercent >= 100 ? 'نفد.' : `تجاوز ${format.percent(thresholdPercent)}.`) + reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: لا رصيد متبقٍ (${nameOf(subject)})`,
      body: `لم يبق شيء.${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}: عاد الرصيد (${nameOf(subject)})`,
      body: 'لا يوجد حد آخر معروف نافد لهذا الحساب.',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}: ينفد الرصيد ${until(runsOutAtMs - nowMs)} (${nameOf(subject)})`,
      body:
        `استُخدم ${format.percent(usedPercent)}. بهذه الوتيرة لن يبقى شيء ` +
        `قبل التجديد بـ ${duration(resetsAtMs - runsOutAtMs)}.`,
    }),
  };
}
