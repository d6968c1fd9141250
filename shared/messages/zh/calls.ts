import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name} 的值 ${received} 不是 2026-05-01 这样的日期`,
  'day-order': () => '最后一天早于第一天',
  'time-zone': (name, received) => `${name} 的值 ${received} 不是此系统认识的时区`,
  'currency-code': (name, received) => `${name} 的值 ${received} 不是 EUR 这样的货币代码`,
  'dollar-rate': (name) => `${name} 中 USD 的汇率必须为 1`,
  'same-id': (name) => `${name} 中有两个相同的标识`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: '无法加载当前状态',
  usage: '无法加载用量',
  session: '无法加载会话',
  comparison: '无法加载比较',
  limits: '无法加载限额',
  processes: '无法加载进程',
  apps: '无法加载应用和网站',
  prices: '无法加载价格',
  alerts: '无法加载提醒',
  settings: '无法加载设置',
  statusline: '无法加载状态行',
  action: '操作未成功',
};

/** Why a call was not answered, for the person who made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `没有名为“${failure.name}”的调用。`;
    case 'invalid-argument':
      return `“${failure.name}”的参数无效：${describeValue(failure.value)}。`;
    case 'unknown-source':
      return `没有名为“${failure.source}”的来源。可用的有：${failure.known.join('、')}。`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : `：${failure.detail.replace(/\.$/, '')}`}。`;
    case 'foreign-page':
      return '此页面不允许使用 Fuelgauge。';
    case 'engine-stopped':
      return 'Fuelgauge 目前没有读取日志。如果五分钟内没有变化，请重新启动它。';
    case 'ledger-not-written':
      return '无法写入账本。请检查磁盘是否有可用空间，以及您是否可以写入。';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? '参数';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `此处不认识 ${name}`;
  if (received === 'undefined') return `缺少 ${name}`;
  return `${name} 的值为 ${received}${expected === null ? '' : `（应为 ${expected}）`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? `（例如添加 ${expected}）` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
