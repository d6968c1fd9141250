import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type ExploreWords = NonNullable<Translation['explore']>;

/** One session over time. */
function createTimeline(format: Formats): ExploreWords['timeline'] {
  return {
    title: 'الخط الزمني',
    missing: 'لا توجد هذه الجلسة في الدفتر.',
    facts: (responses, tokens) => `${countOf(format, responses, words.response)}، ${tokens}`,
    tokens: 'الرموز لكل رد',
    context: 'السياق: مطالبة كل رد',
    cost: 'التكلفة حتى الآن',
    cpu: 'المعالج، % من نواة',
    memory: 'الذاكرة',
    noProcesses: 'لم تُراقَب عملياتها، فاستهلاكها غير معروف.',
    subagents: (responses, percent) =>
      `الوكلاء الفرعيون: ${countOf(format, responses, words.response)}، ${format.percent(percent)} من الرموز.`,
    noSubagents: 'لا وكلاء فرعيين.',
    otherSubagents: 'آخرون لا يسمّيهم السجل',
    ownSession: 'جلسة مستقلة',
    startedBy: (session) => `بدأتها الجلسة ${session}.`,
    peak: (tokens) => `أكبر مطالبة: ${tokens}.`,
    peakAtLeast: (tokens) => `أكبر مطالبة: ${tokens} على الأقل.`,
    main: 'الوكيل',
    subagent: 'الوكلاء الفرعيون',
    read: 'قُرئ من المؤقتة',
    written: 'كُتب في المؤقتة',
    fresh: 'إدخال جديد',
    output: 'الإخراج',
    coarse: 'لم يُحفظ من أجزاء من هذه الجلسة سوى مجاميع كل ربع ساعة.',
  };
}

/** The table of everything, and its drill-downs. */
export function createExplore(format: Formats): ExploreWords {
  return {
    groupBy: 'تجميع حسب',
    thenBy: 'ثم حسب',
    thenNothing: 'لا شيء آخر',
    inside: (name) => `ما بداخل ${name}`,
    openAll: 'فتح الكل',
    foldAll: 'طي الكل',
    groupings: { ...reportKeyNames, source: 'الوكيل', repository: 'المستودع', week: 'الأسبوع' },
    withoutKey: withoutKeyNames,
    filter: 'تصفية',
    filterHint: 'اسم أو وكيل أو نموذج',
    columnsLabel: 'الأعمدة',
    label: 'جدول الاستخدام',
    columns: {
      source: 'الوكيل',
      last: 'آخر استخدام',
      responses: 'الردود',
      total: 'الرموز',
      cost: 'التكلفة',
      cached: 'من المؤقتة',
      input: 'الإدخال',
      output: 'الإخراج',
      cacheWrite: 'كتابة في المؤقتة',
      cacheRead: 'قراءة من المؤقتة',
      models: 'النماذج',
    },
    costTitle: 'التكلفة بما يعادل API: ما كانت ستكون عبر API',
    noCostFor: (models) => `لا تكلفة معروفة لـ ${models}.`,
    rows: (count) => countOf(format, count, words.row),
    shownOf: (shown, of) => `${format.integer(shown)} من ${format.integer(of)} من الصفوف`,
    totals: (tokens, cost) => (cost === null ? tokens : `${tokens}، ${cost}`),
    none: 'لا استخدام في هذه المدة',
    noneText: 'اختر مدة أطول، أو عد بعد الجلسة التالية.',
    noMatch: 'لا شيء يطابق التصفية',
    showAll: 'إظهار كل الوقت',
    crumbs: 'المسار',
    everything: 'كل شيء',
    sessionsOf: (name) => `جلسات ${name}`,
    // A name in Latin letters would take the digits of the date with it, and turn the line around.
    sessionAt: (project, at) => `\u200f\u2068${project}\u2069، ${at}`,
    worktrees: 'تُحتسب أشجار العمل ضمن مستودعها حيث يدل مسارها عليه.',
    open: (name) => `فتح ${name}`,
    timeline: createTimeline(format),
  };
}
