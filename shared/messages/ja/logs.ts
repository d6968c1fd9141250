import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogs(format: Formats): Translation['logs'] {
  return {
    scan: {
      starting: '起動中',
      searching: 'ログを検索中',
      scanning: (percent) => `ログを読み込み中 ${format.percent(percent)}`,
      live: '最新',
      following: '最新（別のFuelgaugeが読み込み）',
      paused: '一時停止中',
      failed: '読み込み停止',
      title: 'ログを読み込んでいます',
      progress: 'ログを読み込み中',
      filesAndBytes: (filesDone, filesTotal, bytesDone, bytesTotal) =>
        `${format.integer(filesTotal)}ファイル中${format.integer(filesDone)}、` +
        `${format.bytes(bytesTotal)}中${format.bytes(bytesDone)}`,
      note: '読み込み中は値が増えていきます。データはこのコンピューターの外に出ません。',
    },
    sources: {
      title: 'Fuelgaugeがログを探す場所',
      missing: '存在しません',
      unreadable: '読み取れません。アクセス権を確認してください',
      asleep: 'そのシステムの動作時に再び読みます',
      empty: 'ログがありません',
      files: (files, bytes) => `${format.integer(files)}ファイル、${format.bytes(bytes)}`,
      noFolder: 'このシステムでは利用できません',
      absent: (labels) => `見つからないもの：${format.list(labels)}`,
    },
    none: {
      title: '使用がまだ見つかりません',
      text: 'これらのエージェントを使うと、値が自動的にここに表示されます。ログが別の場所にある場合は、そのフォルダーを追加してください。',
      addFolder: 'フォルダーを追加…',
      rescan: '再スキャン',
    },
  };
}
