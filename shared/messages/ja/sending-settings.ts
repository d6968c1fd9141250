import type { Translation } from '../translation.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export const sendingSettings: NonNullable<Translation['settings']>['sending'] = {
  title: 'メトリクス、プロキシ、クラッシュ',
  export: 'OpenTelemetryでメトリクスを送信',
  exportHint:
    'サーバーの動作中に、下のコレクターまたはOTEL_EXPORTER_OTLP_*のコレクターへ送ります。数値、モデル、エージェントです。',
  endpoint: 'コレクター',
  endpointHint: 'https://collector.example:4318など。空欄では環境変数に従います。',
  protocol: 'プロトコル',
  asEnvironment: '環境変数に従う',
  proxy: 'LiteLLMプロキシ',
  proxyHint:
    'サーバーの動作中に、数分ごとに使用量を問い合わせます。問い合わせのキーは「fuelgauge proxy key」で保存します。空欄では問い合わせません。',
  badAddress: 'https://またはhttp://で始まるアドレスを入力してください。',
  crashes: 'クラッシュの報告を送信',
  crashesHint: '自分で用意したSentry互換のアドレス（DSN）へ送ります。空欄では、報告はデータフォルダーに残ります。',
  badDsn: 'https://key@errors.example/1のようなDSNを入力してください。TLSなしで接続できるのはこのマシンだけです。',
  preview: '送信内容を表示',
  sentTo: (address) => `${address}へ送信します。`,
  sentNowhere: '何も送信しません。アドレスがあれば、これを送信します。',
  isExample: 'クラッシュはまだないため、これは架空の例です。',
};
