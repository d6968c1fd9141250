import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createJoiners } from '../join-parts.ts';

/** How many names a list shows before it only counts. */
const maxNames = 5;

/** Words that several surfaces share. */
export function createCommon(format: Formats): Translation['common'] {
  return {
    provenance: {
      official: { label: '公式', title: 'プロバイダーが報告した値です。' },
      measured: { label: '実測', title: 'このコンピューターのログを合計した値です。' },
      estimated: { label: '推定', title: 'ログからの推定です。プロバイダーはこの値を公開していません。' },
      stale: { label: '古い値', title: 'しばらく前にプロバイダーが報告した値です。変わっている可能性があります。' },
      unknown: { label: '不明', title: '不明です。' },
    },
    unknown: '不明',
    noProject: 'プロジェクトなし',
    noProjectReason: 'どのフォルダーで実行されたか、ログに記録がありません。',
    apiEquivalentCost: 'API換算コスト',
    noCostKnown: 'コストは不明です',
    tryAgain: '再試行',
    noAnswer: 'Fuelgaugeが応答していません。',
    unknownAgent: (name) =>
      `「${name}」というエージェントはありません。リンクを確認してください。新しいバージョンのリンクなら、Fuelgaugeを更新してください。`,
    tokens: (count) => `${format.integer(count)}トークン`,
    tokensInResponses: (tokens, responses) => `${format.integer(responses)}件の応答で${format.integer(tokens)}トークン`,
    ...createJoiners({ ends: '。.!?', stop: '。', betweenSentences: '', comma: '、' }),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `ほか${format.integer(more)}件`]);
    },
    severity: { warning: '警告', error: 'エラー', critical: '重大' },
    spoken: (word) => `${word}：`,
    subagents: (count) => `サブエージェント${format.integer(count)}件`,
    unnamedSubagents: 'ログに名前のないサブエージェント',
    on: 'オン',
    off: 'オフ',
    evenUseMark: (percent) =>
      `目印は経過した時間（${format.percent(percent)}）です。均等に使うと、バーはここに届きます。`,
  };
}
