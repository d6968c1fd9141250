import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistory(format: Formats): Translation['alertHistory'] {
  return {
    tabsLabel: '显示内容',
    tabs: { history: '历史记录', dryRun: '试运行' },
    none: '还没有提醒',
    noneText: '触发的提醒及其发送去向会显示在这里。',
    when: '时间',
    what: '内容',
    state: '状态',
    sent: '发送',
    notSent: '未发送',
    desktop: '桌面',
    delivery: (channel, state) => `${channel}：${state}`,
    dryRun: '用过去 30 天试运行规则',
    dryRunText: '将设置中的规则应用于账本中过去 30 天的内容。不会发送任何内容。',
    running: '正在试运行规则…',
    would: (count) => (count === 0 ? '规则不会触发任何提醒。' : `规则会触发 ${format.integer(count)} 个提醒。`),
  };
}
