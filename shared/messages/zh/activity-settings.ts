import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { activityCategoryNames } from './activity-words.ts';

const forget = {
  label: '删除已记录的内容',
  hint: '删除至今为网站、应用、工具和 API 记录的全部时间、访问和调用次数。智能体的用量会保留。',
  button: '删除…',
  question: '要删除为网站、应用、工具和 API 记录的全部内容吗？此操作无法撤销。',
  confirm: '删除',
  cancel: '取消',
  outcome: {
    done: '已删除。已开启的项目从现在起重新计数。',
    ordered: '正在写入账本的 Fuelgauge 会在半分钟内删除。',
    'not-written': '未删除任何内容：Fuelgauge 无法写入其数据文件夹。',
  },
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettings(format: Formats): NonNullable<Translation['settings']>['activity'] {
  const hourly = (usdPerHour: number): string => `每小时 ${format.price(usdPerHour)}`;
  return {
    title: 'AI 网站、应用和工具',
    privacy:
      '以下各项在您开启前均为关闭，数据只留在本机。只保存数字：各网站、应用或工具的时间、访问和调用次数。' +
      '不保存网址、标题、命令和您写的内容。关闭后，已记录的数字仍会保留。',
    switches: {
      sites: '浏览器历史中的 AI 网站',
      apps: 'AI 应用的使用时间',
      commands: 'Shell 中的 AI 工具',
      receiver: '接收浏览器扩展的数据',
      unpairedExtension: '允许没有令牌的扩展发送',
    },
    hints: {
      sites: '每 15 分钟读取一次浏览器历史的副本，且只读取列表中网站的访问。',
      apps: '每 5 秒查看哪个窗口在最前，记录列表中的应用处于最前的时长。不读取标题。',
      commands: '统计 Shell 历史中调用 AI 工具的次数和运行时长。不保存命令。',
      receiver:
        '服务器运行时（见“Web 服务器”），接收列表中网站的活跃时间和访问。' +
        '用令牌与扩展配对：“fuelgauge token create browser --scope ingest”。',
      unpairedExtension: '用于没有令牌的 ai-cost-observer 扩展。此后本机浏览器中的任何扩展都可以发送计数。',
    },
    categories: activityCategoryNames,
    category: '用途',
    name: '名称',
    rate: '每小时美元',
    ownSites: '其他网站',
    ownSitesHint: '域名包含其下的一切。后面可加路径：example.com/chat。',
    domain: '域名',
    addSite: '添加网站',
    ownApps: '其他应用',
    ownAppsHint: '请输入可执行文件名、窗口类或包标识符（bundle ID）。',
    executable: '程序名称',
    addApp: '添加应用',
    rates: '每小时单价',
    ratesHint: (day) =>
      `假定使用一小时的费用。这是粗略估计，不是价格${day === null ? '' : `，截至 ${format.day(day)}`}。`,
    rateOf: '对象',
    addRate: '设置单价',
    ownRate: (usdPerHour, listedUsdPerHour) =>
      `${hourly(usdPerHour)}，您自己的估计${listedUsdPerHour === null ? '' : `（否则为${hourly(listedUsdPerHour)}）`}`,
    describe: (category, usdPerHour) => `${category}，约${hourly(usdPerHour)}`,
    entry: (label, name, usdPerHour) => `${label}（${name}）${usdPerHour === null ? '' : `：${hourly(usdPerHour)}`}`,
    forget,
    badDomain: '请输入 example.com 这样的域名，不含 http。',
    badRate: '请输入每小时美元数，例如 0.5。',
    nameMissing: '请输入名称。',
    known: '列表中已有此项。',
    tooMany: (count) => `列表最多容纳 ${format.integer(count)} 条。`,
  };
}
