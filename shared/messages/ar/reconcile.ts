import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { isolate } from './isolate.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: 'استُلم أكثر من مرة واحتُسب مرة واحدة',
  'not-in-log': 'لا يرد في أي سجل، لذا يُحتسب كما استُلم',
  'other-root':
    'لا يعرف أي سجل مقروء هنا هذه الجلسة: سجلها في مجلد آخر أو على جهاز آخر، أو لا سجل لها؛ تُحتسب كما استُلمت',
  understated: 'يذكر السجل رموزًا أقل لهذه الردود، لذا تُحتسب الأعداد الأكبر',
  'only-in-log': 'في السجل أكثر مما طُوبق معه',
  'not-joined': 'لا تمكن مطابقته مع قيد في السجل، لذا لا يُحتسب',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: 'مكرر',
      'not-in-log': 'ليس في السجل',
      'other-root': 'السجل في مكان آخر',
      understated: 'ناقص في السجل',
      'only-in-log': 'في السجل فقط',
      'not-joined': 'بلا مطابقة',
    },
    meaning: (name, kind) => `${name}: ${meanings[kind]}.`,
    label: 'المطابقة حسب اليوم والنموذج',
    day: 'اليوم',
    model: 'النموذج',
    received: 'المستلَم',
    logged: 'السجلات',
    difference: 'الفرق',
    same: 'لا فرق',
    part: (name, responses, tokens) => `${name} ${tokens} (${countOf(format, responses, words.response)})`,
    price: (amount) => `السعر ${amount}`,
    summary: (explained, open) => `الرموز المختلفة: ${explained} لها تفسير، و${open} بلا تفسير.`,
    note: 'الرموز مقاسة. أما السعر فهو ما حسبه خادم وسيط فوق السعر المعلن، وهو تقديري.',
    cut: (rows) => `الصفوف المعروضة هي الأحدث فقط، وعددها ${format.integer(rows)}؛ ويتضمن التصدير كل الصفوف.`,
    none: 'لا شيء للمطابقة في هذه المدة',
    noneText: `تُطابَق السجلات مع القياس عن بُعد ومع خادم وسيط. يبيّن الأمر «${isolate('fuelgauge otel install')}» كيفية تشغيل القياس عن بُعد، ويُدخَل الخادم الوسيط في الإعدادات. ويطابق الأمر «${isolate('fuelgauge reconcile --csv')}» ملف التصدير من المزوّد.`,
    settings: 'الإعدادات',
  };
}
