import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: '无法连接 Fuelgauge。',
  'needs-token': 'Fuelgauge 需要令牌。请在选项中输入。',
  'wrong-token': 'Fuelgauge 不接受此令牌。它需要“ingest”权限范围。',
  off: 'Fuelgauge 未在接收。请在其设置中开启“接收浏览器扩展的数据”。',
  busy: 'Fuelgauge 正忙。',
  'too-large': 'Fuelgauge 一次接受不了这么多计数。请查看其设置中的限制。',
  refused: 'Fuelgauge 未接受这些计数。',
};

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return {
    name: 'Fuelgauge',
    description: '为本机的 Fuelgauge 统计 AI 网站的使用时间和对 AI API 的请求数。除此之外不发送任何内容。',
    today: '今天的 AI 网站',
    duration,
    cost,
    sum: (activeMs, costMicroUsd) => `${duration(activeMs)}，${cost(costMicroUsd)}`,
    visits: (count) => `${format.integer(count)} 次访问`,
    nothing: '今天没有列出的网站在前台。',
    requests: (count) => `对 AI API 的请求：${format.integer(count)} 次`,
    guess: '费用为估算值：活跃时间乘以每小时费率。',
    sending(sending, waiting, nowMs) {
      const waits = waiting === 0 ? '' : `${format.integer(waiting)} 条计数等待发送。`;
      if (sending.failure !== null) return failures[sending.failure] + waits;
      const sent = sending.sentAtMs === null ? '尚未发送任何内容。' : `${ago(nowMs - sending.sentAtMs)}已发送。`;
      return sent + waits;
    },
    options: '选项',
    privacy:
      '记录的内容包括：列出的 AI 网站在前台的时长和次数，以及对十个 AI API 的请求数。不读取网页内容，也不保留完整地址。计数只发送到本机的 Fuelgauge。',
    address: '本机 Fuelgauge 的地址',
    badAddress: '请输入本机地址，例如 http://127.0.0.1:8377。',
    token: '令牌',
    tokenHint: '运行“fuelgauge token create browser --scope ingest”，并粘贴其输出。',
    save: '保存',
    ownSites: (domains) => `您自己添加的网站尚未在此统计：${domains.join('、')}。`,
    allow: '允许这些网站',
  };
}
