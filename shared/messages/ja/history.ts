import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type HistoryWords = NonNullable<Translation['history']>;

const measures = { tokens: 'トークン', cost: 'API換算コスト' };
const perSpan = { day: '1日', week: '1週間', month: '1か月' };

/** The chart, as it is seen and read aloud. */
function createChart(format: Formats): HistoryWords['chart'] {
  return {
    title: (measure, by) => `${perSpan[by]}あたりの${measures[measure]}`,
    emptyBar: { tokens: '使用なし', cost: 'コストの分かる使用なし' },
    legend: 'グラフの凡例',
    tokens: (tokens) => `${format.compact(tokens)}トークン`,
    others: (count) => `ほか${format.integer(count)}件`,
    weekOf: (day) => `${day}の週`,
    bar: (title, total, parts) => `${title}：${total}${parts.length > 1 ? `（${parts.join('、')}）` : ''}`,
    part: (label, value) => `${label} ${value}`,
    summary: {
      nothing: { tokens: 'この期間の使用はありません。', cost: 'この期間にコストの分かるものはありません。' },
      peak: (title, value) => `最多は${title}の${value}`,
      lead: (label, percent) => `${label} ${format.percent(percent)}`,
      join: (parts) => `${parts.join('、')}。`,
      hidden: '期間が長すぎるため、この刻みでは最初の部分を表示できません。',
    },
  };
}

/** The table with all rows. */
function createTable(format: Formats): HistoryWords['table'] {
  return {
    title: 'すべての行',
    label: '使用量の表',
    pages: '表のページ',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'ソース',
      last: '最終使用',
      total: '合計',
      cost: 'コスト',
      input: '入力',
      output: '出力',
      cacheWrite: 'キャッシュ書き込み',
      cacheRead: 'キャッシュ読み取り',
    },
    costTitle: 'API換算コスト：APIで使った場合の費用',
    noCostFor: (models) => `${models}のコストは不明です。`,
    page: (page, of) => `${format.integer(of)}ページ中${format.integer(page)}ページ目`,
  };
}

/** The history: choices, chart and table. */
export function createHistory(format: Formats): HistoryWords {
  return {
    title: '履歴',
    groupBy: 'グループ',
    groupings: { ...reportKeyNames, week: '週' },
    splitBy: '内訳',
    splits: reportKeyNames,
    show: '表示',
    measures: { tokens: 'トークン', cost: 'コスト' },
    range: '期間',
    ranges: { '7': '直近7日間', '30': '直近30日間', '90': '直近90日間', '365': '直近1年', all: '全期間' },
    loading: '履歴を読み込み中',
    loadingText: '集計中…',
    empty: {
      title: 'この期間の使用はありません',
      allTime: 'エージェントが最初のログを書くと、ここに使用が表示されます。',
      shorter: '期間を長くするか、次のセッションのあとでもう一度ご覧ください。',
      showAll: '全期間を表示',
    },
    figures: {
      tokens: 'トークン',
      cost: 'API換算コスト',
      costTitle: 'APIで使った場合の費用です。サブスクリプションでは請求されません。',
      notABill: '請求額ではありません',
      responses: '応答',
      cached: 'キャッシュから読み取り',
    },
    noCostFor: (models) => `${models}のコストは不明で、合計に含まれません。`,
    unfinished: (responses) =>
      `${format.integer(responses)}件の応答の終わりがログにありません。出力は実際にはもっと多い可能性があります。`,
    chart: createChart(format),
    table: createTable(format),
  };
}
