import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': '読み取り権限がありません',
  'link-loop': 'リンクが循環しています',
  'parent-not-a-folder': 'パスの途中がフォルダーではありません',
  'is-a-folder': 'ファイルではなくフォルダーです',
  'other-file-system': 'リンク先が別のディスクです。そのフォルダーを設定で追加してください',
  'special-file-system': '通常のフォルダーではなく、システムが内容を生成しています',
  'damaged-database': '破損しているか、データベースではありません',
  'incomplete-json': 'JSONが不完全です',
  'too-large': '大きすぎて読み取れません',
  'not-a-file': '通常のファイルではありません',
  'too-deep': '階層が深すぎます',
  locked: '別のプログラムがロックしています',
  'too-many-open-files': '開いているファイルが多すぎます',
  'disk-error': 'ディスクから読み取れませんでした',
  'path-too-long': 'パスが長すぎます',
  'damaged-compression': '圧縮データが破損しています',
  'unknown-source': '既知のエージェントのものではありません',
  unknown: '原因は不明です',
};

/** Why a record was skipped. */
export const skipReasons = {
  'not-json': 'JSONではない',
  'not-a-record': 'レコードではない',
  'no-timestamp': '日時なし',
  'no-model': 'モデルなし',
  'bad-usage': 'あり得ない数値',
  'empty-usage': '使用量なし',
  'bad-limit': 'あり得ない値の上限',
  'not-joined': 'ログと結び付かないテレメトリ（「fuelgauge reconcile」で比較できます）',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `システムが${failure.replace('error:', '')}を報告しました`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `${failure.program}を実行できませんでした`;
    case 'unreadable-output':
      return `${failure.program}の出力を解釈できませんでした`;
    case 'failed':
      return `${failure.program}が終了コード${failure.exitCode}で失敗しました`;
    case 'timed-out':
      return `${failure.program}が${Math.round(failure.timeoutMs / 1_000)}秒以内に終わりませんでした`;
    case 'other':
      return failure.detail;
  }
}
