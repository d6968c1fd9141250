import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { activityCategoryNames } from './activity-words.ts';

const forget = {
  label: '記録した内容を削除',
  hint: 'サイト、アプリ、ツール、APIについてこれまでに記録した時間、訪問、呼び出しをすべて削除します。エージェントの使用量は残ります。',
  button: '削除…',
  question: 'サイト、アプリ、ツール、APIについて記録した内容をすべて削除しますか？元に戻すことはできません。',
  confirm: '削除',
  cancel: 'キャンセル',
  outcome: {
    done: '削除しました。オンの項目は、これから新たに数えます。',
    ordered: '台帳に書き込んでいるFuelgaugeが30秒以内に削除します。',
    'not-written': '何も削除していません。Fuelgaugeがデータフォルダーに書き込めません。',
  },
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettings(format: Formats): NonNullable<Translation['settings']>['activity'] {
  const hourly = (usdPerHour: number): string => `1時間${format.price(usdPerHour)}`;
  return {
    title: 'AIのサイト、アプリ、ツール',
    privacy:
      'これらはオンにするまですべてオフで、データはこのコンピューターの外に出ません。保存するのは数値だけです：サイト、アプリ、' +
      'ツールごとの時間、訪問、呼び出し。アドレス、タイトル、コマンド、書いた内容は保存しません。オフにしても、記録済みの数値は残ります。',
    switches: {
      sites: 'ブラウザー履歴のAIサイト',
      apps: 'AIアプリの利用時間',
      commands: 'シェルのAIツール',
      receiver: 'ブラウザー拡張機能から受信',
      unpairedExtension: 'トークンのない拡張機能の送信を許可',
    },
    hints: {
      sites: '15分ごとにブラウザー履歴のコピーを読み、一覧にあるサイトの訪問だけを取り出します。',
      apps: '5秒ごとに前面のウィンドウを調べ、一覧にあるアプリが前面だった時間を記録します。タイトルは読みません。',
      commands: 'シェル履歴でAIツールが呼び出された回数と実行時間を数えます。コマンドは保存しません。',
      receiver:
        'サーバーの動作中（「Webサーバー」を参照）、一覧にあるサイトの利用時間と訪問を受け取ります。' +
        '拡張機能はトークンでペアリングします：「fuelgauge token create browser --scope ingest」。',
      unpairedExtension:
        'トークンを持たないai-cost-observerの拡張機能用です。このコンピューターのブラウザーのどの拡張機能からも回数を送信できるようになります。',
    },
    categories: activityCategoryNames,
    category: '用途',
    name: '名前',
    rate: '1時間あたりの米ドル',
    ownSites: '追加のサイト',
    ownSitesHint: 'ドメインはその下のすべてを含みます。パスも付けられます：example.com/chat。',
    domain: 'ドメイン',
    addSite: 'サイトを追加',
    ownApps: '追加のアプリ',
    ownAppsHint: '実行ファイル名、ウィンドウクラス、またはバンドルIDを入力してください。',
    executable: 'プログラム名',
    addApp: 'アプリを追加',
    rates: '1時間あたりの単価',
    ratesHint: (day) =>
      `1時間の利用をいくらとみなすかです。大まかな見積もりで、価格ではありません${day === null ? '' : `（${format.day(day)}現在）`}。`,
    rateOf: '対象',
    addRate: '単価を設定',
    ownRate: (usdPerHour, listedUsdPerHour) =>
      `${hourly(usdPerHour)}（自分の見積もり${listedUsdPerHour === null ? '' : `、既定は${hourly(listedUsdPerHour)}`}）`,
    describe: (category, usdPerHour) => `${category}、約${hourly(usdPerHour)}`,
    entry: (label, name, usdPerHour) => `${label}（${name}）${usdPerHour === null ? '' : `：${hourly(usdPerHour)}`}`,
    forget,
    badDomain: 'httpを付けずに、example.comのようなドメインを入力してください。',
    badRate: '0.5のように、1時間あたりの米ドルを入力してください。',
    nameMissing: '名前を入力してください。',
    known: 'すでにリストにあります。',
    tooMany: (count) => `リストに登録できるのは${format.integer(count)}件までです。`,
  };
}
