import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

type ProcessWords = NonNullable<Translation['processView']>;

const confidences = { certain: '', likely: '（很可能）', possible: '（可能）' };

/** What is known of processes that are about to be ended. */
function createFacts(format: Formats): ProcessWords['facts'] {
  const { ago, duration } = createUnits(format);
  return {
    member({ name, pid, parentPid, startedAtMs, rssBytes, ports }, nowMs) {
      const listens = ports === null || ports.length === 0 ? [] : [`端口 ${ports.map(({ port }) => port).join('、')}`];
      return [
        `${cleanText(name)}，进程 ${pid}`,
        format.bytes(rssBytes),
        `已运行 ${duration(Math.max(0, nowMs - startedAtMs))}`,
        `由进程 ${parentPid} 启动`,
        ...listens,
      ].join('，');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return '没有已知的会话。';
      const last = lastEventAtMs === null ? '' : `，最近响应在 ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `会话 ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}。`;
    },
  };
}

/** The live tree of processes. */
export function createProcessView(format: Formats): ProcessWords {
  return {
    none: '没有智能体在运行',
    noneText: '智能体一运行，就会连同它启动的一切显示在这里。',
    label: '智能体的进程',
    loading: '正在查看进程…',
    name: '进程',
    kind: '类型',
    kinds: {
      agent: '智能体',
      'mcp-server': 'MCP 服务器',
      'language-server': '语言服务器',
      shell: 'Shell',
      other: '程序',
    },
    cpu: '处理器',
    memory: '内存',
    age: '运行时长',
    ports: '端口',
    paused: '已暂停',
    startedBy: (label, pid) => `由 ${label}（${pid}）启动`,
    detached: '终端已关闭',
    idle: '空闲，仍占用内存',
    hog: '占用最多',
    actions: '操作',
    pause: '暂停',
    resume: '继续',
    end: '结束…',
    cancel: '取消',
    confirmTitle: (name) => `结束 ${name}？`,
    confirmText: (count) => `${format.integer(count)} 个进程将结束，先请求正常退出，再强制结束。未保存的工作会丢失。`,
    confirm: '结束',
    facts: createFacts(format),
    failed: (count) => `${format.integer(count)} 个进程无法更改。`,
    total: (agents, processes, memory) =>
      `${format.integer(agents)} 个智能体，${format.integer(processes)} 个进程，${memory}`,
  };
}
