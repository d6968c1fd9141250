import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

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
