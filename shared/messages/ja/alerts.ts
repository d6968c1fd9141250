import type { AlertKind } from '../../domain/alert-intent.ts';
import type { DeliveryState } from '../../domain/alert-record.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'しきい値を超過',
  'runs-out': 'リセット前に使い切る見込み',
  depleted: '使い切り',
  restored: '再び利用可能',
  spend: '予算',
  burn: '普段を大きく上回る消費速度',
  anomaly: '普段を大きく上回るセッションまたは1日',
  allowance: 'プランまたは使える量の変化',
  'busy-agent': 'エージェントの負荷が高い',
  session: 'セッションの待機、完了、失敗',
  guard: 'セッションごとの上限',
  orphan: '残されたプロセス',
  'silent-source': 'エージェントの記録が途絶',
  'expiring-logs': 'まもなく削除されるログ',
  incident: 'プロバイダーの障害',
  digest: 'まとめ',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: '送信済み',
  failed: '未配信',
  unknown: '配信された可能性あり',
  waiting: '送信中',
  dropped: '送信先がオフのため未送信',
};

/** Alerts as a list, channels, and trying out rules. */
export function createAlerts(format: Formats): Translation['alerts'] {
  return {
    kinds,
    channelKinds: { 'web-push': 'ペアリングしたブラウザー', email: 'メール', command: 'コマンド' },
    states: { passed: '発生', held: '保留中', merged: '別のものと統合', outdated: '表示前に解消' },
    deliveries,
    places: {
      keychain: 'システムのキーチェーン内',
      'plain-keychain': 'キーチェーンで保護されていないファイル内',
      file: '本人だけが読めるファイル内',
      environment: '環境変数内',
    },
    secretFailures: {
      'not-written': '秘密情報を書き込めませんでした。データフォルダーを確認してください。',
      'set-by-environment': 'この秘密情報は環境変数で設定されており、そちらが優先されます。',
      'read-only': 'ここからは秘密情報を変更できません。',
    },
    test: { title: 'Fuelgauge：テスト', body: 'アラートはここに届きます。' },
    none: 'アラートはまだありません。',
    delivery: (channel, state) => `${channel}：${deliveries[state]}`,
    tested: (channel) => `「${channel}」にテストを配信しました。`,
    notTested: (channel, reason) => `「${channel}」にテストを配信できませんでした。${reason}`,
    noChannel: (channel) => `設定に「${channel}」という送信先はありません。`,
    wouldHave: (count, days) =>
      count === 0
        ? `直近${format.integer(days)}日間に出たはずのアラートはありません。`
        : `直近${format.integer(days)}日間に出たはずのアラートは${format.integer(count)}件です：`,
    firedTimes: (kind, count) => `${kinds[kind]}：${format.integer(count)}回`,
    untried: (names) =>
      `判断の材料が保存されていないため試していません：${format.list(names.map((kind) => kinds[kind]))}。「リセット前に使い切る見込み」はペースで判断します（過去の予測は保存されていません）。`,
  };
}
