import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: '入力',
  cacheCreation5mTokens: 'キャッシュ書き込み（5分）',
  cacheCreation1hTokens: 'キャッシュ書き込み（1時間）',
  cacheReadTokens: 'キャッシュ読み取り',
  outputTokens: '出力',
  reasoningTokens: '推論（出力に含む）',
};

/** Usage of today and this week, and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: '使用量',
    today: '今日',
    week: '今週',
    all: 'すべて',
    none: '使用なし',
    tokenClass: (count, name) => `${classNames[name]} ${format.integer(count)}`,
    tokensByClass: (tokens, parts) => `${format.integer(tokens)}トークン：${parts.join('、')}`,
    now: '現在',
    perMinute: 'トークン/分',
    costPerHour: (cost) => `1時間あたり${cost}`,
    nowTitle: '直近15分：キャッシュを含む全トークンと、そのAPI換算コスト',
    lastHour: '直近1時間',
    lastHourLine: (tokens, peak) => `直近1時間：${tokens}トークン、1分間の最大は${peak}`,
    idle: '直近1時間は使用なし',
    tokens: 'トークン',
    fromCache: 'キャッシュから',
    cached: (share, saved) => (saved === null ? `キャッシュ${share}` : `キャッシュで${saved}節約`),
    savedTitle: '節約額（推定）：キャッシュなしで同じトークンを使った場合との差（定価）',
    fromCacheTitle: (read, input) => `入力トークン${input}のうち${read}をキャッシュから読み取りました`,
    ofUsualDay: (share) => `普段の1日の${format.percent(share)}`,
    ofUsualDayTitle: (tokens, days) =>
      `普段の1日は${tokens}トークン：直近4週間で使用のあった${format.integer(days)}日の中央値`,
    thisWeek: (tokens, cost) => `今週 ${tokens}${cost === null ? '' : `、${cost}`}`,
    noCost: 'コストは不明です。',
    notABill: 'API換算の金額で、請求額ではありません。',
    costExcludes: (models) => `コスト不明の${models}は含みません。`,
    burn: {
      title: '消費速度',
      idle: '直近1時間は使用がありません。',
      noUsage: 'この時間の使用はありません',
      lastHour: '直近1時間',
      minutes: (minutes) => `${minutes}分`,
      tokens: 'トークン',
      fresh: '新規',
      cost: 'コスト',
      perMinute: '/分',
      tokensTitle: 'キャッシュを含む全トークン',
      costTitle: 'API換算コスト：APIで使った場合のトークンの費用',
    },
  };
}
