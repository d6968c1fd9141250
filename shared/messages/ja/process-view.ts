import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

type ProcessWords = NonNullable<Translation['processView']>;

const confidences = { certain: '', likely: '（おそらく）', possible: '（可能性あり）' };

/** What is known of processes that are about to be ended. */
function createFacts(format: Formats): ProcessWords['facts'] {
  const { ago, duration } = createUnits(format);
  return {
    member({ name, pid, parentPid, startedAtMs, rssBytes, ports }, nowMs) {
      const listens = ports === null || ports.length === 0 ? [] : [`ポート${ports.map(({ port }) => port).join('、')}`];
      return [
        `${cleanText(name)}、プロセス${pid}`,
        format.bytes(rssBytes),
        `経過${duration(Math.max(0, nowMs - startedAtMs))}`,
        `起動元はプロセス${parentPid}`,
        ...listens,
      ].join('、');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'セッションは不明です。';
      const last = lastEventAtMs === null ? '' : `、最後の応答は${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `セッション${cleanText(session.sessionId)}${confidences[session.confidence]}${last}。`;
    },
  };
}

/** The live tree of processes. */
export function createProcessView(format: Formats): ProcessWords {
  return {
    none: '動作中のエージェントはありません',
    noneText: 'エージェントが動き出すと、そこから起動したすべてとともにここに表示されます。',
    label: 'エージェントのプロセス',
    loading: 'プロセスを調べています…',
    name: 'プロセス',
    kind: '種類',
    kinds: {
      agent: 'エージェント',
      'mcp-server': 'MCPサーバー',
      'language-server': '言語サーバー',
      shell: 'シェル',
      other: 'プログラム',
    },
    cpu: 'プロセッサ',
    memory: 'メモリ',
    age: '経過時間',
    ports: 'ポート',
    paused: '一時停止中',
    startedBy: (label, pid) => `起動元：${label}（${pid}）`,
    detached: 'ターミナルは閉じられました',
    idle: 'アイドル、メモリは保持',
    hog: '使用量が最大',
    actions: '操作',
    pause: '一時停止',
    resume: '再開',
    end: '終了…',
    cancel: 'キャンセル',
    confirmTitle: (name) => `${name}を終了しますか？`,
    confirmText: (count) =>
      `${format.integer(count)}個のプロセスを、まず通常どおり、応じなければ強制的に終了します。保存していない作業は失われます。`,
    confirm: '終了',
    facts: createFacts(format),
    failed: (count) => `${format.integer(count)}個のプロセスを変更できませんでした。`,
    total: (agents, processes, memory) =>
      `エージェント${format.integer(agents)}、プロセス${format.integer(processes)}、${memory}`,
  };
}
