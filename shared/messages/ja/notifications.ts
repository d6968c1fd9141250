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
  day: '今日',
  week: '今週',
  month: '今月',
  weekOf: (day) => `${day}の週`,
  soFar: (period) => `${period}のこれまで`,
  upTo: (period, time) => `${period}（${time}まで）`,
};
/** Who burned most: see `nameBurner`. */
const burnerWords: BurnerWords = {
  session: (id) => `セッション${id}`,
  process: (pid) => `プロセス${pid}`,
  between: '、',
};
const sessionTitles = {
  waiting: 'セッションが操作を待っています',
  finished: 'セッションが完了しました',
  failed: 'セッションがエラーで停止しました',
};
const reasons: Readonly<Record<SignalReason, string>> = {
  permission: '許可を求めています。',
  input: '回答を求めています。',
  limit: '上限に達しました。',
  overloaded: 'プロバイダーが混雑しています。',
  billing: 'プロバイダーが支払いの問題を報告しています。',
  other: '理由はエージェントが示しています。',
};
const guardEnds = {
  warn: '続行します。',
  pause: 'プロセスが分かる場合は一時停止します。再開はFuelgaugeで行えます。',
  stop: 'フックがインストールされていれば次のステップで停止します。「fuelgauge guard lift」で続行できます。',
};
const levels = { soft: 'ソフト上限', hard: 'ハード上限' };
const impacts = { minor: '軽微な障害', major: '重大な障害', critical: '致命的な障害' };

/** Every kind of alert, as a title and a body. */
export function createNotifications(format: Formats): AlertMessages {
  const { limitWindow } = createUnits(format);
  const nameOf = (subject: AlertSubject): string =>
    subject.kind === 'block' ? '5時間ブロックの上限' : limitWindow(subject);
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
    atMs === null || atMs <= nowMs ? '' : `${until(atMs - nowMs)}にリセットされます。`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}の${format.percent(usedPercent)}を使用`,
      body:
        (usedPercent >= 100 ? '使い切りました。' : `${format.percent(thresholdPercent)}を超えました。`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}に達しました`,
      body: `残りはありません。${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}：再び利用できます（${nameOf(subject)}）`,
      body: 'このアカウントの既知のほかの上限には達していません。',
    }),
    'runs-out'({ parameters }, { sourceLabel, nowMs }) {
      const { subject, usedPercent, runsOutAtMs, resetsAtMs, probability } = parameters;
      const likely = probability === null ? '' : `確率${format.percent(probability * 100)}。`;
      return {
        title: `${sourceLabel}：${nameOf(subject)}に到達見込み（${until(runsOutAtMs - nowMs)}）`,
        body:
          `${format.percent(usedPercent)}使用。このペースでは、リセットの` +
          `${duration(resetsAtMs - runsOutAtMs)}前に使い切ります。${likely}`,
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
        title: `${sourceLabel}：プランが変わりました`,
        body: `プロバイダーの値が「${cleanText(fromPlan ?? '不明')}」から「${cleanText(toPlan ?? '不明')}」に変わりました。`,
      };
    }
    const share = format.percent(Math.abs(ratio - 1) * 100);
    return {
      title: `${sourceLabel}：${nameOf(subject)}で使える量が${ratio < 1 ? '減りました' : '増えました'}`,
      body:
        `1%で使える量が${share}${ratio < 1 ? '減' : '増'}（推定。以前の値${format.integer(pairsBefore ?? 0)}組と` +
        `以後の${format.integer(pairsAfter ?? 0)}組から）。` +
        `同じアカウントの別の場所での使用が${ratio < 1 ? 'あった' : '終わった'}場合も、同じように見えます。`,
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
        session: '1つのセッション',
        project: name === null ? '1つのプロジェクト' : `プロジェクト${name}`,
        model: name === null ? '1つのモデル' : `モデル${name}`,
        sidechain: 'サブエージェント',
        'cache-rebuilt': '再度書き込まれたキャッシュ',
        unknown: null,
      }[cause];
      const share =
        what === null ? '単独の原因はありません。' : `うち${format.percent(causeShare * 100)}は${what}です。`;
      return {
        title: `普段を大きく上回る${anomaly === 'session' ? 'セッション' : '1日'}`,
        body: `${format.compact(tokens)}トークン、普段の最大の${times}倍。${share}`,
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
        title: `${period}：予算の${format.percent((costMicroUsd / budgetMicroUsd) * 100)}`,
        body: isHidden
          ? `${format.percent(thresholdPercent)}を超えました。`
          : `${amount(budgetMicroUsd, context)}のうち${amount(costMicroUsd, context, isCostPartial)}（API換算）。`,
      };
    },
    burn({ parameters }, context) {
      const { tokensPerHour, typicalTokensPerHour } = parameters;
      const times = format.compact(tokensPerHour / Math.max(1, typicalTokensPerHour));
      const name = nameBurner(parameters, context, burnerWords);
      return {
        title: `${context.sourceLabel}：普段の忙しい時間の${times}倍`,
        body:
          `直近1時間で${format.compact(tokensPerHour)}トークン。10時間のうち9時間は` +
          `${format.compact(typicalTokensPerHour)}未満です。${name === null ? '' : `最近最も使用：${name}。`}`,
      };
    },
    digest({ parameters }, context) {
      const { tokens, responses, costMicroUsd, isCostPartial } = parameters;
      const isHidden = context.redaction?.money === true;
      const cost = costMicroUsd === null || isHidden ? '' : `API換算${amount(costMicroUsd, context, isCostPartial)}、`;
      return {
        title: nameDigest(parameters, context.nowMs, periods, format),
        body: `${cost}${format.integer(responses)}件の応答で${format.compact(tokens)}トークン。`,
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
      const what = measure === 'cpu' ? `1コアの${format.percent(value * 100)}` : `メモリ${format.bytes(value)}`;
      const name = nameProject(project, context);
      return {
        title: `${label}：${what}が${duration(forMs)}継続`,
        body: `プロセス${pid}と、そこから起動したもの${name === null ? '' : `（${name}）`}。`,
      };
    },
    orphan: ({ parameters: { label, name, pid, processes, rssBytes } }) => ({
      title: `${label ?? 'エージェント'}がプロセスを${format.integer(processes)}個残しました`,
      body: `${cleanText(name)}、プロセス${pid}${processes > 1 ? 'など' : ''}、${format.bytes(rssBytes)}。Fuelgaugeで確認し、終了できます。`,
    }),
    'silent-source': ({ parameters: { grownBytes, sinceMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：ログは増えていますが、数えられる内容がありません`,
      body:
        `${duration(nowMs - sinceMs)}で${format.bytes(grownBytes)}増えましたが、Fuelgaugeが読める応答がありません。` +
        '形式が変わった可能性があります。「fuelgauge doctor」で読み飛ばした内容を確認できます。',
    }),
    'expiring-logs': ({ parameters: { sourceLabel, logs, deletesAtMs } }, { nowMs }) => ({
      title: `${sourceLabel}が読み込み前のログをまもなく削除します`,
      body: `${format.integer(logs)}件。削除の開始は${until(deletesAtMs - nowMs)}です。その前にFuelgaugeですべて読み取ってください。`,
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
        : `${format.money(budgetMicroUsd, currency)}のうち${format.money(costMicroUsd, currency, isCostPartial)}（API換算）。`;
      const sum =
        tokens === null ? money : `${format.compact(tokens.limit)}トークンのうち${format.compact(tokens.used)}。`;
      return {
        title: `${context.sourceLabel}：セッションが${levels[level]}に達しました`,
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
      const since = startedAtMs === null || startedAtMs > nowMs ? '' : `（${duration(nowMs - startedAtMs)}継続中）`;
      return {
        title: `${cleanText(service)}：${impacts[impact]}${since}`,
        body: `${cleanText(title)}。報告元：${cleanText(page)}。`,
      };
    },
  };
}

/** The last part of a project’s folder, if it may be shown. */
function nameProject(project: string | null, { redaction = noRedaction }: AlertContext): string | null {
  return project === null || redaction.names ? null : cleanText(toPathName(project));
}
