import { usDollar } from '../../domain/money.ts';
import type { ExtensionMessages } from '../en/extension.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const failures = {
  unreachable: 'Fuelgaugeに接続できません。',
  'needs-token': 'Fuelgaugeがトークンを求めています。オプションで入力してください。',
  'wrong-token': 'このトークンはFuelgaugeで受け付けられません。スコープ「ingest」が必要です。',
  off: 'Fuelgaugeは受信していません。Fuelgaugeの設定で「ブラウザー拡張機能から受信」をオンにしてください。',
  busy: 'Fuelgaugeが混み合っています。',
  'too-large': '一度に送れる記録の数を超えています。Fuelgaugeの設定で上限を確認してください。',
  refused: 'Fuelgaugeが記録を受け付けませんでした。',
};

/** The browser extension: its popup, its options and what a store says of it. */
export function createExtension(format: Formats): ExtensionMessages {
  const { ago, duration } = createUnits(format);
  /** An estimate; of the smallest amounts only the bound is known anyway. */
  const cost = (costMicroUsd: number | null): string => {
    if (costMicroUsd === null) return '–';
    const amount = format.money(costMicroUsd, usDollar);
    return amount.startsWith('<') ? amount : `~${amount}`;
  };
  return {
    name: 'Fuelgauge',
    description:
      'AIサイトの利用時間とAI APIへのリクエスト数を、このコンピューターのFuelgaugeのために数えます。ほかには何も送信しません。',
    today: '今日のAIサイト',
    duration,
    cost,
    sum: (activeMs, costMicroUsd) => `${duration(activeMs)}、${cost(costMicroUsd)}`,
    visits: (count) => `${format.integer(count)}回`,
    nothing: '今日は、対象のサイトが前面に表示されていません。',
    requests: (count) => `AI APIへのリクエスト：${format.integer(count)}件`,
    guess: 'コストは、利用時間に1時間あたりの単価を掛けた推定です。',
    sending(sending, waiting, nowMs) {
      const waits = waiting === 0 ? '' : `${format.integer(waiting)}件の記録が送信待ちです。`;
      if (sending.failure !== null) return failures[sending.failure] + waits;
      const sent =
        sending.sentAtMs === null ? 'まだ何も送信していません。' : `${ago(nowMs - sending.sentAtMs)}に送信しました。`;
      return sent + waits;
    },
    options: 'オプション',
    privacy:
      '記録するのは、対象のAIサイトが前面にあった時間と回数、および10のAI APIへのリクエスト数です。ページの内容は読み取らず、完全なアドレスも保存しません。記録はこのコンピューターのFuelgaugeだけに送られます。',
    address: 'このコンピューター上のFuelgaugeのアドレス',
    badAddress: 'http://127.0.0.1:8377のような、このコンピューターのアドレスを入力してください。',
    token: 'トークン',
    tokenHint: '「fuelgauge token create browser --scope ingest」を実行し、表示されたものを貼り付けてください。',
    save: '保存',
    ownSites: (domains) => `追加したサイトは、このブラウザーではまだ数えられていません：${domains.join('、')}。`,
    allow: 'これらのサイトを許可',
  };
}
