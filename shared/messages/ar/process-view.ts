import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { createUnits } from './units.ts';

type ProcessWords = NonNullable<Translation['processView']>;

const confidences = { certain: '', likely: ' (مرجّح)', possible: ' (محتمل)' };
const agentWords = { one: 'وكيل واحد', two: 'وكيلان', few: 'وكلاء', many: 'وكيلًا', other: 'وكيل' };

/** What is known of processes that are about to be ended. */
function createFacts(format: Formats): ProcessWords['facts'] {
  const { ago, duration } = createUnits(format);
  return {
    member({ name, pid, parentPid, startedAtMs, rssBytes, ports }, nowMs) {
      const listens =
        ports === null || ports.length === 0 ? [] : [`المنفذ ${ports.map(({ port }) => port).join('، ')}`];
      return [
        `${cleanText(name)}، العملية ${pid}`,
        format.bytes(rssBytes),
        `عمرها ${duration(Math.max(0, nowMs - startedAtMs))}`,
        `بدأتها العملية ${parentPid}`,
        ...listens,
      ].join('، ');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'لا جلسة معروفة لها.';
      const last = lastEventAtMs === null ? '' : `، آخر رد ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `الجلسة ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}.`;
    },
  };
}

/** The live tree of processes. */
export function createProcessView(format: Formats): ProcessWords {
  return {
    none: 'لا وكيل يعمل',
    noneText: 'يظهر الوكلاء هنا، مع كل ما بدأوه، حالما يعمل أحدهم.',
    label: 'عمليات الوكلاء',
    loading: 'جارٍ فحص العمليات…',
    name: 'العملية',
    kind: 'النوع',
    kinds: {
      agent: 'وكيل',
      'mcp-server': 'خادم MCP',
      'language-server': 'خادم لغة',
      shell: 'صدفة',
      other: 'برنامج',
    },
    cpu: 'المعالج',
    memory: 'الذاكرة',
    age: 'تعمل منذ',
    ports: 'المنافذ',
    paused: 'متوقفة مؤقتًا',
    startedBy: (label, pid) => `بدأتها ${label} (${pid})`,
    detached: 'اختفت طرفيتها',
    idle: 'خاملة وما زالت تشغل ذاكرة',
    hog: 'الأكثر استهلاكًا',
    actions: 'إجراءات',
    pause: 'إيقاف مؤقت',
    resume: 'استئناف',
    end: 'إنهاء…',
    cancel: 'إلغاء',
    confirmTitle: (name) => `إنهاء ${name}؟`,
    confirmText: (count) =>
      `ستنتهي ${countOf(format, count, words.process)}، بلطف أولًا ثم بالقوة. يضيع ما لم يُحفظ من عملها.`,
    confirm: 'إنهاء',
    facts: createFacts(format),
    failed: (count) => `عمليات تعذّر تغييرها: ${format.integer(count)}.`,
    total: (agents, processes, memory) =>
      `${countOf(format, agents, agentWords)}، ${countOf(format, processes, words.process)}، ${memory}`,
  };
}
