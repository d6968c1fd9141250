import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name}の値${received}は、2026-05-01のような日付ではありません`,
  'day-order': () => '最後の日が最初の日より前です',
  'time-zone': (name, received) => `${name}の値${received}は、このシステムの知らないタイムゾーンです`,
  'currency-code': (name, received) => `${name}の値${received}は、EURのような通貨コードではありません`,
  'dollar-rate': (name) => `${name}では、USDのレートは1でなければなりません`,
  'same-id': (name) => `${name}に同じIDが2つあります`,
};

/** Why a call was not answered, for the person who made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `「${failure.name}」という呼び出しはありません。`;
    case 'invalid-argument':
      return `「${failure.name}」の引数が正しくありません：${describeValue(failure.value)}。`;
    case 'unknown-source':
      return `「${failure.source}」というソースはありません。使えるもの：${failure.known.join('、')}。`;
    case 'failed':
      return failure.detail === null
        ? `「${failure.name}」は失敗しました。`
        : `「${failure.name}」は失敗しました：${failure.detail.replace(/\.$/, '')}。`;
    case 'foreign-page':
      return 'このページはFuelgaugeを利用できません。';
    case 'engine-stopped':
      return 'Fuelgaugeは現在ログを読んでいません。変わらない場合は再起動してください。';
    case 'ledger-not-written':
      return '台帳に書き込めません。ディスクの空きと書き込み権限を確認してください。';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? '値';
  if (rule !== null) return rules[rule](name, received);
  if (place !== null && expected === 'never') return `${place}はここでは使えません`;
  if (place !== null && received === 'undefined') return `${place}がありません`;
  return `${name}の値が${received}${expected === null ? '' : `（期待値：${expected}）`}`;
}
