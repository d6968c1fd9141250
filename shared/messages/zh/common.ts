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
      official: { label: '官方', title: '由提供商报告。' },
      measured: { label: '实测', title: '由本机日志累加得出。' },
      estimated: { label: '估算', title: '根据日志估算；提供商不公布此数值。' },
      stale: { label: '过时', title: '提供商在一段时间前报告；之后可能已变化。' },
      unknown: { label: '未知', title: '未知。' },
    },
    unknown: '未知',
    noProject: '无项目',
    noProjectReason: '日志没有记录它在哪个文件夹中运行。',
    apiEquivalentCost: '按 API 折算的费用',
    noCostKnown: '费用未知',
    tryAgain: '重试',
    noAnswer: 'Fuelgauge 没有响应。',
    unknownAgent: (name) => `没有名为“${name}”的智能体。请检查链接；如果链接来自更新的版本，请更新 Fuelgauge。`,
    tokens: (count) => `${format.integer(count)} 个 token`,
    tokensInResponses: (tokens, responses) => `${format.integer(responses)} 次响应，${format.integer(tokens)} 个 token`,
    ...createJoiners({ ends: '。.!?', stop: '。', betweenSentences: '', comma: '，' }),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `另外 ${format.integer(more)} 个`]);
    },
    severity: { warning: '警告', error: '错误', critical: '严重' },
    spoken: (word) => `${word}：`,
    subagents: (count) => `${format.integer(count)} 个子智能体`,
    unnamedSubagents: '日志中未命名的子智能体',
    on: '开',
    off: '关',
    evenUseMark: (percent) => `标记表示已过去的时间（${format.percent(percent)}）：均匀使用时，条形会到达此处。`,
  };
}
