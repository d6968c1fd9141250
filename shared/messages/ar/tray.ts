import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  const odds = createOdds(format);
  return {
    /** Begins with a mark, since a name in Latin letters would make the line run from left to right. */
    tooltip: (parts) => `\u200fFuelgauge: ${parts.join(' · ')}`,
    starting: 'جارٍ البدء',
    scanning: (percent) => `جارٍ قراءة السجلات، ${format.percent(percent)}`,
    paused: 'متوقف مؤقتًا',
    failed: 'توقف بسبب خطأ',
    needsAttention: 'يحتاج إلى انتباه',
    unusedToday: 'لا استخدام اليوم',
    nothingReadToday: 'لم يُقرأ شيء اليوم بعد',
    today: (tokens, cost, currency) =>
      `${format.compact(tokens)} رمز اليوم${cost === null ? '' : `، ${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent}: ${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)} ينفد ${until(inMs)}`,
    mayRunOut(window, probability) {
      const risk = odds(probability);
      return risk === null ? null : `${limitWindow(window)}: احتمال النفاد ${risk}`;
    },
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
