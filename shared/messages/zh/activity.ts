import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** What runs right now: sessions and processes. */
export function createActivity(format: Formats): Translation['activity'] {
  const { duration } = createUnits(format);
  return {
    sessions: createSessions(format),
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `CPU ${format.precisePercent(cpuRatio * 100)}，`;
      return `Fuelgauge 自身：${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `最近 ${duration(sinceMs)}的测量值` +
      (writtenBytes === null ? '' : `；启动以来写入磁盘 ${format.bytes(writtenBytes)}`) +
      (wakeUps === null ? '' : `；每秒 ${format.integer(wakeUps)} 次唤醒`),
  };
}

type ActivityWords = NonNullable<Translation['activity']>;

function createSessions(format: Formats): ActivityWords['sessions'] {
  const { ago, duration } = createUnits(format);
  return {
    states: { working: '工作中', waiting: '等待中', idle: '空闲', paused: '已暂停' },
    quiet: { waiting: (ms) => `已等待 ${duration(ms)}`, idle: (ms) => `空闲 ${duration(ms)}` },
    use: (cpuRatio, rssBytes) =>
      `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
    context: (tokens) => `上下文 ${tokens}`,
    contextTitle: '最新提示词的 token 数（不含子智能体）：上下文已占用多少',
    rate: (tokens) => `最近 15 分钟每分钟 ${tokens}`,
    useTitle: '其进程的 CPU（占一个核心的比例）和内存',
    totalUse: (cpuRatio, rssBytes) =>
      `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · 一个核心的 ${format.percent(cpuRatio * 100)}`}`,
    count: (count) => `${format.integer(count)} 个会话`,
    withoutSession: '会话未知',
    menu: (name) => `${name} 的操作`,
    showFolder: '显示文件夹',
    showTerminal: '显示终端',
    terminal: describeOpenedTerminal,
    details: '详细信息',
    pause: '暂停',
    resume: '继续',
    end: '结束…',
    endTitle: (count) => (count === 1 ? '结束此进程？' : `结束这 ${format.integer(count)} 个进程？`),
    looking: '正在查看它启动了什么…',
    hasEnded: '它已经结束。',
    endHint: '先请求正常退出，再强制结束。未保存的内容会丢失。',
    endFact: (label, pid, processes, rssBytes) =>
      `${label}，进程 ${pid}${processes > 1 ? ` 及其启动的 ${format.integer(processes - 1)} 个进程` : ''}，${format.bytes(rssBytes)}`,
    paused: (name) => `${name} 已暂停。`,
    resumed: (name) => `${name} 已继续。`,
    noFolder: '它的文件夹未知。',
    more: (count) => `“分析”中还有 ${format.integer(count)} 个`,
    showAll: (count) => `显示全部 ${format.integer(count)} 个`,
    meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    joined: {
      certain: '其进程已确定。',
      likely: '其进程由文件夹推断，很可能正确。',
      possible: '可能有多个进程属于它；这是最佳推测。',
    },
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): ActivityWords['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: '遗留进程',
    end: '结束…',
    endOf: (name) => `结束 ${name} 及其启动的所有进程`,
    question: (count) => (count === 1 ? '结束此进程？' : `结束这 ${format.integer(count)} 个进程？`),
    confirm: (count) => `结束 ${format.integer(count)} 个进程`,
    keep: '保留',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone = agent === null || goneMs === null ? '启动它的程序已不在' : `${agent} 已于 ${ago(goneMs)}结束`;
      return `${gone} · 已运行 ${duration(ageMs)}${cpuRatio === null ? '' : ` · CPU ${format.percent(cpuRatio * 100)}`}`;
    },
    notEnded: (count) => `${format.integer(count)} 个进程无法结束：系统不允许，或它们已不属于智能体。`,
  };
}
