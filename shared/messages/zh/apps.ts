import { browserNames } from '../en/activity-words.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { activityCategoryNames } from './activity-words.ts';
import { createUnits } from './units.ts';

const parts = {
  sites: { title: 'AI 网站', switch: '浏览器历史中的 AI 网站' },
  apps: { title: 'AI 应用', switch: 'AI 应用的使用时间' },
  commands: { title: 'Shell 中的 AI 工具', switch: 'Shell 中的 AI 工具' },
  apis: { title: '对 AI API 的请求', switch: '接收浏览器扩展的数据' },
};
const failures = {
  'not-allowed': '系统不允许 Fuelgauge 读取它',
  'too-large': '太大，无法复制',
  unreadable: '这次无法读取',
};

/** The view of AI sites, apps and tools. */
export function createApps(format: Formats): Translation['apps'] {
  const { duration } = createUnits(format);
  return {
    parts,
    label: '名称',
    active: '活跃时间',
    counts: { sites: '访问', apps: '使用次数', commands: '调用', apis: '请求' },
    cost: '费用（估算）',
    settings: '设置',
    off: (name) => `未记录。请在设置中开启“${parts[name].switch}”。`,
    none: {
      sites: '此时间范围内没有使用列表中的网站。',
      apps: '此时间范围内没有使用列表中的应用。',
      commands: '此时间范围内没有调用已知工具。',
      apis: '此时间范围内没有请求。',
    },
    category: (category) => activityCategoryNames[category],
    time: (activeMs, isEstimated) => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    estimatedTime: '根据浏览器历史中的访问估算',
    measuredTime: '实测',
    costKind: '估算：活跃时间乘以每小时单价，或 token 数乘以标价',
    note: (day) =>
      `~ 表示估算值。费用是活跃时间乘以您设定的每小时单价${day === null ? '' : `；未设定的按 ${format.day(day)} 的默认单价计算`}。`,
    undated: (count) => `${format.integer(count)} 次调用来自没有时间戳的 Shell 历史，因此日期不明。`,
    focusUnknown: '在此桌面上无法得知哪个窗口在最前。',
    failure: (name, failure) => `未计入 ${browserNames[name] ?? name} 的历史：${failures[failure]}。`,
  };
}
