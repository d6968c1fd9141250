import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createActivitySettings } from './activity-settings.ts';
import { countOf, words } from './count-words.ts';
import { isolate } from './isolate.ts';
import { ruleHints } from './rule-hints.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { sendingSettings } from './sending-settings.ts';
import { serverSettings } from './server-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';
import { trayAndKeys } from './tray-settings.ts';

type Settings = NonNullable<Translation['settings']>;

const general: Settings['general'] = {
  title: 'عام',
  launchAtLogin: 'التشغيل عند تسجيل الدخول',
  launchAtLoginHint: 'يبدأ في شريط النظام دون نافذة.',
  language: 'اللغة',
  languageHint: 'يبقى سطر الأوامر ومخرجاته بالإنجليزية.',
  languages: { system: 'لغة النظام' },
  appearance: 'الشكل',
  theme: 'المظهر',
  themes: { system: 'النظام', light: 'فاتح', dark: 'داكن', 'high-contrast': 'تباين عالٍ' },
  density: 'الكثافة',
  densities: { comfortable: 'مريحة', compact: 'مدمجة' },
  dataColors: 'ألوان الرسوم والمؤشرات',
  dataColorsHint: 'يميّز الخيار الثاني كل السلاسل مع أي نوع من رؤية الألوان (عن أوكابي وإيتو).',
  dataColorScales: { 'okabe-ito': 'ملائم لعمى الألوان' },
  trayColor: 'لون الأيقونة',
  trayColorHint: 'للخيار التلقائي حافة داكنة حيث لا يُعرف لون الشريط، كما في Linux.',
  trayColors: { auto: 'تلقائي', light: 'فاتح', dark: 'داكن' },
  timeZone: 'المنطقة الزمنية',
  timeZoneHint: (systemZone) =>
    `تحدد بداية اليوم ونهايته. «system» هي منطقة هذا الحاسوب الزمنية، وهي الآن ${systemZone}.`,
  dayStart: 'يبدأ اليوم عند',
  dayStartHint: 'يُحتسب ما تستخدمه قبل هذه الساعة لليوم السابق: في التقارير والتوقعات والميزانيات والتنبيهات.',
  weekStart: 'يبدأ الأسبوع يوم',
  clock: 'نظام الساعة',
  clocks: { system: 'حسب اللغة', '12': '12 ساعة', '24': '24 ساعة' },
  unknownTimeZone: (text) => `لا توجد منطقة زمنية «${text}». أدخل اسمًا مثل Europe/Berlin.`,
};

const alerts: Settings['alerts'] = {
  title: 'التنبيهات',
  notifications: 'الإشعارات',
  notificationsHint: 'مرة واحدة لكل عتبة وحد، قبل أن ينفد.',
  thresholds: 'العتبات',
  thresholdsHint: 'نسب مئوية من الحد، خمس قيم على الأكثر. أعلاها حرجة والأخرى تحذيرات. اتركها فارغة لإلغاء التنبيهات.',
  badThresholds: 'أدخل أعدادًا صحيحة من 1 إلى 100، مثل 75, 90.',
  tooManyThresholds: 'أدخل خمس عتبات على الأكثر.',
};

const timing: Settings['timing'] = {
  title: 'وقت التنبيه',
  quietHours: 'ساعات الهدوء',
  quietHoursHint: 'تُعرض تنبيهات هذه الساعات بعد انتهائها. اتركها فارغة لإلغائها.',
  badHours: 'أدخل ساعات مثل 22:00-07:00.',
  snooze: 'تأجيل كل التنبيهات',
  snoozeHint: 'تُعرض لاحقًا، إلا ما انتهى حتى ذلك الحين.',
  doNotDisturb: 'الانتظار أثناء وضع «عدم الإزعاج»',
  doNotDisturbHint: 'إشعارات سطح المكتب هذا، حتى يُوقف. يُعرف في KDE وGNOME، ولا يفصح عنه Windows وmacOS.',
  channelsWait: 'القنوات الأخرى تنتظر أيضًا',
  channelsWaitHint: 'ينتظر البريد والهاتف والدردشة وخطافات الويب انتهاء «عدم الإزعاج» أيضًا. عند الإيقاف تُرسل فورًا.',
  snoozes(hours) {
    if (hours === 0) return 'لا';
    if (hours === 1) return 'لساعة';
    if (hours === 2) return 'لساعتين';
    return `لمدة ${hours} ${hours > 10 ? 'ساعة' : 'ساعات'}`;
  },
};

const guard: Settings['guard'] = {
  limits: {
    softUsd: 'الحد المرن للجلسة، مال',
    hardUsd: 'الحد الصارم للجلسة، مال',
    softTokens: 'الحد المرن للجلسة، رموز',
    hardTokens: 'الحد الصارم للجلسة، رموز',
  },
  moneyHint: 'بالدولار الأمريكي، بما يعادل API. اتركه فارغًا لإلغائه.',
  tokensHint: 'كل أنواع الرموز، ومنها القراءة من الذاكرة المؤقتة. اتركه فارغًا لإلغائه.',
  badTokens: 'أدخل عددًا صحيحًا من الرموز.',
  action: 'عند الحد الصارم',
  actionHint:
    'تعمل الحدود ما دامت القاعدة «حد لكل جلسة» مفعّلة. تُستأنف الجلسة المتوقفة مؤقتًا بزر «استئناف»، والجلسة الموقوفة بالأمر «fuelgauge guard lift». يحتاج الإيقاف إلى ما يطبعه «fuelgauge guard settings»؛ ويُوقَف مؤقتًا كل وكيل ليس له خطاف يقدر على إيقافه.',
  actions: { warn: 'تحذير', pause: 'إيقاف عملياتها مؤقتًا', stop: 'إيقافها عند خطوتها التالية' },
};

const programs: Settings['programs'] = {
  title: 'برامج أخرى',
  hint: 'يُقاس معالجها وذاكرتها كما للوكلاء. أدخل اسم الملف التنفيذي دون مجلده.',
  name: 'اسم الملف التنفيذي',
  category: 'نوع البرنامج',
  categories: { cli: 'سطر الأوامر', desktop: 'تطبيق سطح مكتب', ide: 'محرر', server: 'خادم', local: 'نموذج محلي' },
  add: 'إضافة برنامج',
  badName: 'أدخل اسمًا دون مجلد.',
  known: 'هذا البرنامج في القائمة بالفعل.',
};

const rules: Settings['rules'] = {
  title: 'قواعد التنبيه',
  hints: ruleHints,
  budgets: { dayUsd: 'ميزانية اليوم', weekUsd: 'ميزانية الأسبوع', monthUsd: 'ميزانية الشهر' },
  budgetHint: 'بالدولار الأمريكي، بما يعادل API. يُنبَّه عند 80% و100%. اتركها فارغة لإلغائها.',
  badBudget: 'أدخل مبلغًا بالدولار مثل 12.50.',
  tryOut: 'تجربة القواعد',
  tryOutHint: 'يعرض ما كانت ستطلقه خلال آخر 30 يومًا. لا يُرسل شيء.',
  tryNow: 'تجربة',
};

const projects: Settings['projects'] = {
  title: 'المشاريع',
  names: 'أسماء المشاريع',
  namesHint:
    'أدخل اسم مجلد، أو نمطًا مثل \u2066/home/me/work/**\u2069، وما يُسمّى به. المجلدات ذات الاسم نفسه مشروع واحد.',
  folder: 'المجلد',
  name: 'اسم المشروع',
  add: 'إضافة اسم',
  incomplete: 'أدخل مجلدًا واسمًا.',
  known: 'هذا المجلد في القائمة بالفعل.',
  calls: (name) => `يُسمّى «${name}»`,
  hidden: 'مشاريع مخفية',
  hiddenHint: 'تُحتسب في كل مكان، وتظهر باسم «(hidden)» في التقارير والقوائم والتنبيهات والمقاييس.',
  hiddenFolder: 'المجلد المراد إخفاؤه',
  hide: 'إخفاء',
  isHidden: 'مخفي',
};

/** Whose status pages are asked for incidents. */
const statusPages: Settings['statusPages'] = {
  title: 'صفحات الحالة',
  hint: 'تُفحص بدل صفحات مزوّدي وكلائك ما دامت القاعدة «عطل لدى مزوّد» مفعّلة. يجب أن تكون كل صفحة موقع Statuspage فيه \u2066/api/v2\u2069. من دون عنوان هنا تُفحص صفحات مزوّديك.',
  address: 'عنوان صفحة حالة',
  add: 'إضافة صفحة',
  badPage: 'أدخل عنوانًا مثل https://status.example.com.',
  known: 'هذه الصفحة في القائمة بالفعل.',
  tooMany: (max) => `أقصى عدد للصفحات التي تُفحص ${max}.`,
};

const channels: Settings['channels'] = {
  title: 'قنوات التنبيه',
  add: 'إضافة قناة',
  addHint: 'معطّلة حتى تفعّلها. البرنامج المراد تشغيله يُكتب في settings.json فقط.',
  addNow: 'إضافة',
  kind: 'نوع القناة',
  place: {
    slack: 'لا شيء لإدخاله بعد',
    discord: 'لا شيء لإدخاله بعد',
    teams: 'لا شيء لإدخاله بعد',
    ntfy: 'الموضوع',
    telegram: 'المحادثة',
    webhook: 'العنوان',
  },
  badPlace: {
    ntfy: 'أدخل موضوعًا من حروف وأرقام و- و_.',
    telegram: 'أدخل رقم محادثة، أو قناة مثل @mine.',
    webhook: 'أدخل عنوانًا مثل https://example.com/hook.',
    email: 'أدخل عنوانك والخادم المرسِل، مثل you@example.com smtp.example.com:587.',
  },
  secretOf: (channel) => `سر ${channel}: عنوانها أو رمزها السري أو مفتاحها`,
  secret: 'العنوان أو الرمز السري أو المفتاح',
  redact: { names: 'إخفاء أسماء المشاريع', paths: 'إخفاء المجلدات', money: 'إخفاء المبالغ' },
  secretKept: 'السر محفوظ، ولن يُعرض مرة أخرى.',
  test: 'اختبار',
  testOf: (channel) => `اختبار ${channel}`,
  testing: 'جارٍ إرسال اختبار…',
  remove: 'إزالة',
};

/** What is read, how often, and how long it is kept. */
function createMonitoring(format: Formats): Settings['monitoring'] {
  return {
    title: 'المراقبة',
    refresh: 'التحديث',
    refreshHint:
      'مدى تكرار أخذ عينات العمليات. تُقرأ السجلات دائمًا فور كتابتها. يتباطأ «تلقائي» ما دامت لا نافذة مفتوحة.',
    cadence: (seconds) => (seconds === 'auto' ? 'تلقائي' : `كل ${seconds} ث`),
    folders: 'مجلدات سجلات إضافية',
    foldersHint: 'تُقرأ إضافةً إلى الأماكن المعتادة: حساب آخر، أو قرص موصول، أو أرشيف.',
    folderAgent: 'وكيل المجلد الجديد',
    folderDevice: 'الجهاز، إن لم يكن هذا',
    describeFolder: (agent, device) => (device === undefined ? agent : `${agent}، من ${device}`),
    chooseFolder: 'اختيار مجلد…',
    knownFolder: 'هذا المجلد في القائمة بالفعل.',
    folderRemoved: 'يبقى ما قُرئ منه محتسبًا.',
    retention: 'الاحتفاظ بالطلبات المفردة',
    retentionHint:
      'تُجمع الطلبات الأقدم لكل ربع ساعة. يكبر الدفتر ببطء أكثر وتبقى التقارير كما هي، لكن لا يمكن استرجاع الطلبات.',
    retentions: (days) => (days === 'forever' ? 'دائمًا' : `لمدة ${countOf(format, days, words.ofDays)}`),
    shorterRetention: (days) =>
      `ستُجمع الطلبات الأقدم من ${countOf(format, days, words.ofDays)}. لا يمكن التراجع عن ذلك.`,
    sumUp: 'جمع',
    cancel: 'إلغاء',
  };
}

const statusline: Settings['statusline'] = {
  title: 'سطر الحالة',
  row: (agent) => `سطر أسفل محث ${agent}`,
  states: {
    absent: 'الحدود والسياق والتكلفة والتوقع أثناء عملك. إن كان لك أمر خاص فيُشغَّل أولًا كما كان.',
    installed: 'مثبّت.',
    removed: 'كان مثبّتًا، لكن شيئًا آخر أزاله من إعدادات الوكيل.',
    replaced: 'كان مثبّتًا، لكن شيئًا آخر استبدله في إعدادات الوكيل.',
    elsewhere: 'أدخلت نسخة أخرى من Fuelgauge سطرها.',
    unreadable: 'لا يمكن قراءة إعدادات الوكيل.',
  },
  preset: 'قالب جاهز',
  presets: { minimal: 'أدنى', default: 'افتراضي', full: 'كامل', ccusage: 'مثل ccusage' },
  ownTemplate: 'خاص بي',
  template: 'القالب',
  templateHint: 'عناصر بين أقواس مثل {model} أو {limits} أو {cost.day}، وبينها نصك.',
  looksLike: 'معاينة بأرقام مختلقة:',
  unknownWidget: (name, names) => `لا يوجد عنصر اسمه «${name}». العناصر هي ${names.join('، ')}.`,
  show: 'إظهار التغيير…',
  remove: 'إزالة',
  change: (file) => `سيتغير هذا الملف: ${isolate(file)}`,
  keeps: (command) => `يظل أمرك يُشغَّل أولًا: ${isolate(command)}`,
  apply: 'تغيير الملف',
  cancel: 'إلغاء',
};

const plan: Settings['plan'] = {
  title: 'الخطة',
  plan: 'خطة الاشتراك',
  planHint: 'تتيح لفترة 5 ساعات عرض تقدير لحدها. لا تعتمد عليها الحدود التي يُبلغ عنها المزوّد.',
  workDays: 'أيام العمل',
  workDaysHint: 'تُقاس وتيرة الحدود الأسبوعية بحسب هذه الأيام.',
  workDayChoices: {
    4: 'الاثنين إلى الخميس',
    5: 'الاثنين إلى الجمعة',
    7: 'كل يوم',
    learned: 'كما في أسابيعي الثمانية الأخيرة',
  },
  askAgent: (agent) => `سؤال ${agent} عن حدوده`,
  askAgentHint: (program) =>
    `يشغّل «${program}»، فيسأل مزوّده بتسجيل دخوله هو، كل 15 دقيقة على الأكثر. لا يرى Fuelgauge إلا الجواب.`,
  askNow: 'تحديث الآن',
  asking: 'جارٍ السؤال…',
  asked: {
    answered: 'أجاب.',
    'no-answer': 'لم يعطِ حدودًا. ربما لم يُسجَّل دخوله.',
    'not-found': 'لم يُعثر على برنامجه.',
    'too-old': 'إصداره أقدم من أن يُسأل دون بدء دورة.',
    'asked-before': 'سُئل قبل أقل من دقيقة.',
    'not-allowed': 'لا يُسمح بسؤاله الآن.',
  },
  noPlan: 'لا شيء، أو ليست في القائمة',
  ownPlan: 'حد خاص بي',
  usualPlan: 'فترتي الممتلئة المعتادة (P90)',
  usualUnit: 'وحدة P90',
  usualUnitHint: 'بقيت دونها تسع من كل عشر فترات مكتملة للوكيل نفسه؛ تُعرف بعد خمس فترات. ليست حدًا من المزوّد.',
  limit: 'حد الفترة',
  limitHint:
    'لفترات كل الوكلاء. الدولار أمريكي بما يعادل API؛ وتشمل الرموز كل الأنواع، ومنها القراءة من الذاكرة المؤقتة.',
  unit: 'وحدة الحد',
  units: { tokens: 'رموز', 'tokens-in-out': 'رموز الإدخال والإخراج', requests: 'طلبات', usd: 'دولارات' },
  limitTooLarge: 'أدخل عددًا لا يتجاوز 1,000,000,000,000.',
  badLimit: 'أدخل عددًا أكبر من صفر، مثل 1500 أو 2.5.',
};

/** How costs are calculated and shown. */
function createCost(format: Formats): Settings['cost'] {
  return {
    title: 'التكلفة',
    mode: 'حساب التكلفة',
    modeHint: 'من الرموز والأسعار، أو كما هي مسجلة في السجل إن كانت فيه تكلفة.',
    modes: { calculate: 'من الرموز والأسعار', auto: 'من السجل، وإلا فمن الأسعار', display: 'من السجل فقط' },
    currency: 'العملة',
    currencyHint: 'رمز عملة مثل EUR، وكم منها يساوي الدولار الأمريكي. أنت تحدد السعر؛ لا يُنزَّل أي سعر.',
    rate: (code) => `سعر الدولار الأمريكي بعملة ${code}`,
    rateMissing: (code, current) =>
      `أدخل الآن كم ${code} يساوي الدولار الأمريكي. حتى ذلك الحين تبقى المبالغ بعملة ${current}.`,
    badCurrency: 'أدخل رمز عملة مثل EUR.',
    badRate: 'أدخل عددًا مثل 0.92.',
    prices: 'أسعار مخصصة',
    pricesHint:
      'بالدولار الأمريكي لكل مليون رمز من نموذج واحد. تسبق قائمة الأسعار. تُشتق أسعار الذاكرة المؤقتة التي تتركها فارغة من سعر الإدخال.',
    addPriceForm: 'إضافة سعر مخصص',
    addPrice: 'إضافة سعر',
    model: 'النموذج',
    priceFields: {
      inputUsdPerMillion: 'الإدخال',
      outputUsdPerMillion: 'الإخراج',
      cacheReadUsdPerMillion: 'القراءة من المؤقتة',
      cacheWrite5mUsdPerMillion: 'الكتابة لـ 5 د',
      cacheWrite1hUsdPerMillion: 'الكتابة لـ 1 س',
    },
    modelMissing: 'أدخل اسم النموذج كما يظهر في جدول السجل.',
    badPrice: (field) => `${field}: أدخل دولارات أمريكية لكل مليون رمز، مثل 2.5.`,
    tooManyEntries: (max) => `أقصى عدد للمدخلات ${format.integer(max)}.`,
    describePrices: (parts) => parts.map(([label, price]) => `${label} ${price}`).join('، '),
    aliases: 'أسماء بديلة للنماذج',
    aliasesHint: 'لنموذج تسميه بوابة أو إصدار جديد باسم آخر: يُسعَّر مثل النموذج الذي تدخله.',
    addAliasForm: 'إضافة اسم بديل لنموذج',
    addAlias: 'إضافة اسم بديل',
    pricedAs: 'يُسعَّر مثل',
    describeAlias: (pricedAs) => `يُسعَّر مثل ${pricedAs}`,
    namesMissing: 'أدخل اسمي النموذجين.',
    sameModel: 'هذان نموذج واحد.',
  };
}

const about: Settings['about'] = {
  title: 'عن الأرقام',
  cost:
    'التكاليف بما يعادل API: ما كانت الرموز ستكلفه بأسعار المزوّدين المعلنة أو بأسعارك أنت. ' +
    'لا يُفوترها الاشتراك. وهي من سجلات هذا الحاسوب، فليست فاتورة.',
  provenance:
    'الأرقام «الرسمية» أبلغ عنها المزوّد. و«المقيسة» مجموعة من السجلات، و«التقديرية» من نموذج خاص بنا، و«القديمة» كانت رسمية قبل مدة.',
  dash: 'تعني الشرطة أن الرقم غير معروف. ولا تعني صفرًا أبدًا.',
  showDiagnosis: 'إظهار ما قُرئ',
  pricesAndData: (pricesDay) => `الأسعار حتى ${pricesDay}. مجلد البيانات:`,
};

/** The settings view: each control with its label, its hint and what it refuses. */
export function createSettings(format: Formats): Settings {
  return {
    waiting: 'جارٍ جلب الإعدادات…',
    notSaved: (reason) => `لم يُحفظ. ${reason}`,
    notDollars: (sign) => `المبالغ هنا بالدولار الأمريكي. أدخل المبلغ بالدولار دون ${isolate(sign)}.`,
    ambiguousNumber: (text) => `لا يتضح هل في «${isolate(text)}» كسر عشري. أدخل العدد دون فاصل للآلاف.`,
    general,
    alerts,
    statusline,
    timing,
    guard,
    programs,
    projects,
    rules,
    channels,
    statusPages,
    monitoring: createMonitoring(format),
    activity: createActivitySettings(format),
    plan,
    cost: createCost(format),
    server: serverSettings,
    sending: sendingSettings,
    encryption: createEncryptionSettingsMessages(format),
    changes: createSettingsChanges(format),
    trayAndKeys,
    list: {
      remove: (name) => `إزالة ${name}`,
      removed: (name) => `أُزيل: ${name}.`,
      undo: 'تراجع',
    },
    about,
  };
}
