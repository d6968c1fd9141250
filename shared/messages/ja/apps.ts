import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { browserNames } from '../en/activity-words.ts';
import { activityCategoryNames } from './activity-words.ts';
import { createUnits } from './units.ts';

const parts = {
  sites: { title: 'AIサイト', switch: 'ブラウザー履歴のAIサイト' },
  apps: { title: 'AIアプリ', switch: 'AIアプリの利用時間' },
  commands: { title: 'シェルのAIツール', switch: 'シェルのAIツール' },
  apis: { title: 'AI APIへのリクエスト', switch: 'ブラウザー拡張機能から受信' },
};
const failures = {
  'not-allowed': 'システムがFuelgaugeによる読み取りを許可していません',
  'too-large': '大きすぎてコピーできません',
  unreadable: '今回は読み取れませんでした',
};

/** The view of AI sites, apps and tools. */
export function createApps(format: Formats): Translation['apps'] {
  const { duration } = createUnits(format);
  return {
    parts,
    label: '名前',
    active: '利用時間',
    counts: { sites: '訪問', apps: '利用回数', commands: '呼び出し', apis: 'リクエスト' },
    cost: 'コスト（推定）',
    settings: '設定',
    off: (name) => `記録していません。設定で「${parts[name].switch}」をオンにしてください。`,
    none: {
      sites: 'この期間に、一覧にあるサイトの利用はありません。',
      apps: 'この期間に、一覧にあるアプリの利用はありません。',
      commands: 'この期間に、既知のツールの呼び出しはありません。',
      apis: 'この期間にリクエストはありません。',
    },
    category: (category) => activityCategoryNames[category],
    time: (activeMs, isEstimated) => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    estimatedTime: 'ブラウザー履歴の訪問からの推定',
    measuredTime: '実測',
    costKind: '推定：利用時間×1時間あたりの単価、またはトークン数×定価',
    note: (day) =>
      `~は推定値です。コストは、利用時間に自分で設定した1時間あたりの単価をかけたものです。${day === null ? '' : `設定していないものには${format.day(day)}時点の既定の単価を使います。`}`,
    undated: (count) =>
      `${format.integer(count)}件の呼び出しはタイムスタンプのないシェル履歴によるもので、日付は不明です。`,
    focusUnknown: 'このデスクトップでは、どのウィンドウが前面か分かりません。',
    failure: (name, failure) => `${browserNames[name] ?? name}の履歴は除外しました：${failures[failure]}。`,
  };
}
