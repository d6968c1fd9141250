import { dayMs } from '../../domain/instant.ts';
import type { StoreFailure } from '../../domain/failures.ts';
import type { ProblemParameters, SalvageOutcome, SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeStoredValue } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { countOf, words } from './count-words.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';
import { isolate } from './isolate.ts';

type ProblemWords = NonNullable<Translation['problems']>;

const hourWords = { one: 'ساعة', two: 'ساعتين', few: 'ساعات', many: 'ساعة', other: 'ساعة' };

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblems(format: Formats): ProblemWords {
  return {
    ...createReplacements(format),
    ...createLedgerProblems(format),
    ...createReadingProblems(format),
    ...createOwnProblems(format),
    ...settingsProblems,
    ...desktopProblems,
  };
}

/** The ledger cannot be written, or not be used. */
function createLedgerProblems(format: Formats): ProblemWords {
  return {
    'ledger-locked': ({ folder, hasKey }) =>
      `الأسماء مشفّرة في الدفتر الموجود في ${isolate(folder)}، و${hasKey ? 'المفتاح المعيّن ليس مفتاحها' : 'مفتاحها غير معيّن'}. لم يضع شيء: ` +
      'تُعرض المجاميع وتُخفى الأسماء ولا تُقرأ السجلات حتى يكون المفتاح الصحيح في FUELGAUGE_DB_KEY أو في سلسلة المفاتيح.',
    'ledger-key': ({ reason }) =>
      reason === 'invalid'
        ? 'قيمة FUELGAUGE_DB_KEY ليست مفتاحًا، فلا يُكتب شيء. المفتاح 32 بايت عشوائيًا بصيغة base64 أو ست عشرية، كما يطبعها openssl rand -base64 32.'
        : 'لم يُعيَّن FUELGAUGE_DB_KEY، فلا يُكتب شيء. عيّنه إلى ما يطبعه openssl rand -base64 32 واحتفظ به؛ أو إلى none لحفظ أسماء المشاريع والفروع دون تشفير.',
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),
    'ledger-read-only': ({ folder }) =>
      `لا يُسمح لـ Fuelgauge بالكتابة في ${isolate(folder)}، فيعرض ما في دفتره ولا يقرأ سجلات. اجعل المجلد قابلًا للكتابة، أو اختر مجلد بيانات آخر.`,
    'ledger-busy': ({ folder }) => `يكتب Fuelgauge آخر في الدفتر الموجود في ${isolate(folder)}.`,
    'ledger-missing': ({ folder }) => `لا يوجد دفتر بعد في ${isolate(folder)}.`,
    'ledger-too-new': ({ folder }) =>
      `كتب إصدار أحدث من Fuelgauge الدفتر الموجود في ${isolate(folder)}. حدّث هذا الإصدار.`,
    'ledger-too-old': ({ folder }) =>
      `يكتب إصدار أقدم من Fuelgauge في الدفتر الموجود في ${isolate(folder)}. أنهِه أو حدّثه ثم أعد المحاولة.`,
    'ledger-damaged': ({ folder }) => `الدفتر الموجود في ${isolate(folder)} تالف.`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `لا يتضمن إصدار Node هذا SQLite. يحتاج Fuelgauge إلى Node ${minNodeVersion} أو أحدث.`,
    'home-missing': ({ folder }) => `المجلد المعطى بالخيار --home غير موجود: ${isolate(folder)}`,
    'still-reading': ({ bytesLeft }) =>
      `ما زال Fuelgauge آخر يقرأ السجلات (بقي ${format.bytes(bytesLeft)})، فهذه الأرقام غير كاملة.`,
  };
}

/** Logs that are not read, or will be gone. */
function createReadingProblems(format: Formats): ProblemWords {
  return {
    'engine-stopped': ({ detail }) =>
      `توقف Fuelgauge عن قراءة السجلات بسبب خطأ${detail === null ? '' : ` (${detail})`}. إن لم يعد إلى قراءتها تلقائيًا خلال خمس دقائق فأعد تشغيله؛ التفاصيل في ملف سجله.`,
    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `سيحذف ${sourceLabel} ${describeDeadline(deletesAtMs - nowMs, format)} سجلات لم تُقرأ (${format.integer(logs)}). ${remedies[cause]}`,
    'unreadable-logs': ({ path, reason, more }) =>
      `تعذّرت قراءة ${isolate(path)}: ${describeReadFailure(reason)}. ` +
      (more === 0
        ? 'استخدامه ناقص.'
        : `ينقص استخدامه واستخدام سجلات أخرى (${format.integer(more)})؛ يسردها كلها «fuelgauge doctor».`),
    'alert-channel': ({ channel, failure }) =>
      `لم تتمكن القناة «${channel}» من إيصال تنبيه. ${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `لا يمكن عرض الوكلاء العاملين: ${describeProbeFailure(failure)}.`,
  };
}

/** What Fuelgauge itself uses and could not start. */
function createOwnProblems(format: Formats): ProblemWords {
  return {
    'own-cpu': ({ percent, budgetPercent }) =>
      `استخدم Fuelgauge نفسه ${format.precisePercent(percent)} من نواة معالج في الساعة الأخيرة؛ ينبغي أن يبقى دون ` +
      `${format.precisePercent(budgetPercent)}. يخفضه تحديث أبطأ في الإعدادات.`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `يشغل Fuelgauge نفسه ${format.integer(megabytes)} م.ب من الذاكرة دون نافذة مفتوحة؛ ينبغي أن يبقى دون ` +
      `${format.integer(budgetMegabytes)} م.ب. أنهِه وشغّله من جديد لتحريرها، ونرجو الإبلاغ عن ذلك.`,
    'server-not-started': ({ detail }) => `خادم الويب مفعّل لكنه لا يعمل. ${detail}`,
    'statusline-removed': ({ file }) =>
      `أزال شيء آخر سطر حالة Fuelgauge من ${isolate(file)}. لإضافته ثانيةً: fuelgauge statusline install. ` +
      'إن كنت لا تريده: fuelgauge statusline uninstall.',
  };
}

const settingsProblems: ProblemWords = {
  'settings-values': ({ complaints }) =>
    `في settings.json ما لا يمكن استخدامه: ${complaints.map(describeComplaint).join('؛ ')}. تُستخدم القيم الافتراضية بدلًا منه.`,
  'settings-invalid': ({ file, setAsideName }) =>
    setAsideName === null
      ? `الملف ${isolate(file)} ليس JSON صالحًا، فتسري القيم الافتراضية حتى يصلحه التطبيق.`
      : `الملف ${isolate(file)} ليس JSON صالحًا، فتسري القيم الافتراضية؛ حُفظ الملف القديم باسم ${isolate(setAsideName)}.`,
  'settings-unreadable': ({ file }) => `لا يمكن قراءة ${isolate(file)}، فتسري القيم الافتراضية.`,
  'settings-not-applied': ({ file }) =>
    `في ${isolate(file)} ما لا يمكن استخدامه، فتبقى الإعدادات السابقة سارية. الأمر ${isolate('fuelgauge config check')} يبيّن ما هو.`,
  'settings-unusable': ({ file }) =>
    `لا يمكن قراءة ${isolate(file)} ولا استبداله، فتضيع تغييرات الإعدادات عند إنهاء Fuelgauge.`,
};

/** What happened to a ledger's file, and where its contents are now. */
function createReplacements(format: Formats): ProblemWords {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `كان الدفتر تالفًا فبُدئ دفتر جديد؛ حُفظ الملف القديم باسم ${isolate(setAsidePath)}. ` +
      `${describeSalvage(salvage, format)} تُقرأ السجلات الباقية من جديد.`,
    'ledger-newer': ({ setAsidePath }) =>
      `كتب الدفترَ إصدار أحدث من Fuelgauge، وحُفظ باسم ${isolate(setAsidePath)}. ` +
      'سيعيد ذلك الإصدار قراءته؛ وحتى ذلك الحين لا يحتسب هذا الإصدار إلا السجلات الباقية.',
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'حُذف الدفتر أو سجل أحدث تغييراته أثناء عمل Fuelgauge. كُتب كل شيء من جديد.'
        : `حلّ ملف آخر محل الدفتر أثناء عمل Fuelgauge. كُتب الدفتر من جديد، وحُفظ الملف الآخر باسم ${isolate(setAsidePath)}. ` +
          'لاستخدامه أنهِ Fuelgauge قبل أن تستبدل الدفتر.',
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      'كتب برنامج آخر في الدفتر أثناء عمل Fuelgauge. أُعيد بناؤه ' +
      `${describeSources(rebuiltFrom, copyAgeHours, format)} حُفظ ما كُتب فيه باسم ${isolate(setAsidePath)}. ` +
      'لاستخدام دفتر آخر أنهِ Fuelgauge قبل أن تستبدل هذا.',
    'ledger-restored-in-part': ({ keptPath }) =>
      `أُضيف إلى هذا الدفتر من جديد دفتر كان قد نُحّي، عدا مجاميع ردوده الأقدم التي تعذّرت قراءتها. حُفظ باسم ${isolate(keptPath)}.`,
    'ledger-restore-failed': ({ path, detail }) =>
      `تعذّرت إضافة دفتر كان قد نُحّي إلى هذا الدفتر: ${detail}. ما زال في ${isolate(path)}.`,
  };
}

/** What the desktop does not let the app show. */
const desktopProblems: ProblemWords = {
  notifications: ({ cause }) =>
    cause === 'no-notify-send'
      ? 'لا يمكن عرض الإشعارات لأن البرنامج notify-send ناقص. ثبّت libnotify.'
      : 'رفض النظام عرض إشعار. تظهر التنبيهات هنا مع ذلك.',
  'no-tray': () =>
    'لا يعرض سطح المكتب هذا أيقونات في شريط النظام. على GNOME ثبّت إضافة AppIndicator. حتى ذلك الحين شغّل Fuelgauge مرة أخرى لفتحه.',
  'tray-hidden': () =>
    'يخفي macOS أيقونة Fuelgauge في شريط القوائم: الشريط ممتلئ، أو الأيقونة معطّلة في إعدادات النظام، شريط القوائم. لفتح Fuelgauge من دونها شغّله مرة أخرى من Finder أو Spotlight.',
  'shortcut-taken': ({ keys }) =>
    `المفاتيح ${keys} لا تفتح Fuelgauge: يستخدمها برنامج آخر أو النظام. اختر غيرها في الإعدادات.`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: 'استأنف المراقبة للاحتفاظ باستخدامها.',
  failing: 'أصلح مشكلة الدفتر للاحتفاظ باستخدامها.',
  unreadable: 'اجعلها قابلة للقراءة للاحتفاظ باستخدامها؛ يسردها «fuelgauge doctor».',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return 'عند تشغيله التالي';
  const daysLeft = Math.floor(leftMs / dayMs);
  return daysLeft === 0 ? 'خلال يوم' : `خلال ${countOf(format, daysLeft, words.ofDays)}`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return 'لم يمكن قراءة شيء منه.';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `الردود المنقولة: ${format.integer(carriedOver)}`;
  if (!hasRollups) return `${kept}؛ تعذّرت قراءة مجاميع ردوده الأقدم.`;
  if (lost === null) return `${kept}؛ لا يُعرف كم ضاع.`;
  return lost === 0 ? `${kept}.` : `${kept}؛ وما تعذّرت قراءته: ${format.integer(lost)}.`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const copy = `نسخته التي عمرها ${countOf(format, copyAgeHours ?? 0, hourWords)}`;
  const unless = 'ناقص إلا إن بقيت سجلاته';
  switch (rebuiltFrom) {
    case 'memory':
      return `مما بقي منه لدى Fuelgauge ومن السجلات. سائر الاستخدام ${unless}.`;
    case 'memory-and-copy':
      return `مما بقي منه لدى Fuelgauge ومن ${copy} ومن السجلات. الاستخدام بعد تلك النسخة ${unless}.`;
    case 'copy':
      return `من ${copy} ومن السجلات. الاستخدام بعد تلك النسخة ${unless}.`;
    case 'other':
      return `مما كُتب فيه ومن السجلات. سائر الاستخدام ${unless}.`;
    case 'logs':
      return `من السجلات. الاستخدام ${unless}.`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  const another = 'اختر مجلد بيانات آخر.';
  switch (failure.kind) {
    case 'disk-full':
      return (
        `القرص ممتلئ: تتعذّر كتابة الدفتر في ${isolate(folder)}. ` +
        (isRetried ? 'وفّر مساحة ليستأنف Fuelgauge تلقائيًا.' : 'وفّر مساحة وشغّل Fuelgauge من جديد.')
      );
    case 'no-permission':
      return `لا يُسمح لـ Fuelgauge بالكتابة في ${isolate(folder)}. تحقق من مالك المجلد وأذوناته.`;
    case 'file-in-the-way':
      return `لا يمكن إنشاء المجلد ${isolate(folder)}: يعترضه ملف. ${another}`;
    case 'link-loop':
      return `لا يمكن استخدام المجلد ${isolate(folder)}: روابطه الرمزية تشكل حلقة. ${another}`;
    case 'path-too-long':
      return `لا يمكن إنشاء المجلد ${isolate(folder)}: المسار أطول من اللازم. ${another}`;
    case 'no-folders-allowed':
      return `لا يسمح النظام بإنشاء المجلد ${isolate(folder)}. ${another}`;
    case 'not-a-file':
      return `يحتاج Fuelgauge إلى ${isolate(failure.path)} لملف خاص به، لكنه ليس ملفًا. انقله ثم أعد المحاولة.`;
    case 'cannot-open':
      return `لا يمكن فتح الدفتر في ${isolate(folder)}. تحقق من إمكان القراءة والكتابة في المجلد.`;
    case 'locked':
      return (
        `يقفل برنامج آخر الدفتر الموجود في ${isolate(folder)}. ` +
        (isRetried ? 'يستأنف Fuelgauge تلقائيًا عند فتح القفل.' : 'أعد المحاولة لاحقًا.')
      );
    case 'other':
      return `لا يمكن استخدام الدفتر في ${isolate(folder)}: ${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(isolate(place === null ? setting : `${setting}.${place}`), complaint);
}
