import type { DifferenceClass } from '../../domain/reconciliation.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const meanings: Readonly<Record<DifferenceClass, string>> = {
  duplicate: '複数回受信しましたが、1回だけ数えています',
  'not-in-log': 'どのログにもないため、受信した値で数えています',
  'other-root':
    'ここで読み取るログにこのセッションがありません。ログは別のフォルダーか別のマシンにあるか、存在しません。受信した値で数えています',
  understated: 'ログに記録されたトークンがこれらの応答では少ないため、大きいほうの値で数えています',
  'only-in-log': 'ログの値が、対応付けられた分より多くなっています',
  'not-joined': 'ログの項目に対応付けられないため、数えていません',
};

/** The accounts of logs, telemetry and proxies beside each other. */
export function createReconcile(format: Formats): Translation['reconcile'] {
  return {
    classes: {
      duplicate: '重複',
      'not-in-log': 'ログになし',
      'other-root': '別の場所のログ',
      understated: 'ログで過少',
      'only-in-log': 'ログのみ',
      'not-joined': '対応なし',
    },
    meaning: (name, kind) => `${name}：${meanings[kind]}。`,
    label: '日別・モデル別の照合',
    day: '日',
    model: 'モデル',
    received: '受信',
    logged: 'ログ',
    difference: '差',
    same: 'なし',
    part: (name, responses, tokens) => `${name} ${tokens}（応答${format.integer(responses)}件）`,
    price: (amount) => `価格 ${amount}`,
    summary: (explained, open) => `差のあるトークン：説明できる差は${explained}、できない差は${open}。`,
    note: 'トークンは実測です。価格は、プロキシが定価を超えて請求した分の推定です。',
    cut: (rows) => `最新の${format.integer(rows)}行だけを表示しています。すべての行はエクスポートに含まれます。`,
    none: 'この期間に照合するものはありません',
    noneText:
      'ログを、テレメトリおよびプロキシと照合します。テレメトリを有効にする方法は「fuelgauge otel install」で表示されます。プロキシは設定で入力します。プロバイダーのエクスポートは「fuelgauge reconcile --csv」で照合できます。',
    settings: '設定',
  };
}
