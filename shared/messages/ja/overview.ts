import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

type OverviewWords = NonNullable<Translation['overview']>;

/** Which days are shown, in all views. */
export function createRanges(format: Formats): Translation['ranges'] {
  return {
    label: '期間',
    names: {
      today: { short: '今日', long: '今日' },
      '7': { short: '7日', long: '直近7日間' },
      '30': { short: '30日', long: '直近30日間' },
      '90': { short: '90日', long: '直近90日間' },
      '365': { short: '1年', long: '直近365日間' },
      all: { short: 'すべて', long: '全期間' },
      custom: { short: '指定', long: '期間を指定' },
    },
    from: '開始',
    to: '終了',
    days: (count) => `${format.integer(count)}日間`,
    between: (since, until) => `${since}〜${until}`,
  };
}

/** Words that all charts share. */
export const charts: Translation['charts'] = {
  showAll: 'すべて表示',
  time: '時刻',
  exportLabel: '表示内容を書き出す',
  withoutNames: '名前を含めない',
  exportAs: { png: 'PNG画像' },
  zoomHint: 'ドラッグで拡大、ダブルクリックで全体を表示',
};

/** The figures at the top. */
function createFigures(format: Formats): OverviewWords['figures'] {
  return {
    label: '集計値',
    tokens: 'トークン',
    cost: 'API換算',
    cache: 'キャッシュから',
    sessions: 'セッション',
    stops: '上限による停止',
    change: (percent, days) => `${percent}（前の${days}比）`,
    changeUpTo: (percent, days, moment) => `${percent}（前の${days}の${moment}までと比較）`,
    isNew: '前の期間は使用なし',
    isNewUpTo: (moment) => `前の期間は${moment}まで使用なし`,
    noBefore: '比較できる前の期間がありません',
    saved: (money) => `約${money}の節約`,
    costMore: (money) => `節約額より約${money}高い`,
    projects: (count) => `${format.integer(count)}個のプロジェクト`,
    times: (count) => `${format.integer(count)}回`,
    stopsNote: 'プロバイダーの値',
    stopsTitle: '使い切った上限の枠',
    noReadings: 'この期間に読み取った上限はありません',
    notABill: '定価。請求額ではありません',
    savedTitle: '推定：キャッシュなしで同じトークンを定価で使った場合の金額と、実際の金額との差',
  };
}

/** The hours of a week. */
function createWeek(format: Formats): OverviewWords['week'] {
  return {
    title: '作業の時間帯',
    label: (weekday, hour, percent) => `最も多いのは${weekday}の${hour}：トークンの${format.percent(percent)}。`,
    empty: 'この期間の使用はありません。',
    cell: (weekday, hour, value) => `${weekday} ${hour}：${value}`,
    agentMinutes: (hours) => `セッションの作業時間は合計約${hours}です。`,
    hours: (hours) => `${format.integer(hours)}時間`,
    minutes: (minutes) => `${format.integer(minutes)}分`,
    peak: (sessions, at) => `同時に最大${format.integer(sessions)}セッション（${at}）。`,
    estimated: '応答の時刻からの推定',
  };
}

/** The overview. */
export function createOverview(format: Formats): OverviewWords {
  return {
    figures: createFigures(format),
    step: '単位',
    steps: { hour: '時間', day: '日', week: '週', month: '月' },
    perStep: {
      tokens: {
        hour: '1時間あたりのトークン',
        day: '1日あたりのトークン',
        week: '1週間あたりのトークン',
        month: '1か月あたりのトークン',
      },
      cost: {
        hour: '1時間あたりのAPI換算コスト',
        day: '1日あたりのAPI換算コスト',
        week: '1週間あたりのAPI換算コスト',
        month: '1か月あたりのAPI換算コスト',
      },
    },
    splitBy: '内訳',
    splits: { source: 'エージェント', model: 'モデル', project: 'プロジェクト', class: '種類' },
    classes: { output: '出力', input: '新規の入力', write: 'キャッシュ書き込み', read: 'キャッシュ読み取り' },
    calendar: {
      title: '直近1年の日ごとの使用',
      label: (used, of, best, value) =>
        `${format.integer(of)}日のうち${format.integer(used)}日使用。最多は${best}：${value}。`,
      empty: '直近1年の使用はありません。',
      cell: (day, value) => `${day}：${value}`,
      months: '月',
    },
    week: createWeek(format),
    places: {
      title: 'コストの内訳',
      titleTokens: 'トークンの内訳',
      none: 'この期間には何もありません。',
      others: 'その他すべて',
      pair: (model, project) => `${project}での${model}`,
      showAll: (count) => `${format.integer(count)}件すべて表示`,
      showLess: '表示を減らす',
    },
  };
}
