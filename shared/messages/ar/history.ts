import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type HistoryWords = NonNullable<Translation['history']>;

const measures = { tokens: 'الرموز', cost: 'التكلفة بما يعادل API' };
const perSpan = { day: 'في اليوم', week: 'في الأسبوع', month: 'في الشهر' };

/** The chart, as it is seen and read aloud. */
function createChart(format: Formats): HistoryWords['chart'] {
  return {
    title: (measure, by) => `${measures[measure]} ${perSpan[by]}`,
    emptyBar: { tokens: 'لا استخدام', cost: 'لا استخدام بتكلفة معروفة' },
    legend: 'مفتاح الرسم',
    tokens: (tokens) => `${format.compact(tokens)} رمز`,
    others: (count) => `${format.integer(count)} أخرى`,
    weekOf: (day) => `أسبوع ${day}`,
    bar: (title, total, parts) => `${title}: ${total}${parts.length > 1 ? `؛ ${parts.join('، ')}` : ''}`,
    part: (label, value) => `${label} ${value}`,
    summary: {
      nothing: { tokens: 'لا استخدام في هذه المدة.', cost: 'لا تكلفة معروفة لشيء في هذه المدة.' },
      peak: (title, value) => `الأعلى: ${title}، ${value}`,
      lead: (label, percent) => `${label} ${format.percent(percent)}`,
      join: (parts) => `${parts.join('؛ ')}.`,
      hidden: 'بداية المدة غير معروضة: فهي أطول من أن تُعرض بخطوات قصيرة كهذه.',
    },
  };
}

/** The table with all rows. */
function createTable(format: Formats): HistoryWords['table'] {
  return {
    title: 'كل الصفوف',
    label: 'جدول الاستخدام',
    pages: 'صفحات الجدول',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'المصدر',
      last: 'آخر استخدام',
      total: 'المجموع',
      cost: 'التكلفة',
      input: 'الإدخال',
      output: 'الإخراج',
      cacheWrite: 'كتابة في المؤقتة',
      cacheRead: 'قراءة من المؤقتة',
    },
    costTitle: 'التكلفة بما يعادل API: ما كانت ستكون عبر API',
    noCostFor: (models) => `لا تكلفة معروفة لـ ${models}.`,
    page: (page, of) => `صفحة ${format.integer(page)} من ${format.integer(of)}`,
  };
}

/** The history: choices, chart and table. */
export function createHistory(format: Formats): HistoryWords {
  return {
    title: 'السجل',
    groupBy: 'تجميع حسب',
    groupings: { ...reportKeyNames, week: 'الأسبوع' },
    splitBy: 'تقسيم حسب',
    splits: reportKeyNames,
    show: 'عرض',
    measures: { tokens: 'الرموز', cost: 'التكلفة' },
    range: 'المدة',
    ranges: { '7': 'آخر 7 أيام', '30': 'آخر 30 يومًا', '90': 'آخر 90 يومًا', '365': 'السنة الأخيرة', all: 'كل الوقت' },
    loading: 'جارٍ تحميل السجل',
    loadingText: 'جارٍ الجمع…',
    empty: {
      title: 'لا استخدام في هذه المدة',
      allTime: 'يظهر الاستخدام هنا حالما يكتب وكيل سجله الأول.',
      shorter: 'اختر مدة أطول، أو عد بعد الجلسة التالية.',
      showAll: 'إظهار كل الوقت',
    },
    figures: {
      tokens: 'الرموز',
      cost: 'التكلفة بما يعادل API',
      costTitle: 'ما كانت ستكلفه عبر API. لا يُفوترها الاشتراك.',
      notABill: 'ليست فاتورة',
      responses: 'الردود',
      cached: 'قُرئ من المؤقتة',
    },
    noCostFor: (models) => `لا تكلفة معروفة لـ ${models}؛ ولا تشملها المجاميع.`,
    unfinished: (responses) => `ردود لا تبيّن السجلات كيف انتهت: ${format.integer(responses)}؛ فقد يكون الإخراج أكثر.`,
    chart: createChart(format),
    table: createTable(format),
  };
}
