import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: '收到多次，只计一次',
  'not-in-log': '任何日志中都没有，因此按收到的值计入',
  'other-root': '此处读取的日志中没有该会话：其日志在其他文件夹或其他设备上，或者不存在；按收到的值计入',
  understated: '日志中这些响应的 token 较少，因此按较大的值计入',
  'only-in-log': '日志中的量多于与其匹配的量',
  'not-joined': '无法与日志条目匹配，因此不计入',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: '重复',
      'not-in-log': '日志中没有',
      'other-root': '日志在别处',
      understated: '日志偏低',
      'only-in-log': '仅日志中有',
      'not-joined': '未匹配',
    },
    meaning: (name, kind) => `${name}：${meanings[kind]}。`,
    label: '按日期和模型对账',
    day: '日期',
    model: '模型',
    received: '已接收',
    logged: '日志',
    difference: '差异',
    same: '无',
    part: (name, responses, tokens) => `${name} ${tokens}（${format.integer(responses)} 次响应）`,
    price: (amount) => `价格 ${amount}`,
    summary: (explained, open) => `有差异的 token：${explained} 已有解释，${open} 尚无解释。`,
    note: 'token 为实测值。价格是代理在标价之外多收的部分，为估算值。',
    cut: (rows) => `仅显示最新的 ${format.integer(rows)} 行；导出的文件包含全部。`,
    none: '此时间范围内没有可对账的内容',
    noneText:
      '日志会与遥测和代理的记录对账。“fuelgauge otel install”会说明如何开启遥测；代理在设置中填写。“fuelgauge reconcile --csv”可对照提供商的导出文件。',
    settings: '设置',
  };
}
