import { noRedaction } from '../../domain/alert-redaction.ts';
import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { SignalReason } from '../../domain/session-signal.ts';
import { usDollar, type MicroUsd } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import { toPathName } from '../../lib/path-name.ts';
import type { AlertContext, AlertMessages } from '../en/notifications.ts';
import type { Formats } from '../format/formats.ts';

import { createUnits } from './units.ts';
import { nameBurner, type BurnerWords } from '../name-burner.ts';
import { nameDigest, namePeriod, type PeriodWords } from '../name-period.ts';

const periods: PeriodWords = {
  day: '今天',
  week: '本周',
  month: '本月',
  weekOf: (day) => `${day} 当周`,
  soFar: (period) => `${period}至今`,
  upTo: (period, time) => `${period}（截至 ${time}）`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `会话 ${id}`,
  process: (pid) => `进程 ${pid}`,
  between: '，',
};
const sessionTitles = { waiting: '会话正在等您', finished: '会话已完成', failed: '会话因错误停止' };
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: '它在请求许可。',
  input: '它在等待回答。',
  limit: '已达到限额。',
  overloaded: '提供商过载。',
  billing: '提供商报告账单问题。',
  other: '原因见其智能体。',
};
const guardEnds = {
  warn: '它会继续。',
  pause: '若其进程已知，它会被暂停；可在 Fuelgauge 中继续。',
  stop: '若其钩子已安装，它会在下一步停止；“fuelgauge guard lift”可让它继续。',
};
const levels = { soft: '软上限', hard: '硬上限' };
const impacts = { minor: '轻微故障', major: '重大故障', critical: '严重故障' };

/** Every kind of alert, as a title and a body. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? '5 小时时段' : limitWindow(subject));
  return {
    ...createLimitAlerts(format, nameOf),
    allowance: createAllowanceAlert(format, nameOf),
    ...createUsageAlerts(format),
    ...createAnomalyAlerts(format),
    ...createMachineAlerts(format),
    ...createSessionAlerts(format),
    ...createIncidentAlerts(format),
  };
}

function createLimitAlerts(
  format: Formats,
  nameOf: (subject: AlertSubject) => string,
): Pick<AlertMessages, 'threshold' | 'depleted' | 'restored' | 'runs-out'> {
  const { duration, until } = createUnits(format);
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : `${until(atMs - nowMs)}重置。`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已用 ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? '已用完。' : `已超过 ${format.percent(thresholdPercent)}。`) + reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已用完`,
      body: `没有剩余。${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已恢复可用`,
      body: '此账户的其他已知限额均未用完。',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : `概率 ${format.percent(probability * 100)}。`;
      return {
        title: `${sourceLabel}：${nameOf(subject)}${runsOutAtMs <= nowMs ? '即将' : `将在 ${until(runsOutAtMs - nowMs)}`}用完`,
        body:
          `已用 ${format.percent(usedPercent)}。按目前的速度，将比重置早 ` +
          `${duration(resetsAtMs - runsOutAtMs)}用完。${likely}`,
      };
    },
  };
}

/** A change of plan, or of what a plan allows, with what shows it. */
function createAllowanceAlert(format: Formats, nameOf: (subject: AlertSubject) => string): AlertMessages['allowance'] {
  return ({ parameters }, { sourceLabel }) => {
    const { fromPlan, toPlan, subject, ratio, pairsBefore, pairsAfter } = parameters;
    if (subject === null || ratio === null) {
      return {
        title: `${sourceLabel}：您的套餐已变化`,
        body: `提供商的读数由“${cleanText(fromPlan ?? '未知')}”变为“${cleanText(toPlan ?? '未知')}”。`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    return {
      title: `${sourceLabel}：${nameOf(subject)}允许的用量比以前${ratio < 1 ? '少' : '多'}`,
      body:
        `1% 可用的量${ratio < 1 ? '减少' : '增加'} ${share}，由之前 ${format.integer(pairsBefore ?? 0)} 对和` +
        `之后 ${format.integer(pairsAfter ?? 0)} 对读数估算。` +
        `同一账户在别处${ratio < 1 ? '使用' : '停止使用'}也会呈现同样的结果。`,
    };
  };
}

/** What was far above the person's own, and what made most of it. */
function createAnomalyAlerts(format: Formats): Pick<AlertMessages, 'anomaly'> {
  return {
    anomaly({ parameters: { anomaly, tokens, usualTokens, cause, causeName, causeShare } }, context) {
      const times = format.compact(tokens / Math.max(1, usualTokens));
      const name = cause === 'project' ? nameProject(causeName, context) : causeName;
      const what = {
        session: '单个会话',
        project: name === null ? '单个项目' : `项目 ${name}`,
        model: name === null ? '一个模型' : `模型 ${name}`,
        sidechain: '子智能体',
        'cache-rebuilt': '重新写入的缓存',
        unknown: null,
      }[cause];
      const share = what === null ? '没有单一原因。' : `其中 ${format.percent(causeShare * 100)} 来自${what}。`;
      return {
        title: `${anomaly === 'session' ? '某个会话' : '某一天'}远超您的平常水平`,
        body: `${format.compact(tokens)} 个 token，是平常最高值的 ${times} 倍。${share}`,
      };
    },
  };
}

/** Money and tokens. */
function createUsageAlerts(format: Formats): Pick<AlertMessages, 'spend' | 'burn' | 'digest'> {
  const amount = (microUsd: MicroUsd, { currency = usDollar }: AlertContext, isPartial?: boolean): string =>
    format.money(microUsd, currency, isPartial);
  return {
    spend({ parameters }, context) {
      const { costMicroUsd, isCostPartial, budgetMicroUsd, thresholdPercent } = parameters;
      const period = namePeriod(parameters, context.nowMs, periods, format);
      const isHidden = context.redaction?.money === true;
      return {
        title: `${period}：已用预算的 ${format.percent((costMicroUsd / budgetMicroUsd) * 100)}`,
        body: isHidden
          ? `已超过 ${format.percent(thresholdPercent)}。`
          : `预算 ${amount(budgetMicroUsd, context)}，已用 ${amount(costMicroUsd, context, isCostPartial)}（按 API 折算）。`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}：是您平时繁忙一小时的 ${times} 倍`,
        body:
          `最近一小时 ${format.compact(tokensPerHour)} 个 token；您九成的小时用量低于 ` +
          `${format.compact(typicalTokensPerHour)}。${name === null ? '' : `最近用量最多：${name}。`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost =
        costMicroUsd === null || isHidden ? '' : `按 API 折算 ${amount(costMicroUsd, context, isCostPartial)}，`;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body: `${cost}${format.integer(responses)} 次响应，${format.compact(tokens)} 个 token。`,
      };
    },
  };
}

/** Processes and logs. */
function createMachineAlerts(
  format: Formats,
): Pick<AlertMessages, 'busy-agent' | 'orphan' | 'silent-source' | 'expiring-logs'> {
  const { duration, until } = createUnits(format);
  return {
    'busy-agent'({ parameters: { label, project, pid, measure, value, forMs } }, context) {
      const what =
        measure === 'cpu' ? `占用一个核心的 ${format.percent(value * 100)}` : `占用 ${format.bytes(value)} 内存`;
      const name = nameProject(project, context);
      return {
        title: `${label}：${what}，已持续 ${duration(forMs)}`,
        body: `进程 ${pid} 及其启动的进程${name === null ? '' : `，项目 ${name}`}。`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label === null ? '某个智能体' : `${label} `}遗留了 ${format.integer(processes)} 个进程`,
      body: `${cleanText(name)}，进程 ${pid}${processes > 1 ? ' 等' : ''}，${format.bytes(rssBytes)}。Fuelgauge 会显示${processes > 1 ? '它们' : '它'}，并可将其结束。`,
    }),
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：日志在增长，但没有可计入的内容`,
      body:
        `${duration(nowMs - sinceMs)}内增加了 ${format.bytes(grownBytes)}，却没有一条 Fuelgauge 能读取的响应。` +
        '其格式可能已变化；“fuelgauge doctor”会显示跳过的内容。',
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel} 即将删除未读取的日志`,
      body: `${format.integer(logs)} 个日志，开始删除的时间：${until(deletesAtMs - nowMs)}。请让 Fuelgauge 在此之前全部读取。`,
    }),
  };
}

/** Sessions: what they wait for, and limits that the person set for them. */
function createSessionAlerts(format: Formats): Pick<AlertMessages, 'session' | 'guard'> {
  return {
    session({ parameters: { status, reason, project } }, context) {
      const name = nameProject(project, context);
      return {
        title: `${context.sourceLabel}：${sessionTitles[status]}`,
        body: `${name === null ? '' : `${name}。`}${reason === null ? '' : reasons[reason]}`,
      };
    },
    guard({ parameters }, context) {
      const { project, level, action, tokens, costMicroUsd, isCostPartial, budgetMicroUsd } = parameters;
      const { currency = usDollar } = context;
      const name = nameProject(project, context);
      const isHidden = context.redaction?.money === true || costMicroUsd === null || budgetMicroUsd === null;
      const money = isHidden
        ? ''
        : `${format.money(costMicroUsd, currency, isCostPartial)} / ${format.money(budgetMicroUsd, currency)}，按 API 折算。`;
      const sum =
        tokens === null ? money : `${format.compact(tokens.used)} / ${format.compact(tokens.limit)} 个 token。`;
      return {
        title: `${context.sourceLabel}：会话已达到${levels[level]}`,
        body: `${name === null ? '' : `${name}：`}${sum}${guardEnds[action]}`,
      };
    },
  };
}

/** What a provider's status page reports. */
function createIncidentAlerts(format: Formats): Pick<AlertMessages, 'incident'> {
  const { duration } = createUnits(format);
  return {
    incident({ parameters: { page, service, title, impact, startedAtMs } }, { nowMs }) {
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `，已持续 ${duration(nowMs - startedAtMs)}`;
      return {
        title: `${cleanText(service)}：${impacts[impact]}${since}`,
        body: `${cleanText(title)}。由 ${cleanText(page)} 报告。`,
      };
    },
  };
}

/** The last part of a project’s folder, if it may be shown. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
