import type { Translation } from '../translation.ts';

/** The dashboard in a browser. */
export const web: Translation['web'] = {
  now: '現在',
  more: 'その他',
  offline: (age) => `サーバーが応答しません。${age}前の内容を表示しています。`,
  offlineEmpty: 'サーバーが応答せず、以前の内容もありません。',
  connecting: '接続中…',
  refused: 'このサーバーにはトークンが必要です',
  refusedText:
    '「fuelgauge token pair」またはアプリの設定に表示されるQRコードを読み取るか、ここにトークンを入力してください。トークンはこのブラウザー内に保存されます。',
  token: 'アクセストークン',
  wrongToken: 'サーバーがこのトークンを受け付けません。',
  usedCode: 'このコードは使用済みか、期限切れです。新しいコードを発行してください。',
  readOnly: 'このブラウザーは閲覧のみで、変更できません。変更にはスコープ「admin」のトークンが必要です。',
  push: {
    title: 'このブラウザー',
    label: 'このデバイスでアラートを受け取る',
    hint: 'ページを閉じていても届きます。ブラウザーのプッシュサービスを経由しますが、内容は読まれません。',
    states: {
      unsupported:
        'このブラウザーではアラートを受け取れません。信頼された証明書によるHTTPSが必要です。iPhoneでは、先にページをホーム画面に追加してください。',
      unpaired:
        'あとでアラートをオフにできるよう、先にQRコードまたはトークンでこのブラウザーをペアリングしてください。',
      denied: 'ブラウザーがこのページの通知を許可していません。ブラウザーのサイト設定で変更できます。',
      unavailable: 'ブラウザーのプッシュサービスに接続できません。',
      failed: 'うまくいきませんでした。しばらくしてからもう一度お試しください。',
    },
  },
  description: 'AIコーディングエージェントの上限の残りと、使用のペース。',
};
