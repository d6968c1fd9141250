import { finishTexts } from '../format/finish.ts';
import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import type { Formats } from '../format/formats.ts';
import { countOf } from './count-words.ts';
import { isolate, finishArabic } from './isolate.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: 'يتعذر الوصول إلى Fuelgauge.',
  'needs-token': 'يطلب Fuelgauge رمز وصول. أدخله في الخيارات.',
  'wrong-token': 'لا يقبل Fuelgauge رمز الوصول هذا؛ إذ يلزمه النطاق ingest.',
  off: 'لا يستقبل Fuelgauge شيئًا. شغّل «الاستقبال من إضافة المتصفح» في إعداداته.',
  busy: 'Fuelgauge مشغول.',
  'too-large': 'لا يقبل Fuelgauge هذا العدد من الإحصاءات دفعة واحدة. انظر الحدود في إعداداته.',
  refused: 'لم يقبل Fuelgauge الإحصاءات.',
};

const visitForms = { one: 'زيارة واحدة', two: 'زيارتان', few: 'زيارات', many: 'زيارة', other: 'زيارة' } as const;
const requestForms = { one: 'طلب واحد', two: 'طلبان', few: 'طلبات', many: 'طلبًا', other: 'طلب' } as const;
const waitingForms = {
  one: 'إحصاء واحد ينتظر الإرسال',
  two: 'إحصاءان ينتظران الإرسال',
  few: 'إحصاءات تنتظر الإرسال',
  many: 'إحصاءً ينتظر الإرسال',
  other: 'إحصاء ينتظر الإرسال',
} as const;

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return finishTexts<ExtensionMessages>(
    {
      name: 'Fuelgauge',
      description:
        'تقيس الوقت في مواقع الذكاء الاصطناعي وتعدّ الطلبات إلى واجهاته لصالح Fuelgauge على هذا الحاسوب. لا يخرج شيء آخر.',
      today: 'اليوم في مواقع الذكاء الاصطناعي',
      duration,
      cost,
      sum: (activeMs, costMicroUsd) => `${duration(activeMs)}، ${cost(costMicroUsd)}`,
      visits: (count) => countOf(format, count, visitForms),
      nothing: 'لم يظهر اليوم أي موقع من القائمة في المقدمة.',
      requests: (count) => `${countOf(format, count, requestForms)} إلى واجهات API للذكاء الاصطناعي`,
      guess: 'التكاليف تقديرية: الوقت النشط مضروبًا في سعر الساعة.',
      sending(sending, waiting, nowMs) {
        const waits = waiting === 0 ? '' : ` ${countOf(format, waiting, waitingForms)}.`;
        if (sending.failure !== null) return failures[sending.failure] + waits;
        const sent = sending.sentAtMs === null ? 'لم يُرسل شيء بعد.' : `أُرسل ${ago(nowMs - sending.sentAtMs)}.`;
        return sent + waits;
      },
      options: 'الخيارات',
      privacy:
        'يُسجَّل كم يبقى موقع من القائمة في المقدمة وكم مرة، وعدد الطلبات إلى عشر واجهات API للذكاء الاصطناعي. لا تُقرأ الصفحات ولا تُحفظ العناوين الكاملة. تذهب الإحصاءات إلى Fuelgauge على هذا الحاسوب ولا تذهب إلى مكان آخر.',
      address: 'عنوان Fuelgauge على هذا الحاسوب',
      badAddress: 'أدخل عنوانًا لهذا الحاسوب، مثل http://127.0.0.1:8377.',
      token: 'رمز الوصول',
      tokenHint: `شغّل «${isolate('fuelgauge token create browser --scope ingest')}» والصق ما يطبعه.`,
      save: 'حفظ',
      ownSites: (domains) => `مواقعك الخاصة لا تُعدّ هنا بعد: ${domains.join('، ')}.`,
      allow: 'السماح بهذه المواقع',
    },
    finishArabic,
  );
}
