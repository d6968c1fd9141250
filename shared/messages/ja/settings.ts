import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createActivitySettings } from './activity-settings.ts';
import { ruleHints } from './rule-hints.ts';
import { createEncryptionSettingsMessages } from './encryption-settings.ts';
import { sendingSettings } from './sending-settings.ts';
import { serverSettings } from './server-settings.ts';
import { createSettingsChanges } from './settings-changes.ts';
import { trayAndKeys } from './tray-settings.ts';

type Settings = NonNullable<Translation['settings']>;

const general: Settings['general'] = {
  title: '一般',
  launchAtLogin: 'ログイン時に起動',
  launchAtLoginHint: 'ウィンドウを開かず、トレイで起動します。',
  language: '言語',
  languageHint: 'コマンドラインとその出力は常に英語です。',
  languages: { system: 'システムに合わせる' },
  appearance: '外観',
  theme: 'テーマ',
  themes: { system: 'システム', light: 'ライト', dark: 'ダーク', 'high-contrast': 'ハイコントラスト' },
  density: '表示密度',
  densities: { comfortable: '標準', compact: 'コンパクト' },
  dataColors: 'グラフとメーターの色',
  dataColorsHint: '2番目は、どの色覚でもすべての系列を見分けられます（岡部・伊藤による配色）。',
  dataColorScales: { 'okabe-ito': 'カラーユニバーサルデザイン' },
  trayColor: 'アイコンの色',
  trayColorHint: 'Linuxなどパネルの色が分からない環境では、「自動」は暗い縁取りを付けます。',
  trayColors: { auto: '自動', light: '明るい', dark: '暗い' },
  timeZone: 'タイムゾーン',
  timeZoneHint: (systemZone) =>
    `1日の始まりと終わりを決めます。「system」はこのコンピューターのタイムゾーンで、現在は${systemZone}です。`,
  dayStart: '1日の始まり',
  dayStartHint: 'この時刻より前の使用は、レポート、予測、予算、アラートで前日に数えます。',
  weekStart: '週の始まり',
  clock: '時刻の表示',
  clocks: { system: '言語に従う', '12': '12時間制', '24': '24時間制' },
  unknownTimeZone: (text) => `「${text}」というタイムゾーンはありません。Europe/Berlinのような名前を入力してください。`,
};

const alerts: Settings['alerts'] = {
  title: 'アラート',
  notifications: '通知',
  notificationsHint: '使い切る前に、しきい値と上限ごとに1回通知します。',
  thresholds: 'しきい値',
  thresholdsHint: '上限に対するパーセントで、最大5個。最大の値は重大、ほかは警告です。空欄ではアラートを出しません。',
  badThresholds: '75, 90のように、1から100の整数を入力してください。',
  tooManyThresholds: 'しきい値は5個までです。',
};

const timing: Settings['timing'] = {
  title: 'アラートの時間帯',
  quietHours: '通知しない時間帯',
  quietHoursHint: 'この間のアラートは、時間帯が終わってから表示します。空欄なら設定なしです。',
  badHours: '22:00-07:00のように入力してください。',
  snooze: 'すべてのアラートを保留',
  snoozeHint: 'あとで表示します。それまでに解消したものは表示しません。',
  doNotDisturb: 'おやすみモードの間は待つ',
  doNotDisturbHint:
    'オフになるまで、このデスクトップの通知を保留します。状態が分かるのはKDEとGNOMEだけで、WindowsとmacOSでは分かりません。',
  channelsWait: 'ほかの送信先も待つ',
  channelsWaitHint:
    'メール、スマートフォン、チャット、Webhookも、おやすみモードが終わるまで待ちます。オフの場合はすぐに送ります。',
  snoozes: (hours) => (hours === 0 ? 'しない' : `${hours}時間`),
};

const guard: Settings['guard'] = {
  limits: {
    softUsd: 'セッションのソフト上限（金額）',
    hardUsd: 'セッションのハード上限（金額）',
    softTokens: 'セッションのソフト上限（トークン）',
    hardTokens: 'セッションのハード上限（トークン）',
  },
  moneyHint: '米ドル、API換算。空欄なら上限なしです。',
  tokensHint: 'キャッシュ読み取りを含む全種類のトークン。空欄なら上限なしです。',
  badTokens: 'トークン数を整数で入力してください。',
  action: 'ハード上限での動作',
  actionHint:
    '上限は、ルール「セッションごとの上限」がオンの間に働きます。一時停止したセッションは「再開」で、停止したセッションは「fuelgauge guard lift」で続行できます。停止には「fuelgauge guard settings」が出力する設定が必要です。停止できるフックのないエージェントは一時停止します。',
  actions: { warn: '警告する', pause: 'プロセスを一時停止', stop: '次のステップで停止' },
};

const programs: Settings['programs'] = {
  title: '追加のプログラム',
  hint: 'CPUとメモリをエージェントと同様に計測します。実行ファイル名をフォルダーなしで入力してください。',
  name: '実行ファイル名',
  category: 'プログラムの種類',
  categories: {
    cli: 'コマンドライン',
    desktop: 'デスクトップアプリ',
    ide: 'エディター',
    server: 'サーバー',
    local: 'ローカルモデル',
  },
  add: 'プログラムを追加',
  badName: 'フォルダーなしの名前を入力してください。',
  known: 'このプログラムはすでにリストにあります。',
};

const rules: Settings['rules'] = {
  title: 'アラートのルール',
  hints: ruleHints,
  budgets: { dayUsd: '1日の予算', weekUsd: '1週間の予算', monthUsd: '1か月の予算' },
  budgetHint: '米ドル、API換算。80%と100%で知らせます。空欄なら予算なしです。',
  badBudget: '12.50のように、ドルで入力してください。',
  tryOut: 'ルールを試す',
  tryOutHint: '直近30日間に出たはずのアラートを表示します。何も送信しません。',
  tryNow: '試す',
};

const projects: Settings['projects'] = {
  title: 'プロジェクト',
  names: 'プロジェクト名',
  namesHint:
    'フォルダー名または/home/me/work/**のようなパターンと、その呼び名を入力してください。同じ名前のフォルダーは1つのプロジェクトになります。',
  folder: 'フォルダー',
  name: 'プロジェクトの名前',
  add: '名前を追加',
  incomplete: 'フォルダーと名前を入力してください。',
  known: 'このフォルダーはすでにリストにあります。',
  calls: (name) => `呼び名は「${name}」`,
  hidden: '隠すプロジェクト',
  hiddenHint: '集計には常に含め、レポート、リスト、アラート、メトリクスでは「(hidden)」と表示します。',
  hiddenFolder: '隠すフォルダー',
  hide: '隠す',
  isHidden: '非表示',
};

/** Whose status pages are asked for incidents. */
const statusPages: Settings['statusPages'] = {
  title: 'ステータスページ',
  hint: 'ルール「プロバイダーの障害」がオンの間、エージェントのプロバイダーのページの代わりに確認します。/api/v2を持つStatuspage形式のページに限ります。アドレスがなければ、プロバイダーのページを確認します。',
  address: 'ステータスページのアドレス',
  add: 'ページを追加',
  badPage: 'https://status.example.comのようなアドレスを入力してください。',
  known: 'このページはすでにリストにあります。',
  tooMany: (max) => `確認できるのは${max}ページまでです。`,
};

const channels: Settings['channels'] = {
  title: 'アラートの送信先',
  add: '送信先を追加',
  addHint: 'オンにするまで使われません。実行するプログラムはsettings.jsonでのみ指定できます。',
  addNow: '追加',
  kind: '送信先の種類',
  place: {
    slack: 'まだ入力は不要です',
    discord: 'まだ入力は不要です',
    teams: 'まだ入力は不要です',
    ntfy: 'トピック',
    telegram: 'チャット',
    webhook: 'アドレス',
  },
  badPlace: {
    ntfy: '英数字、-、_からなるトピックを入力してください。',
    telegram: 'チャットの番号、または@mineのようなチャンネルを入力してください。',
    webhook: 'https://example.com/hookのようなアドレスを入力してください。',
    email: 'you@example.com smtp.example.com:587のように、自分のアドレスと送信サーバーを入力してください。',
  },
  secretOf: (channel) => `${channel}の秘密情報：アドレス、トークン、またはキー`,
  secret: 'アドレス、トークン、またはキー',
  redact: { names: 'プロジェクト名を隠す', paths: 'フォルダーを隠す', money: '金額を隠す' },
  secretKept: '秘密情報は保存済みです。再び表示されることはありません。',
  test: 'テスト',
  testOf: (channel) => `${channel}をテスト`,
  testing: 'テストを送信中…',
  remove: '削除',
};

/** What is read, how often, and how long it is kept. */
function createMonitoring(format: Formats): Settings['monitoring'] {
  return {
    title: '監視',
    refresh: '更新',
    refreshHint:
      'プロセスを計測する間隔です。ログは常に書き込みと同時に読みます。「自動」は、ウィンドウが開いていない間は遅くなります。',
    cadence: (seconds) => (seconds === 'auto' ? '自動' : `${seconds}秒ごと`),
    folders: '追加のログフォルダー',
    foldersHint: '通常の場所に加えて読みます：別のアカウント、マウントしたディスク、アーカイブなど。',
    folderAgent: '新しいフォルダーのエージェント',
    folderDevice: 'マシン（このマシンでない場合）',
    describeFolder: (agent, device) => (device === undefined ? agent : `${agent}（${device}）`),
    chooseFolder: 'フォルダーを選択…',
    knownFolder: 'このフォルダーはすでにリストにあります。',
    folderRemoved: 'そこから読んだ分の集計は残ります。',
    retention: '個々のリクエストの保存期間',
    retentionHint:
      'それより古いリクエストは15分単位に集計されます。台帳の増え方は緩やかになり、レポートは変わりませんが、元のリクエストには戻せません。',
    retentions: (days) => (days === 'forever' ? '無期限' : `${days}日間`),
    shorterRetention: (days) => `${format.integer(days)}日より古いリクエストを集計します。この操作は取り消せません。`,
    sumUp: '集計する',
    cancel: 'キャンセル',
  };
}

const statusline: Settings['statusline'] = {
  title: 'ステータスライン',
  row: (agent) => `${agent}のプロンプトの下の行`,
  states: {
    absent: '作業中に上限、コンテキスト、コスト、予測を表示します。自分のコマンドがあれば、先に実行されます。',
    installed: 'インストール済みです。',
    removed: 'インストールされていましたが、Fuelgauge以外の何かがエージェントの設定から削除しました。',
    replaced: 'インストールされていましたが、Fuelgauge以外の何かがエージェントの設定で置き換えました。',
    elsewhere: '別のFuelgaugeが行を登録しています。',
    unreadable: 'エージェントの設定を読み取れません。',
  },
  preset: 'プリセット',
  presets: { minimal: '最小', default: '標準', full: 'すべて', ccusage: 'ccusage風' },
  ownTemplate: '自分で作成',
  template: 'テンプレート',
  templateHint: '{model}、{limits}、{cost.day}などの中かっこのウィジェットを、自由な文字の間に置きます。',
  looksLike: 'プレビュー（架空の値）：',
  unknownWidget: (name, names) => `「${name}」というウィジェットはありません。使えるのは${names.join('、')}です。`,
  show: '変更内容を表示…',
  remove: '削除',
  change: (file) => `${file}を次のように変更します：`,
  keeps: (command) => `自分のコマンドは引き続き先に実行されます：${command}`,
  apply: 'ファイルを変更',
  cancel: 'キャンセル',
};

const plan: Settings['plan'] = {
  title: 'プラン',
  plan: 'サブスクリプション',
  planHint: '5時間ブロックの上限を推定できるようになります。プロバイダーが報告する上限には影響しません。',
  workDays: '稼働日',
  workDaysHint: '週間上限のペースは、これらの日を基準に測ります。',
  workDayChoices: { 4: '月曜〜木曜', 5: '月曜〜金曜', 7: '毎日', learned: '直近8週間に合わせる' },
  askAgent: (agent) => `${agent}に上限を問い合わせる`,
  askAgentHint: (program) =>
    `「${program}」を実行します。このプログラムは自身のログインを使い、最短15分間隔でプロバイダーに問い合わせます。Fuelgaugeが見るのは答えだけです。`,
  askNow: '今すぐ更新',
  asking: '問い合わせ中…',
  asked: {
    answered: '応答がありました。',
    'no-answer': '上限の報告がありませんでした。ログインしていない可能性があります。',
    'not-found': 'プログラムが見つかりませんでした。',
    'too-old': 'バージョンが古く、ターンを始めずに問い合わせることができません。',
    'asked-before': '問い合わせてから1分たっていません。',
    'not-allowed': '現在は問い合わせが許可されていません。',
  },
  noPlan: 'なし、または一覧にない',
  ownPlan: '自分で決めた上限',
  usualPlan: '普段のフルブロック（P90）',
  usualUnit: 'P90の単位',
  usualUnitHint:
    '同じエージェントの完了したブロックの9割はこれを下回りました。5ブロック以上で算出します。プロバイダーの上限ではありません。',
  limit: 'ブロックの上限',
  limitHint:
    '全エージェントのブロックに適用します。ドルは米ドルでAPI換算、トークンはキャッシュ読み取りを含む全種類です。',
  unit: '上限の単位',
  units: { tokens: 'トークン', 'tokens-in-out': '入出力トークン', requests: 'リクエスト', usd: 'ドル' },
  limitTooLarge: '1,000,000,000,000以下の数値を入力してください。',
  badLimit: '1500や2.5のような、0より大きい数値を入力してください。',
};

/** How costs are calculated and shown. */
function createCost(format: Formats): Settings['cost'] {
  return {
    title: 'コスト',
    mode: 'コストの計算方法',
    modeHint: 'トークンと価格から計算するか、ログにコストの記録があればそれを使います。',
    modes: { calculate: 'トークンと価格から', auto: 'ログから、なければ価格から', display: 'ログからのみ' },
    currency: '通貨',
    currencyHint: 'EURなどのコードと、1米ドルあたりの額です。レートは自分で設定し、ダウンロードはしません。',
    rate: (code) => `1米ドルあたりの${code}`,
    rateMissing: (code, current) => `次に、1米ドルが何${code}かを入力してください。それまでは${current}で表示します。`,
    badCurrency: 'EURのようなコードを入力してください。',
    badRate: '0.92のような数値を入力してください。',
    prices: '独自の価格',
    pricesHint:
      '1モデルの100万トークンあたりの米ドル。価格表より優先します。空欄のキャッシュ価格は入力価格から算出します。',
    addPriceForm: '独自の価格を追加',
    addPrice: '価格を追加',
    model: 'モデル',
    priceFields: {
      inputUsdPerMillion: '入力',
      outputUsdPerMillion: '出力',
      cacheReadUsdPerMillion: 'キャッシュ読み取り',
      cacheWrite5mUsdPerMillion: '5分の書き込み',
      cacheWrite1hUsdPerMillion: '1時間の書き込み',
    },
    modelMissing: '履歴の表に表示されているとおりにモデル名を入力してください。',
    badPrice: (field) => `${field}：2.5のように、100万トークンあたりの米ドルを入力してください。`,
    tooManyEntries: (max) => `登録できるのは${format.integer(max)}件までです。`,
    describePrices: (parts) => parts.map(([label, price]) => `${label} ${price}`).join('、'),
    aliases: 'モデルの別名',
    aliasesHint: 'ゲートウェイや新しいバージョンが別の名前で呼ぶモデルに、入力したモデルの価格を適用します。',
    addAliasForm: 'モデルの別名を追加',
    addAlias: '別名を追加',
    pricedAs: '価格の基準',
    describeAlias: (pricedAs) => `価格は${pricedAs}と同じ`,
    namesMissing: '両方のモデル名を入力してください。',
    sameModel: '同じモデルです。',
  };
}

const about: Settings['about'] = {
  title: '数値について',
  cost:
    'コストはAPI換算です。プロバイダーの定価、または独自の価格でトークンを使った場合の金額です。' +
    'サブスクリプションで請求されることはありません。このコンピューターのログから求めるため、請求書ではありません。',
  provenance:
    '「公式」はプロバイダーが報告した値、「実測」はログを合計した値、「推定」は当アプリのモデルによる値、' +
    '「古い値」はしばらく前に公式だった値です。',
  dash: 'ダッシュは値が不明であることを表します。ゼロという意味ではありません。',
  showDiagnosis: '読み取った内容を表示',
  pricesAndData: (pricesDay) => `価格は${pricesDay}現在。データフォルダー：`,
};

/** The settings view: each control with its label, its hint and what it refuses. */
export function createSettings(format: Formats): Settings {
  return {
    waiting: '設定を取得中…',
    notSaved: (reason) => `保存されませんでした。${reason}`,
    notDollars: (sign) => `ここでの金額は米ドルです。${sign}を付けず、ドルで入力してください。`,
    ambiguousNumber: (text) => `「${text}」は小数か桁区切りか判断できません。桁区切りなしで入力してください。`,
    general,
    alerts,
    statusline,
    timing,
    guard,
    programs,
    projects,
    rules,
    channels,
    statusPages,
    monitoring: createMonitoring(format),
    activity: createActivitySettings(format),
    plan,
    cost: createCost(format),
    server: serverSettings,
    sending: sendingSettings,
    encryption: createEncryptionSettingsMessages(format),
    changes: createSettingsChanges(format),
    trayAndKeys,
    list: {
      remove: (name) => `${name}を削除`,
      removed: (name) => `${name}を削除しました。`,
      undo: '元に戻す',
    },
    about,
  };
}
