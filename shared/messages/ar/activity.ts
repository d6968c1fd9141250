import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** What runs right now: sessions and processes. */
export function createActivity(format: Formats): Translation['activity'] {
  const { duration } = createUnits(format);
  return {
    sessions: createSessions(format),
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} من المعالج، `;
      return `يستهلك Fuelgauge نفسه ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `مقيس خلال آخر ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `؛ كُتب على القرص ${format.bytes(writtenBytes)} منذ البدء`) +
      (wakeUps === null ? '' : `؛ عدد مرات الإيقاظ في الثانية: ${format.integer(wakeUps)}`),
  };
}

type ActivityWords = NonNullable<Translation['activity']>;

/** After `إنهاء`. */
const endWords = { one: 'هذه العملية', two: 'هاتين العمليتين', few: 'عمليات', many: 'عملية', other: 'عملية' };
const ofProcesses = { one: 'عملية واحدة', two: 'عمليتين', few: 'عمليات', many: 'عملية', other: 'عملية' };

function createSessions(format: Formats): ActivityWords['sessions'] {
  const { ago, duration } = createUnits(format);
  return {
    states: { working: 'تعمل', waiting: 'تنتظر', idle: 'خاملة', paused: 'متوقفة مؤقتًا' },
    quiet: { waiting: (ms) => `تنتظر منذ ${duration(ms)}`, idle: (ms) => `خاملة منذ ${duration(ms)}` },
    // The mark ends what the percent sign, which is from left to right, would take along.
    use: (cpuRatio, rssBytes) =>
      `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)}\u200f · `}${format.bytes(rssBytes)}`,
    context: (tokens) => `السياق ${tokens}`,
    contextTitle: 'رموز أحدث مطالبة، دون الوكلاء الفرعيين: مدى امتلاء السياق',
    rate: (tokens) => `${tokens} في الدقيقة خلال آخر 15 دقيقة`,
    useTitle: 'المعالج، كنسبة من نواة واحدة، وذاكرة عملياتها',
    totalUse: (cpuRatio, rssBytes) =>
      `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} من نواة`}`,
    count: (count) => countOf(format, count, words.session),
    withoutSession: 'لا جلسة معروفة',
    menu: (name) => `إجراءات ${name}`,
    showFolder: 'إظهار المجلد',
    showTerminal: 'إظهار الطرفية',
    terminal: describeOpenedTerminal,
    details: 'التفاصيل',
    pause: 'إيقاف مؤقت',
    resume: 'استئناف',
    end: 'إنهاء…',
    endTitle: (count) => `إنهاء ${countOf(format, count, endWords)}؟`,
    looking: 'جارٍ فحص ما بدأته…',
    hasEnded: 'انتهت بالفعل.',
    endHint: 'يُطلب الإنهاء بلطف أولًا، ثم بالقوة. يضيع ما لم يُحفظ.',
    endFact: (label, pid, processes, rssBytes) =>
      `${label}، العملية ${pid}${processes > 1 ? ` ومعها ${countOf(format, processes - 1, words.process)} بدأتها` : ''}، ${format.bytes(rssBytes)}`,
    paused: (name) => `توقف مؤقتًا: ${name}.`,
    resumed: (name) => `استُؤنف: ${name}.`,
    noFolder: 'مجلدها غير معروف.',
    more: (count) => `${format.integer(count)} أخرى في «استكشاف»`,
    showAll: (count) => `إظهار الكل (${format.integer(count)})`,
    meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    joined: {
      certain: 'عمليتها معروفة يقينًا.',
      likely: 'حُددت عمليتها من مجلدها، والأرجح أنها صحيحة.',
      possible: 'قد تعود إليها عدة عمليات؛ هذا أفضل تخمين.',
    },
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): ActivityWords['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: 'عمليات متروكة',
    end: 'إنهاء…',
    endOf: (name) => `إنهاء ${name} وكل ما بدأه`,
    question: (count) => `إنهاء ${countOf(format, count, endWords)}؟`,
    confirm: (count) => `إنهاء ${countOf(format, count, ofProcesses)}`,
    keep: 'إبقاء',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone = agent === null || goneMs === null ? 'ما بدأها لم يعد موجودًا' : `انتهى ${agent} ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · المعالج ${format.percent(cpuRatio * 100)}`;
      return `${gone} · عمرها ${duration(ageMs)}${cpu}`;
    },
    notEnded: (count) =>
      `تعذّر إنهاء ${countOf(format, count, ofProcesses)}: لا يسمح النظام بذلك، أو لم تعد تابعة لوكيل.`,
  };
}
