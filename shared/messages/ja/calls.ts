import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `${name}の値${received}は、2026-05-01のような日付ではありません`,
  'day-order': () => '最後の日が最初の日より前です',
  'time-zone': (name, received) => `${name}の値${received}は、このシステムの知らないタイムゾーンです`,
  'currency-code': (name, received) => `${name}の値${received}は、EURのような通貨コードではありません`,
  'dollar-rate': (name) => `${name}では、USDのレートは1でなければなりません`,
  'same-id': (name) => `${name}に同じIDが2つあります`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: '現在の状態を読み込めませんでした',
  usage: '使用量を読み込めませんでした',
  session: 'セッションを読み込めませんでした',
  comparison: '比較を読み込めませんでした',
  limits: '上限を読み込めませんでした',
  processes: 'プロセスを読み込めませんでした',
  apps: 'アプリとサイトを読み込めませんでした',
  prices: '価格を読み込めませんでした',
  alerts: 'アラートを読み込めませんでした',
  settings: '設定を読み込めませんでした',
  statusline: 'ステータスラインを読み込めませんでした',
  action: 'うまくいきませんでした',
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
      return `${failed[failure.about]}${failure.detail === null ? '' : `：${failure.detail.replace(/\.$/, '')}`}。`;
    case 'foreign-page':
      return 'このページはFuelgaugeを利用できません。';
    case 'engine-stopped':
      return 'Fuelgaugeは現在ログを読んでいません。5分たっても変わらない場合は再起動してください。';
    case 'ledger-not-written':
      return '台帳に書き込めません。ディスクの空きと書き込み権限を確認してください。';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? '値';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name}はここでは使えません`;
  if (received === 'undefined') return `${name}がありません`;
  return `${place === null ? '値' : `${place}の値`}が${received}${expected === null ? '' : `（期待値：${expected}）`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? `（例：${expected}を追加してください）` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
