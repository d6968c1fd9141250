import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRun(format: Formats): Translation['firstRun'] {
  return {
    title: '見つかったもの',
    intro: 'エージェントがこのコンピューターに保存したログを読みます。どこにも送信しません。',
    found: (files, requests) => `${format.integer(files)}ファイル、リクエスト${format.integer(requests)}件`,
    scanning: '読み込み中です。',
    nothing: 'エージェントのログはまだありません。書き込まれるとすぐに表示されます。',
    others: (total) => `ほかの${format.integer(total)}種のエージェントは、このコンピューターにログを残していません。`,
    plan: 'どのサブスクリプションをお使いですか？',
    planHint: '5時間ブロックの推定にだけ使います。あとで設定からも選べます。',
    noPlan: 'なし、または一覧にない',
    statusline: (agent) => `${agent}のプロンプトの下に残量を表示`,
    statuslineShow: '変更内容を表示…',
    statuslineChange: (file) => `${file}を次のように変更します：`,
    statuslineApply: 'ファイルを変更',
    statuslineDone: '次のプロンプトから表示されます。',
    imports: (tool) => `${tool}の履歴をインポート`,
    importLook: 'プレビュー…',
    importHolds: (requests, firstDay, lastDay) =>
      `${firstDay}から${lastDay}までのリクエスト${format.integer(requests)}件。集計済みのものは二重に数えません。`,
    importEmpty: '集計済みのもの以外は含まれていません。',
    importNow: 'インポート',
    importDone: 'インポートしました。',
    importFailed: 'ファイルの形式が不明です。何もインポートしていません。',
    icon: {
      darwin:
        'アイコンはメニューバーにあります。バーがいっぱいのとき、macOSはアイコンを隠します。Fuelgaugeをもう一度起動すると表示できます。',
      win32:
        'Windowsでは、新しいアイコンはタスクバーの「^」に隠れます。常に見えるように、時計の横へドラッグしてください。',
      linux: 'アイコンはパネルにあります。GNOMEではAppIndicator拡張機能が必要です。',
    },
    done: '閉じる',
    details: '詳細',
  };
}
