import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

type CompareWords = NonNullable<Translation['compare']>;

/** What the same usage would cost otherwise. */
function createWhatIf(format: Formats): CompareWords['whatIf'] {
  return {
    estimated: '定価による推定です。トークンの数え方はモデルごとに違うため、別のモデルのコストは目安です。',
    asModel: '比較に加えるモデル',
    asModelHint: 'モデルの正確な名前',
    models: 'すべてを1つのモデルで使った場合',
    model: 'モデル',
    used: '使用',
    actual: '実際どおり（定価）',
    cache: 'キャッシュの使い方が違った場合',
    withoutCache: 'キャッシュなし',
    all5m: '書き込みをすべて5分に',
    all1h: '書き込みをすべて1時間に',
    partly: (percent) => `価格が分かるのはトークンの${format.percent(percent)}だけです。`,
    plans: 'プラン',
    plansNote: (days) =>
      `この${format.integer(days)}日間のペースで30日間使った場合の定価と、各プランの料金を並べています。`,
    plan: 'プラン',
    price: '月額',
    worth: '同じ使用をAPIで',
    breakEven: '損益分岐',
    factor: (factor) => `${factor}倍`,
    yours: { provider: '契約中（プロバイダーによる）', setting: '契約中（設定による）' },
    unknownPlan: '契約中のプランは不明です。プロバイダーの報告も設定もありません。',
    noPlans: 'これらのエージェントのプランは不明です。',
    bringsIn: (percent, isPartial) => `料金の${format.percent(percent, isPartial)}に相当する使用`,
  };
}

/** The use of the cache. */
const coach: CompareWords['coach'] = {
  estimated: '推定：再構築とは、キャッシュの寿命より長い中断のあとの大きな書き込みです。',
  none: 'この期間にキャッシュは使われていません。',
  model: 'モデル',
  write5m: '書き込み（5分）',
  write1h: '書き込み（1時間）',
  read: '読み取り',
  saved: '節約',
  rebuilds: '再構築',
  lost: '損失',
  label: 'キャッシュの利用',
  cut: (since) => `期間のうち直近90日間（${since}以降）だけを調べています。`,
  advice: {
    longer: (model, money) =>
      `${model}：1時間のキャッシュなら、短い中断のあとで、書き込みの割高分を差し引いても約${money}節約できました。`,
    shorter: (model, money) => `${model}：5分の書き込みなら約${money}安くなりました（再構築は含みません）。`,
    fine: '変更は不要です。ほかの寿命にしても、明らかに安くはなりません。',
  },
};

/** Two ranges, what if, and the use of the cache. */
export function createCompare(format: Formats): CompareWords {
  return {
    tabs: { ranges: '2つの期間', whatIf: 'もしも', cache: 'キャッシュ診断', accounts: '照合' },
    tabsLabel: '比較の内容',
    by: '項目',
    left: '1つ目の期間',
    right: '2つ目の期間',
    noRangeBefore: '全期間より前の期間はないため、直近30日間を比較します。',
    from: '開始',
    to: '終了',
    name: '名前',
    change: '変化',
    tokens: 'トークン',
    cost: 'API換算コスト',
    total: '合計',
    isNew: '新規',
    isGone: 'なくなった',
    title: (left, right) => `${left}と${right}の比較`,
    none: 'どちらの期間にも使用はありません。',
    label: '比較表',
    whatIf: createWhatIf(format),
    coach,
  };
}
