import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** What runs right now: sessions and processes. */
export function createActivity(format: Formats): Translation['activity'] {
  const { duration } = createUnits(format);
  return {
    sessions: createSessions(format),
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `CPU ${format.precisePercent(cpuRatio * 100)}、`;
      return `Fuelgauge自身：${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `直近${duration(sinceMs)}の計測値` +
      (writtenBytes === null ? '' : `。起動後のディスク書き込みは${format.bytes(writtenBytes)}`) +
      (wakeUps === null ? '' : `。ウェイクアップは毎秒${format.integer(wakeUps)}回`),
  };
}

type ActivityWords = NonNullable<Translation['activity']>;

function createSessions(format: Formats): ActivityWords['sessions'] {
  const { ago, duration } = createUnits(format);
  return {
    states: { working: '作業中', waiting: '待機中', idle: 'アイドル', paused: '一時停止中' },
    quiet: { waiting: (ms) => `${duration(ms)}待機`, idle: (ms) => `アイドル${duration(ms)}` },
    use: (cpuRatio, rssBytes) =>
      `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
    context: (tokens) => `ctx ${tokens}`,
    contextTitle: '最新プロンプトのトークン数（サブエージェントを除く）：コンテキストの埋まり具合',
    rate: (tokens) => `直近15分で毎分${tokens}`,
    useTitle: 'プロセスのCPU（1コアに対する割合）とメモリ',
    totalUse: (cpuRatio, rssBytes) =>
      `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · 1コアの${format.percent(cpuRatio * 100)}`}`,
    count: (count) => `${format.integer(count)}セッション`,
    withoutSession: 'セッション不明',
    menu: (name) => `${name}の操作`,
    showFolder: 'フォルダーを表示',
    showTerminal: 'ターミナルを表示',
    terminal: describeOpenedTerminal,
    details: '詳細',
    pause: '一時停止',
    resume: '再開',
    end: '終了…',
    endTitle: (count) =>
      count === 1 ? 'このプロセスを終了しますか？' : `${format.integer(count)}個のプロセスを終了しますか？`,
    looking: '起動したプロセスを確認中…',
    hasEnded: 'すでに終了しています。',
    endHint: 'まず通常の終了を求め、応じなければ強制終了します。保存していない内容は失われます。',
    endFact: (label, pid, processes, rssBytes) =>
      `${label}、プロセス${pid}${processes > 1 ? `とその子プロセス${format.integer(processes - 1)}個` : ''}、${format.bytes(rssBytes)}`,
    paused: (name) => `${name}を一時停止しました。`,
    resumed: (name) => `${name}を再開しました。`,
    noFolder: 'フォルダーは不明です。',
    more: (count) => `ほか${format.integer(count)}件は「分析」に表示`,
    showAll: (count) => `${format.integer(count)}件すべて表示`,
    meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    joined: {
      certain: 'プロセスは確実に特定されています。',
      likely: 'プロセスはフォルダーから特定しました。おそらく正しい対応です。',
      possible: '候補のプロセスが複数あります。最も可能性の高いものです。',
    },
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): ActivityWords['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: '残されたプロセス',
    end: '終了…',
    endOf: (name) => `${name}と、そこから起動したすべてを終了`,
    question: (count) =>
      count === 1 ? 'このプロセスを終了しますか？' : `${format.integer(count)}個のプロセスを終了しますか？`,
    confirm: (count) => `${format.integer(count)}個のプロセスを終了`,
    keep: '残す',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone = agent === null || goneMs === null ? '起動元はもうありません' : `${agent}は${ago(goneMs)}に終了`;
      return `${gone} · 経過${duration(ageMs)}${cpuRatio === null ? '' : ` · CPU ${format.percent(cpuRatio * 100)}`}`;
    },
    notEnded: (count) =>
      `${format.integer(count)}個のプロセスを終了できませんでした。システムが許可していないか、もうエージェントのものではありません。`,
  };
}
