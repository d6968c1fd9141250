import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createActivitySettings } from './activity-settings.ts';
import { ruleHints } from './rule-hints.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { sendingSettings } from './sending-settings.ts';
import { serverSettings } from './server-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';
import { trayAndKeys } from './tray-settings.ts';

type Settings = NonNullable<Translation['settings']>;

const general: Settings['general'] = {
  title: '通用',
  launchAtLogin: '登录时启动',
  launchAtLoginHint: '在托盘中启动，不打开窗口。',
  language: '语言',
  languageHint: '命令行及其输出始终为英文。',
  languages: { system: '跟随系统' },
  appearance: '外观',
  theme: '主题',
  themes: { system: '跟随系统', light: '浅色', dark: '深色', 'high-contrast': '高对比度' },
  density: '密度',
  densities: { comfortable: '舒适', compact: '紧凑' },
  dataColors: '图表和仪表的颜色',
  dataColorsHint: '第二个选项在各种色觉下都能区分所有数据系列（采用冈部与伊藤配色）。',
  dataColorScales: { 'okabe-ito': '色觉友好' },
  trayColor: '图标颜色',
  trayColorHint: '在面板颜色未知的系统（如 Linux）上，“自动”会加深色边缘。',
  trayColors: { auto: '自动', light: '浅色', dark: '深色' },
  timeZone: '时区',
  timeZoneHint: (systemZone) => `决定一天何时开始和结束。“system”是本机的时区，目前为 ${systemZone}。`,
  dayStart: '一天开始于',
  dayStartHint: '在此之前的用量在报告、预测、预算和提醒中计入前一天。',
  weekStart: '一周开始于',
  clock: '时间格式',
  clocks: { system: '跟随语言', '12': '12 小时制', '24': '24 小时制' },
  unknownTimeZone: (text) => `没有时区“${text}”。请输入 Europe/Berlin 这样的名称。`,
};

const alerts: Settings['alerts'] = {
  title: '提醒',
  notifications: '通知',
  notificationsHint: '用完之前，每个阈值和限额通知一次。',
  thresholds: '阈值',
  thresholdsHint: '占限额的百分比，最多五个。最高的为严重，其余为警告。留空则不提醒。',
  badThresholds: '请输入 1 到 100 的整数，例如 75, 90。',
  tooManyThresholds: '最多输入五个阈值。',
};

const timing: Settings['timing'] = {
  title: '提醒时间',
  quietHours: '免打扰时段',
  quietHoursHint: '其间的提醒会在时段结束后显示。留空则不设。',
  badHours: '请按 22:00-07:00 的格式输入。',
  snooze: '暂缓所有提醒',
  snoozeHint: '之后再显示；届时已解除的不再显示。',
  doNotDisturb: '勿扰模式开启时等待',
  doNotDisturbHint: '本机桌面通知会等到它关闭。KDE 和 GNOME 会提供此状态；Windows 和 macOS 不提供。',
  channelsWait: '其他渠道也等待',
  channelsWaitHint: '电子邮件、手机、聊天和 Webhook 也等到勿扰模式结束。关闭时立即发送。',
  snoozes: (hours) => (hours === 0 ? '否' : `${hours} 小时`),
};

const guard: Settings['guard'] = {
  limits: {
    softUsd: '会话软上限（金额）',
    hardUsd: '会话硬上限（金额）',
    softTokens: '会话软上限（token）',
    hardTokens: '会话硬上限（token）',
  },
  moneyHint: '美元，按 API 折算。留空则不设。',
  tokensHint: '所有类型的 token，含缓存读取。留空则不设。',
  badTokens: '请输入整数 token 数。',
  action: '达到硬上限时',
  actionHint:
    '规则“单个会话的上限”开启时，上限才起作用。已暂停的会话可用“继续”恢复，已停止的会话可用“fuelgauge guard lift”恢复。停止功能需要“fuelgauge guard settings”输出的设置；没有可停止它的钩子的智能体会被暂停。',
  actions: { warn: '警告', pause: '暂停其进程', stop: '在下一步停止' },
};

const programs: Settings['programs'] = {
  title: '其他程序',
  hint: '像智能体一样测量其 CPU 和内存。请输入可执行文件名，不含文件夹。',
  name: '可执行文件名',
  category: '程序类型',
  categories: { cli: '命令行', desktop: '桌面应用', ide: '编辑器', server: '服务器', local: '本地模型' },
  add: '添加程序',
  badName: '请输入不含文件夹的名称。',
  known: '此程序已在列表中。',
};

const rules: Settings['rules'] = {
  title: '提醒规则',
  hints: ruleHints,
  budgets: { dayUsd: '每日预算', weekUsd: '每周预算', monthUsd: '每月预算' },
  budgetHint: '美元，按 API 折算。达到 80% 和 100% 时提醒。留空则不设。',
  badBudget: '请输入美元金额，例如 12.50。',
  tryOut: '试运行规则',
  tryOutHint: '显示过去 30 天内会触发的提醒。不会发送任何内容。',
  tryNow: '试运行',
};

const projects: Settings['projects'] = {
  title: '项目',
  names: '项目名称',
  namesHint: '请输入文件夹名或 /home/me/work/** 这样的模式，以及它的称呼。同名的文件夹视为同一个项目。',
  folder: '文件夹',
  name: '项目名称',
  add: '添加名称',
  incomplete: '请输入文件夹和名称。',
  known: '此文件夹已在列表中。',
  calls: (name) => `称为“${name}”`,
  hidden: '隐藏的项目',
  hiddenHint: '它们始终计入；在报告、列表、提醒和指标中显示为“(hidden)”。',
  hiddenFolder: '要隐藏的文件夹',
  hide: '隐藏',
  isHidden: '已隐藏',
};

/** Whose status pages are asked for incidents. */
const statusPages: Settings['statusPages'] = {
  title: '状态页',
  hint: '规则“提供商故障”开启时，查询这些页面，而不查询智能体提供商的状态页。须为带有 /api/v2 的 Statuspage 站点。此处没有地址时，查询您的提供商的状态页。',
  address: '状态页地址',
  add: '添加状态页',
  badPage: '请输入 https://status.example.com 这样的地址。',
  known: '此状态页已在列表中。',
  tooMany: (max) => `最多只能查询 ${max} 个状态页。`,
};

const channels: Settings['channels'] = {
  title: '提醒渠道',
  add: '添加渠道',
  addHint: '开启前不会使用。要运行的程序只能在 settings.json 中填写。',
  addNow: '添加',
  kind: '渠道类型',
  place: {
    slack: '暂时无需填写',
    discord: '暂时无需填写',
    teams: '暂时无需填写',
    ntfy: '主题',
    telegram: '聊天',
    webhook: '地址',
  },
  badPlace: {
    ntfy: '请输入由字母、数字、- 和 _ 组成的主题。',
    telegram: '请输入聊天编号，或 @mine 这样的频道。',
    webhook: '请输入 https://example.com/hook 这样的地址。',
    email: '请输入您的地址和发信服务器，例如 you@example.com smtp.example.com:587。',
  },
  secretOf: (channel) => `${channel} 的密钥：地址、令牌或密钥`,
  secret: '地址、令牌或密钥',
  redact: { names: '隐藏项目名称', paths: '隐藏文件夹', money: '隐藏金额' },
  secretKept: '密钥已保存，不会再次显示。',
  test: '测试',
  testOf: (channel) => `测试 ${channel}`,
  testing: '正在发送测试…',
  remove: '移除',
};

/** What is read, how often, and how long it is kept. */
function createMonitoring(format: Formats): Settings['monitoring'] {
  return {
    title: '监控',
    refresh: '刷新',
    refreshHint: '多久采样一次进程。日志总是随写随读。没有窗口打开时，“自动”会放慢。',
    cadence: (seconds) => (seconds === 'auto' ? '自动' : `每 ${seconds} 秒`),
    folders: '其他日志文件夹',
    foldersHint: '除通常位置外还会读取：其他账户、已挂载的磁盘、存档。',
    folderAgent: '新文件夹所属的智能体',
    folderDevice: '设备（若非本机）',
    describeFolder: (agent, device) => (device === undefined ? agent : `${agent}，来自 ${device}`),
    chooseFolder: '选择文件夹…',
    knownFolder: '此文件夹已在列表中。',
    folderRemoved: '已从中读取的内容仍会计入。',
    retention: '保留单个请求',
    retentionHint: '更早的请求按每刻钟汇总。账本增长更慢，报告不变，但单个请求无法恢复。',
    retentions: (days) => (days === 'forever' ? '永久' : `${days} 天`),
    shorterRetention: (days) => `早于 ${format.integer(days)} 天的请求将被汇总。此操作无法撤销。`,
    sumUp: '汇总',
    cancel: '取消',
  };
}

const statusline: Settings['statusline'] = {
  title: '状态行',
  row: (agent) => `${agent} 提示符下方的一行`,
  states: {
    absent: '工作时显示限额、上下文、费用和预测。您自己的命令仍会先运行。',
    installed: '已安装。',
    removed: '曾经安装，但已被其他程序从智能体的设置中移除。',
    replaced: '曾经安装，但已被其他程序在智能体的设置中替换。',
    elsewhere: '另一个 Fuelgauge 已写入它的状态行。',
    unreadable: '无法读取智能体的设置。',
  },
  preset: '预设',
  presets: { minimal: '最简', default: '默认', full: '完整', ccusage: '仿 ccusage' },
  ownTemplate: '自定义',
  template: '模板',
  templateHint: '用花括号写组件，例如 {model}、{limits} 或 {cost.day}，中间可加您自己的文字。',
  looksLike: '预览（虚构数据）：',
  unknownWidget: (name, names) => `没有名为“${name}”的组件。可用的组件有 ${names.join('、')}。`,
  show: '显示更改…',
  remove: '移除',
  change: (file) => `将更改 ${file}：`,
  keeps: (command) => `您的命令仍会先运行：${command}`,
  apply: '更改文件',
  cancel: '取消',
};

const plan: Settings['plan'] = {
  title: '套餐',
  plan: '订阅套餐',
  planHint: '使 5 小时时段能显示估算的限额。提供商报告的限额不受影响。',
  workDays: '工作日',
  workDaysHint: '每周限额的速度按这些日子衡量。',
  workDayChoices: { 4: '周一至周四', 5: '周一至周五', 7: '每天', learned: '按我最近八周' },
  askAgent: (agent) => `向 ${agent} 询问限额`,
  askAgentHint: (program) =>
    `运行“${program}”，由它用自己的登录向提供商询问，最多每 15 分钟一次。Fuelgauge 只看到答复。`,
  askNow: '立即刷新',
  asking: '正在询问…',
  asked: {
    answered: '已答复。',
    'no-answer': '没有给出限额。可能尚未登录。',
    'not-found': '找不到它的程序。',
    'too-old': '版本太旧，无法在不开始一轮对话的情况下询问。',
    'asked-before': '距上次询问不到一分钟。',
    'not-allowed': '目前不允许询问。',
  },
  noPlan: '无，或不在列表中',
  ownPlan: '自定义限额',
  usualPlan: '我平常用满的时段（P90）',
  usualUnit: 'P90 的单位',
  usualUnitHint: '同一智能体已完成的时段中，十分之九低于它；满五个时段后可知。不是提供商的限额。',
  limit: '时段限额',
  limitHint: '适用于所有智能体的时段。金额为美元，按 API 折算；token 含所有类型，包括缓存读取。',
  unit: '限额单位',
  units: { tokens: 'token', 'tokens-in-out': '输入和输出 token', requests: '请求', usd: '美元' },
  limitTooLarge: '请输入不超过 1,000,000,000,000 的数字。',
  badLimit: '请输入大于零的数字，例如 1500 或 2.5。',
};

/** How costs are calculated and shown. */
function createCost(format: Formats): Settings['cost'] {
  return {
    title: '费用',
    mode: '费用计算',
    modeHint: '按 token 和价格计算；或在日志记有费用时采用日志。',
    modes: { calculate: '按 token 和价格', auto: '按日志，否则按价格', display: '仅按日志' },
    currency: '货币',
    currencyHint: 'EUR 这样的代码，以及一美元等于多少。汇率由您设置，不会下载。',
    rate: (code) => `每美元的 ${code}`,
    rateMissing: (code, current) => `现在请输入一美元等于多少 ${code}。在此之前金额仍以 ${current} 显示。`,
    badCurrency: '请输入 EUR 这样的代码。',
    badRate: '请输入数字，例如 0.92。',
    prices: '自定义价格',
    pricesHint: '某个模型每百万 token 的美元价格，优先于价目表。留空的缓存价格由输入价格推算。',
    addPriceForm: '添加自定义价格',
    addPrice: '添加价格',
    model: '模型',
    priceFields: {
      inputUsdPerMillion: '输入',
      outputUsdPerMillion: '输出',
      cacheReadUsdPerMillion: '缓存读取',
      cacheWrite5mUsdPerMillion: '5 分钟写入',
      cacheWrite1hUsdPerMillion: '1 小时写入',
    },
    modelMissing: '请按历史记录表中的显示输入模型名称。',
    badPrice: (field) => `${field}：请输入每百万 token 的美元价格，例如 2.5。`,
    tooManyEntries: (max) => `最多只能有 ${format.integer(max)} 条。`,
    describePrices: (parts) => parts.map(([label, price]) => `${label} ${price}`).join('，'),
    aliases: '模型别名',
    aliasesHint: '用于网关或新版本以其他名称称呼的模型：按您输入的模型计价。',
    addAliasForm: '添加模型别名',
    addAlias: '添加别名',
    pricedAs: '计价依据',
    describeAlias: (pricedAs) => `按 ${pricedAs} 计价`,
    namesMissing: '请输入两个模型的名称。',
    sameModel: '这是同一个模型。',
  };
}

const about: Settings['about'] = {
  title: '关于这些数字',
  cost:
    '费用按 API 折算：即这些 token 按提供商标价或您的自定义价格计算的费用。' +
    '订阅不会按此收费。数据来自本机日志，因此不是账单。',
  provenance: '“官方”数字由提供商报告，“实测”由日志累加得出，“估算”来自我们的模型，“过时”是一段时间前的官方数字。',
  dash: '短横线表示数字未知，绝不表示零。',
  showDiagnosis: '显示读取的内容',
  pricesAndData: (pricesDay) => `价格截至 ${pricesDay}。数据文件夹：`,
};

/** The settings view: each control with its label, its hint and what it refuses. */
export function createSettings(format: Formats): Settings {
  return {
    waiting: '正在获取设置…',
    notSaved: (reason) => `未保存。${reason}`,
    notDollars: (sign) => `此处金额以美元计。请输入美元金额，不带 ${sign}。`,
    ambiguousNumber: (text) => `无法判断“${text}”是小数还是千位分隔。请不带千位分隔符输入。`,
    general,
    alerts,
    statusline,
    timing,
    guard,
    programs,
    projects,
    rules,
    channels,
    statusPages,
    monitoring: createMonitoring(format),
    activity: createActivitySettings(format),
    plan,
    cost: createCost(format),
    server: serverSettings,
    sending: sendingSettings,
    encryption: createEncryptionSettingsMessages(format),
    changes: createSettingsChanges(format),
    trayAndKeys,
    list: {
      remove: (name) => `移除 ${name}`,
      removed: (name) => `已移除 ${name}。`,
      undo: '撤销',
    },
    about,
  };
}
