import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return '秘密情報がありません。設定で入力してください。';
    case 'bad-address':
      return 'アドレスまたはテンプレートが正しくありません。';
    case 'insecure-address':
      return 'アドレスが暗号化されていません。https、または暗号化されたメール接続を使ってください。';
    case 'private-address':
      return 'アドレスがプライベートネットワークを指しており、この送信先では許可されていません。';
    case 'redirected':
      return 'サーバーが別のアドレスを示しましたが、転送には従いません。そのアドレスを入力してください。';
    case 'timed-out':
      return 'サーバーが時間内に応答しませんでした。';
    case 'unanswered':
      return 'サーバーの応答前に接続が切れました。アラートは届いた可能性があります。';
    case 'expired':
      return '1日の間、接続できませんでした。';
    case 'unreachable':
      return `接続できません（${failure.code}）。`;
    case 'refused':
      return `サーバーがアラートを拒否しました（${failure.status}）。`;
    case 'program':
      return `プログラムが失敗しました（${failure.code}）。`;
  }
}
