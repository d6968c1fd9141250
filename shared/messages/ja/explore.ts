import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type ExploreWords = NonNullable<Translation['explore']>;

/** One session over time. */
function createTimeline(format: Formats): ExploreWords['timeline'] {
  return {
    title: 'タイムライン',
    missing: '台帳にこのセッションはありません。',
    facts: (responses, tokens) => `応答${format.integer(responses)}件、${tokens}`,
    tokens: '応答ごとのトークン',
    context: 'コンテキスト：応答ごとのプロンプト',
    cost: 'これまでのコスト',
    cpu: 'プロセッサ（1コアに対する%）',
    memory: 'メモリ',
    noProcesses: 'プロセスを監視していなかったため、使用は不明です。',
    subagents: (responses, percent) =>
      `サブエージェント：応答${format.integer(responses)}件、トークンの${format.percent(percent)}。`,
    noSubagents: 'サブエージェントなし。',
    otherSubagents: 'ログに名前のないもの',
    ownSession: '独立したセッション',
    startedBy: (session) => `セッション${session}から開始。`,
    peak: (tokens) => `最大のプロンプト：${tokens}。`,
    peakAtLeast: (tokens) => `最大のプロンプト：少なくとも${tokens}。`,
    main: 'エージェント本体',
    subagent: 'サブエージェント',
    read: 'キャッシュから読み取り',
    written: 'キャッシュへ書き込み',
    fresh: '新規の入力',
    output: '出力',
    coarse: 'このセッションの一部は、15分ごとの合計だけが残っています。',
  };
}

/** The table of everything, and its drill-downs. */
export function createExplore(format: Formats): ExploreWords {
  return {
    groupBy: 'グループ',
    thenBy: '次に',
    thenNothing: 'これ以上なし',
    inside: (name) => `${name}の内訳`,
    openAll: 'すべて開く',
    foldAll: 'すべて閉じる',
    groupings: { ...reportKeyNames, source: 'エージェント', repository: 'リポジトリ', week: '週' },
    withoutKey: withoutKeyNames,
    filter: '絞り込み',
    filterHint: '名前、エージェント、またはモデル',
    columnsLabel: '列',
    label: '使用量の表',
    columns: {
      source: 'エージェント',
      last: '最終使用',
      responses: '応答',
      total: 'トークン',
      cost: 'コスト',
      cached: 'キャッシュから',
      input: '入力',
      output: '出力',
      cacheWrite: 'キャッシュ書き込み',
      cacheRead: 'キャッシュ読み取り',
      models: 'モデル',
    },
    costTitle: 'API換算コスト：APIで使った場合の費用',
    noCostFor: (models) => `${models}のコストは不明です。`,
    rows: (count) => `${format.integer(count)}行`,
    shownOf: (shown, of) => `${format.integer(of)}行中${format.integer(shown)}行`,
    totals: (tokens, cost) => (cost === null ? tokens : `${tokens}、${cost}`),
    none: 'この期間の使用はありません',
    noneText: '期間を長くするか、次のセッションのあとでもう一度ご覧ください。',
    noMatch: '条件に一致するものはありません',
    showAll: '全期間を表示',
    crumbs: '階層',
    everything: 'すべて',
    sessionsOf: (name) => `${name}のセッション`,
    sessionAt: (project, at) => `${project}、${at}`,
    worktrees: 'ワークツリーは、パスから分かる場合、元のリポジトリに含めます。',
    open: (name) => `${name}を開く`,
    timeline: createTimeline(format),
  };
}
