import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

type OverviewWords = NonNullable<Translation['overview']>;

const projectWords = { one: 'مشروع واحد', two: 'مشروعين', few: 'مشاريع', many: 'مشروعًا', other: 'مشروع' };
const timeWords = { one: 'مرة واحدة', two: 'مرتان', few: 'مرات', many: 'مرة', other: 'مرة' };

/** Which days are shown, in all views. */
export function createRanges(format: Formats): Translation['ranges'] {
  return {
    label: 'المدة',
    names: {
      today: { short: 'اليوم', long: 'اليوم' },
      '7': { short: '7 أيام', long: 'آخر 7 أيام' },
      '30': { short: '30 يومًا', long: 'آخر 30 يومًا' },
      '90': { short: '90 يومًا', long: 'آخر 90 يومًا' },
      '365': { short: 'سنة', long: 'آخر 365 يومًا' },
      all: { short: 'الكل', long: 'كل الوقت' },
      custom: { short: 'مخصصة', long: 'مدة مخصصة' },
    },
    from: 'من',
    to: 'إلى',
    days: (count) => countOf(format, count, words.ofDays),
    between: (since, until) => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export const charts: Translation['charts'] = {
  showAll: 'إظهار الكل',
  time: 'الوقت',
  exportLabel: 'تصدير المعروض',
  withoutNames: 'بلا أسماء',
  exportAs: { png: 'صورة PNG' },
  zoomHint: 'اسحب للتكبير، وانقر مرتين لإظهار الكل',
};

/** The figures at the top. */
function createFigures(format: Formats): OverviewWords['figures'] {
  return {
    label: 'الأرقام',
    tokens: 'الرموز',
    cost: 'بما يعادل API',
    cache: 'من الذاكرة المؤقتة',
    sessions: 'الجلسات',
    stops: 'توقفات بسبب الحدود',
    change: (percent, days) => `${percent} عن ${days} قبلها`,
    changeUpTo: (percent, days, moment) => `${percent} عن ${days} قبلها حتى ${moment}`,
    isNew: 'لا شيء في المدة السابقة',
    isNewUpTo: (moment) => `لا شيء في المدة السابقة حتى ${moment}`,
    noBefore: 'لا مدة سابقة للمقارنة',
    saved: (money) => `وفّرت نحو ${money}`,
    costMore: (money) => `كلّفت نحو ${money} فوق ما وفّرت`,
    projects: (count) => `في ${countOf(format, count, projectWords)}`,
    times: (count) => countOf(format, count, timeWords),
    stopsNote: 'حسب قراءات المزوّد',
    stopsTitle: 'نوافذ حدود نفدت',
    noReadings: 'لم يُقرأ حد في هذه المدة',
    notABill: 'بالأسعار المعلنة؛ ليست فاتورة',
    savedTitle: 'تقديري: ما كانت الرموز نفسها ستكلفه بالأسعار المعلنة بلا ذاكرة مؤقتة، ناقصًا ما كلّفته',
  };
}

/** The hours of a week. */
function createWeek(format: Formats): OverviewWords['week'] {
  return {
    title: 'متى تعمل',
    label: (weekday, hour, percent) => `الأكثر ${weekday} عند ${hour}: ${format.percent(percent)} من الرموز.`,
    empty: 'لا استخدام في هذه المدة.',
    cell: (weekday, hour, value) => `${weekday}، ${hour}: ${value}`,
    agentMinutes: (hours) => `عملت الجلسات نحو ${hours} إجمالًا.`,
    hours: (hours) => `${format.integer(hours)} س`,
    minutes: (minutes) => `${format.integer(minutes)} د`,
    peak: (sessions, at) => `أقصى عدد معًا: ${countOf(format, sessions, words.session)} (${at}).`,
    estimated: 'مقدّر من أوقات الردود',
  };
}

/** The overview. */
export function createOverview(format: Formats): OverviewWords {
  return {
    figures: createFigures(format),
    step: 'الفاصل الزمني',
    steps: { hour: 'ساعة', day: 'يوم', week: 'أسبوع', month: 'شهر' },
    perStep: {
      tokens: {
        hour: 'الرموز في الساعة',
        day: 'الرموز في اليوم',
        week: 'الرموز في الأسبوع',
        month: 'الرموز في الشهر',
      },
      cost: {
        hour: 'التكلفة بما يعادل API في الساعة',
        day: 'التكلفة بما يعادل API في اليوم',
        week: 'التكلفة بما يعادل API في الأسبوع',
        month: 'التكلفة بما يعادل API في الشهر',
      },
    },
    splitBy: 'تقسيم حسب',
    splits: { source: 'الوكيل', model: 'النموذج', project: 'المشروع', class: 'الصنف' },
    classes: { output: 'الإخراج', input: 'إدخال جديد', write: 'كتابة في المؤقتة', read: 'قراءة من المؤقتة' },
    calendar: {
      title: 'السنة الأخيرة، يومًا بيوم',
      label: (used, of, best, value) =>
        `أيام فيها استخدام: ${format.integer(used)} من ${format.integer(of)}؛ أكثرها ${best}: ${value}.`,
      empty: 'لا استخدام في السنة الأخيرة.',
      cell: (day, value) => `${day}: ${value}`,
      months: 'الأشهر',
    },
    week: createWeek(format),
    places: {
      title: 'أين ذهب المال',
      titleTokens: 'أين ذهبت الرموز',
      none: 'لا شيء في هذه المدة.',
      others: 'كل ما سواها',
      pair: (model, project) => `${model} في ${project}`,
      showAll: (count) => `إظهار الكل (${format.integer(count)})`,
      showLess: 'إظهار أقل',
    },
  };
}
