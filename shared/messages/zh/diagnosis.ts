import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import type { Translation } from '../translation.ts';
import { sourceWords } from './source-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosis(format: Formats): Translation['diagnosis'] {
  return {
    noLogs: '未找到日志。',
    gaps: {
      partial: (gap) => `部分计入：${gap}。`,
      none: (gap) => `未计入：${gap}。`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels) => `未找到：${format.list(labels)}。`,
    files: (files, bytes, lines) =>
      `${format.integer(files)} 个文件，${format.bytes(bytes)}，${format.integer(lines)} 行。`,
    responses: (events, rows, merged) =>
      `${format.integer(rows)} 行中有 ${format.integer(events)} 次响应；合并了 ${format.integer(merged)} 行。`,
    replays: (events) => `${format.integer(events)} 条与其他响应重复，未重复计入。`,
    unfinished: (events) => `${format.integer(events)} 次响应在日志中没有结尾；实际输出可能更多。`,
    gone: (files) => `${format.integer(files)} 个文件已不存在；已从中读取的内容仍会计入。`,
    tally: (number, name) => `${name} ${format.integer(number)} 条`,
    tallies: (tallies) => tallies.join('；'),
    skipped: (tally) => `已跳过：${tally}。`,
    unlogged: (tally) => `智能体不记录用量的调用：${tally}。`,
    unpriced: (models) => `${models} 的价格未知。`,
    unreadable: (path, reason) => `无法读取：${path}（${reason}）。`,
  };
}
