import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats): NonNullable<Translation['settings']>['changes'] {
  return {
    search: '設定を検索',
    found: (count) =>
      count === 0
        ? '一致する設定はありません。語を減らすか、変えてみてください。'
        : `${format.integer(count)}件の設定が見つかりました`,
    clear: '検索をクリア',
    changed: (name) => `「${name}」を変更しました。`,
    wasReset: (section) => `「${section}」を既定値に戻しました。`,
    imported: '設定を読み込みました。',
    undo: '元に戻す',
    undoOf: (name) => `元に戻す：${name}`,
    undone: (name) => `元に戻しました：${name}`,
    dismiss: '閉じる',
    notUndone: (reason) => `元に戻せませんでした。${reason}`,
    reset: 'リセット',
    resetOf: (section) => `「${section}」をリセット`,
    otherNames: {
      activity: 'AIのサイトとアプリ',
      desktop: 'トレイの文字とキー',
      calendar: '日、週、時刻',
      askAgents: '上限を問い合わせるエージェント',
      popover: 'ポップオーバーの並び',
      server: 'サーバー',
      otlpExport: 'OpenTelemetryで送信するメトリクス',
      proxy: '使用量を問い合わせるプロキシ',
      errorReports: 'クラッシュの報告',
    },
    file: {
      title: 'バックアップと診断',
      export: '設定を書き出す',
      exportHint:
        '既定値と異なる設定のファイルです。秘密情報、ヘッダー、Webhook、ntfyのトピック、プログラムは含みません。',
      exportNow: '書き出す…',
      import: '設定を読み込む',
      importHint: '適用する前に、変更内容を表示します。',
      importNow: 'ファイルを選択…',
      notSettings: (file) => `「${file}」は、Fuelgaugeが書き出した設定ファイルではありません。`,
      newer: (file) => `「${file}」は、新しいバージョンのFuelgaugeのファイルです。`,
      noChange: (file) => `「${file}」で変わる設定はありません。`,
      wouldChange: (file) => `「${file}」で変わる設定：`,
      becomes: (name, before, after) => `${name}：${before} → ${after}`,
      unknown: (names) => `このバージョンにない設定：${format.list(names)}。`,
      describeComplaint(complaint, name) {
        const where = complaint.place === null ? name : `${name}（${complaint.place}）`;
        return `${describeStoredValue(where, complaint)}。変更しません。`;
      },
      apply: 'この設定を使う',
      cancel: 'キャンセル',
      diagnosis: 'バグ報告用の診断',
      diagnosisHint:
        '読み取った内容です。プロジェクト、人、アカウントの名前は含みません。コピー前にすべて確認できます。',
      show: '表示',
      copy: 'コピー',
      copied: 'コピーしました。',
      notCopied: 'システムがコピーを許可しませんでした。テキストを選択してコピーしてください。',
    },
  };
}
