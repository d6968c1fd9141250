import type { AlertKind } from '../../domain/alert-intent.ts';
import type { DeliveryState } from '../../domain/alert-record.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: '超过阈值',
  'runs-out': '将在重置前用完',
  depleted: '已用完',
  restored: '恢复可用',
  spend: '预算',
  burn: '消耗速度远超平常',
  anomaly: '会话或当天用量远超平常',
  allowance: '套餐或可用量变化',
  'busy-agent': '智能体占用大量资源',
  session: '会话等待、完成或失败',
  guard: '单个会话的上限',
  orphan: '遗留进程',
  'silent-source': '智能体的记录中断',
  'expiring-logs': '即将删除的日志',
  incident: '提供商故障',
  digest: '摘要',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: '已发送',
  failed: '未送达',
  unknown: '可能已送达',
  waiting: '发送中',
  dropped: '未发送，渠道已关闭',
};

/** Alerts as a list, channels, and trying out rules. */
export function createAlerts(format: Formats): Translation['alerts'] {
  return {
    kinds,
    channelKinds: { 'web-push': '已配对的浏览器', email: '电子邮件', command: '命令' },
    states: { passed: '已触发', held: '暂缓', merged: '已与其他合并', outdated: '显示前已解除' },
    deliveries,
    places: {
      keychain: '在系统钥匙串中',
      'plain-keychain': '在文件中，没有钥匙串保护',
      file: '在仅您可读的文件中',
      environment: '在环境变量中',
    },
    secretFailures: {
      'not-written': '无法写入密钥。请检查数据文件夹。',
      'set-by-environment': '此密钥由环境变量设置，优先采用。',
      'read-only': '无法从这里更改密钥。',
    },
    test: { title: 'Fuelgauge：这是测试', body: '提醒会送到这里。' },
    none: '还没有触发过提醒。',
    delivery: (channel, state) => `${channel}：${deliveries[state]}`,
    tested: (channel) => `测试已送达“${channel}”。`,
    notTested: (channel, reason) => `测试未能送达“${channel}”。${reason}`,
    noChannel: (channel) => `设置中没有渠道“${channel}”。`,
    wouldHave: (count, days) =>
      count === 0
        ? `过去 ${format.integer(days)} 天内不会触发任何提醒。`
        : `过去 ${format.integer(days)} 天内会触发 ${format.integer(count)} 个提醒：`,
    firedTimes: (kind, count) => `${kinds[kind]}：${format.integer(count)} 次`,
    untried: (names) =>
      `未试运行，因为所需数据未保存：${format.list(names.map((kind) => kinds[kind]))}。“将在重置前用完”按当前速度判断，因为过去的预测未保存。`,
  };
}
