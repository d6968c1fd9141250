import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

type CompareWords = NonNullable<Translation['compare']>;

/** What the same usage would cost otherwise. */
function createWhatIf(format: Formats): CompareWords['whatIf'] {
  return {
    estimated: 'تقديري بالأسعار المعلنة. تعدّ النماذج الرموز بطرق مختلفة، فتكلفة نموذج آخر مؤشر تقريبي.',
    asModel: 'وكذلك بالنموذج',
    asModelHint: 'الاسم الدقيق لنموذج',
    models: 'لو ذهب كل شيء إلى نموذج واحد',
    model: 'النموذج',
    used: 'مستخدَم',
    actual: 'كما كان، بالأسعار المعلنة',
    cache: 'لو استُخدمت الذاكرة المؤقتة بطريقة أخرى',
    withoutCache: 'بلا ذاكرة مؤقتة',
    all5m: 'كل الكتابات لـ 5 دقائق',
    all1h: 'كل الكتابات لساعة',
    partly: (percent) => `السعر معروف لـ ${format.percent(percent)} من الرموز فقط.`,
    plans: 'الخطط',
    plansNote: (days) =>
      `استخدامك في هذه المدة (${countOf(format, days, words.day)}) محسوبًا لشهر من 30 يومًا بالأسعار المعلنة، مقابل سعر كل خطة.`,
    plan: 'الخطة',
    price: 'شهريًا',
    worth: 'الاستخدام نفسه عبر API',
    breakEven: 'نقطة التعادل',
    factor: (factor) => `×${factor}`,
    yours: { provider: 'خطتك، حسب المزوّد', setting: 'خطتك، حسب الإعدادات' },
    unknownPlan: 'خطتك غير معروفة: لا يذكرها المزوّد ولا الإعدادات.',
    noPlans: 'لا خطط معروفة لهؤلاء الوكلاء.',
    bringsIn: (percent, isPartial) => `استخدام يساوي ${format.percent(percent, isPartial)} من سعرها`,
  };
}

/** The use of the cache. */
const coach: CompareWords['coach'] = {
  estimated: 'تقديري: إعادة البناء كتابة كبيرة في الذاكرة المؤقتة بعد توقف أطول من عمرها.',
  none: 'لم تُستخدم ذاكرة مؤقتة في هذه المدة.',
  model: 'النموذج',
  write5m: 'كتابات، 5 د',
  write1h: 'كتابات، 1 س',
  read: 'قراءات',
  saved: 'الموفَّر',
  rebuilds: 'إعادات البناء',
  lost: 'الضائع',
  label: 'استخدام الذاكرة المؤقتة',
  cut: (since) => `يُنظر في آخر 90 يومًا من المدة فقط، منذ ${since}.`,
  advice: {
    longer: (model, money) =>
      `${model}: ذاكرة مؤقتة لساعة كانت ستوفّر نحو ${money} بعد التوقفات القصيرة، بعد خصم كلفة كتاباتها الأغلى.`,
    shorter: (model, money) => `${model}: بكتابات لـ 5 دقائق كانت التكلفة أقل بنحو ${money}؛ دون إعادات البناء.`,
    fine: 'لا شيء لتغييره: لا عمر آخر كان أرخص بوضوح.',
  },
};

/** Two ranges, what if, and the use of the cache. */
export function createCompare(format: Formats): CompareWords {
  return {
    tabs: { ranges: 'مدتان', whatIf: 'ماذا لو', cache: 'مرشد الذاكرة المؤقتة', accounts: 'المطابقة' },
    tabsLabel: 'ما يُقارن',
    by: 'حسب',
    left: 'المدة الأولى',
    right: 'المدة الثانية',
    noRangeBefore: 'لا مدة قبل «كل الوقت»، لذا تُقارن آخر 30 يومًا بما قبلها.',
    from: 'من',
    to: 'إلى',
    name: 'الاسم',
    change: 'التغيّر',
    tokens: 'الرموز',
    cost: 'التكلفة بما يعادل API',
    total: 'المجموع',
    isNew: 'جديد',
    isGone: 'اختفى',
    title: (left, right) => `${left} مقابل ${right}`,
    none: 'لا استخدام في أي من المدتين.',
    label: 'جدول المقارنة',
    whatIf: createWhatIf(format),
    coach,
  };
}
