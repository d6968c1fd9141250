import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: '暗号化',
    label: '台帳の名前',
    hint: 'プロジェクト、ブランチ、アカウント、マシン、ログファイルの名前を暗号化できます。数値、エージェント、モデルは読める状態のままです。',
    on: '暗号化済み',
    off: '暗号化なし',
    locked: '鍵がありません',
    facts: {
      none: '台帳はまだありません。',
      plain: '名前はそのまま保存されています。台帳やそのバックアップを読む人は、名前も読めます。',
      sealed: '名前は暗号化されています。合計は鍵がなくても読めますが、名前は読めません。',
      unwiped:
        '名前は暗号化されています。次に書き込むプログラムがファイルを書き直すまで、古い名前が残っていることがあります。',
      locked: '名前は暗号化されていますが、鍵がないか間違っています。合計は表示され、何も書き込まれません。',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: '鍵は環境変数FUELGAUGE_DB_KEYです。',
      keychain: '鍵はキーチェーンにあります。',
      'plain-keychain': '鍵はsecrets.jsonにあり、キーチェーンでは保護されていません。',
      file: '鍵は台帳と同じ場所のsecrets.jsonにあり、本人だけが読めます。保護されるのは台帳のコピーで、このフォルダーではありません。',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn:
      '暗号化するには、ターミナルで次のコマンドを実行します。鍵が作成され、台帳と同じ場所のsecrets.jsonに保存されます。',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst:
      '先にFuelgaugeを終了してください。名前は、ほかに台帳を開いているものがないときにだけ変換されます。合計は変わりません。',
    loss: '鍵のコピーを別の場所に保管してください。鍵を失うと、ログに残っていない名前は失われます。合計は失われません。',
    notCovered: '設定、インポートしたファイル、プロキシの報告、過去のアラートは読める状態のままです。',
    setAside: (count: number): string =>
      `取り置かれた台帳${format.integer(count)}件には、古い名前がまだ含まれています。`,
  };
}
