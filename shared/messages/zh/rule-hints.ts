import type { AlertKind } from '../../domain/alert-intent.ts';

/** What each rule watches. */
export const ruleHints: Readonly<Record<AlertKind, string>> = {
  threshold: '达到上述每个阈值时，重置前各一次。',
  'runs-out': '按目前的速度会在重置前用完时。',
  depleted: '限额没有剩余时。',
  restored: '用完的限额恢复可用，且没有其他限制时。',
  spend: '达到下列预算的 80% 和 100% 时。',
  burn: '最近一小时的用量远超您平时繁忙的一小时时。',
  anomaly: '某个会话或某一天远超您的平常水平时，并说明主要原因。',
  allowance: '限额允许的用量比以前变多或变少时，以及套餐变化时。',
  'busy-agent': '智能体连续一刻钟占用超过 1.5 个核心或 8 GB 时。',
  session: '由智能体自身的钩子通知。“fuelgauge guard settings”会输出要添加的内容。',
  guard: '达到上述软上限和硬上限时。',
  orphan: '智能体结束五分钟后，它启动的进程仍在运行时。',
  'silent-source': '日志在增长，但其中没有可计入的内容时。',
  'expiring-logs': '智能体即将删除尚未读取的日志时。',
  incident: '智能体提供商的公开状态页报告重大故障时。每五分钟查询一次；其他状态页可在下方填写。',
  digest: '每天傍晚六点汇总当天，每周最后一天汇总本周。',
};
