import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: '公式', title: 'プロバイダーが報告した値です。' },
    measured: { label: '実測', title: 'このコンピューターのログを合計した値です。' },
    estimated: { label: '推定', title: 'ログからの推定です。プロバイダーはこの値を公開していません。' },
    stale: { label: '古い値', title: 'しばらく前にプロバイダーが報告した値です。変わっている可能性があります。' },
    unknown: { label: '不明', title: '不明です。' },
  },
  unknown: '不明',
  noProject: 'プロジェクトなし',
  apiEquivalentCost: 'API換算コスト',
  noCostKnown: 'コストは不明です',
  tryAgain: '再試行',
  noAnswer: 'Fuelgaugeが応答していません。',
  severity: { warning: '警告', error: 'エラー', critical: '重大' },
  on: 'オン',
  off: 'オフ',
};

export const windows: Translation['windows'] = {
  overview: '概要',
  explore: '分析',
  limits: '上限',
  processes: 'プロセス',
  apps: 'アプリとサイト',
  alerts: 'アラート',
  compare: '比較',
  settings: '設定',
  pause: '一時停止',
  resume: '再開',
  quit: '終了',
  views: '表示',
  usage: '使用量',
  errors: 'エラー',
  warnings: '警告',
  lastKnownState: '最後に確認できた状態を表示しています。',
  waiting: '最新の値を取得中…',
  paused: '一時停止中です。再開するまで値は変わりません。',
  noUsageThisWeek: '今週は使用なし',
  popover: {
    sections: { limits: '上限', now: '現在', today: '今日', sessions: 'セッション', attention: '要確認' },
    arrange: '並べ替え',
    undo: '元に戻す',
    done: '完了',
    more: 'その他',
    keepOpen: '開いたままにする',
    hide: '名前と金額をぼかす',
  },
  tokensToday: (tokens) => `今日 ${tokens}トークン`,
  noUsageToday: '今日は使用なし',
  scanning: (percent) => `ログを読み込み中 ${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: '使用量',
    today: '今日',
    week: '今週',
    all: 'すべて',
    none: '使用なし',
    now: '現在',
    perMinute: 'トークン/分',
    costPerHour: (cost) => `1時間あたり${cost}`,
    lastHour: '直近1時間',
    idle: '直近1時間は使用なし',
    tokens: 'トークン',
    fromCache: 'キャッシュから',
    ofUsualDay: (share) => `普段の1日の${format.percent(share)}`,
    thisWeek: (tokens, cost) => `今週 ${tokens}${cost === null ? '' : `、${cost}`}`,
    noCost: 'コストは不明です。',
    notABill: 'API換算の金額で、請求額ではありません。',
  };
}

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: '作業中', waiting: '待機中', idle: 'アイドル', paused: '一時停止中' },
      quiet: { waiting: (ms) => `${duration(ms)}待機`, idle: (ms) => `アイドル${duration(ms)}` },
      count: (count) => `${format.integer(count)}セッション`,
      withoutSession: 'セッション不明',
      menu: (name) => `${name}の操作`,
      showFolder: 'フォルダーを表示',
      showTerminal: 'ターミナルを表示',
      details: '詳細',
      pause: '一時停止',
      resume: '再開',
      end: '終了…',
      more: (count) => `ほか${format.integer(count)}件は「分析」に表示`,
      showAll: (count) => `${format.integer(count)}件すべて表示`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
