import type { Translation } from '../translation.ts';

/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys: NonNullable<Translation['settings']>['trayAndKeys'] = {
  title: 'トレイアイコンとキー',
  text: 'トレイアイコンの値',
  textHint:
    '最初に作業を止める上限の値です。ポップオーバーと同じく、残量または使用量を示します。文字を置けないトレイでは、アイコンの代わりに表示します。',
  texts: {
    none: 'アイコンのみ',
    number: '今日のトークン',
    percent: 'パーセント',
    countdown: 'リセットまでの時間',
    'two-lines': 'パーセントと時間',
  },
  when: '値を表示するとき',
  times: { always: '常に', near: '上限が近いときだけ' },
  preview: '表示例（架空の値）',
  states: { normal: '通常', warning: '上限が近い', critical: '上限に到達' },
  looksLike: (system, state, figure) => `${system}、${state}：${figure}`,
  icons: 'トレイのアイコン',
  iconsHint:
    'アカウントごとに表示する場合、アイコンの文字がアカウントを示します。制限のないアカウントのアイコンはありません。',
  iconCounts: { one: '1つ', accounts: 'アカウントごと' },
  gauge: 'フローティングゲージ',
  gaugeHint:
    '最初に作業を止める上限を、常に最前面の小さなウィンドウに表示します。ドラッグで移動でき、クリックでFuelgaugeが開きます。Waylandでは、ウィンドウのメニュー（Alt+Space）で「最前面」を選んでください。',
  gaugeOpacity: 'ゲージの不透明度',
  gaugeOpacityHint: 'macOSとWindowsで使えます。',
  shortcut: 'Fuelgaugeを開くキー',
  shortcutHint: 'どのプログラムでも使え、もう一度押すと閉じます。初期状態では未設定です。',
  noShortcut: 'なし',
  record: 'キーを押してください…',
  recordHint: 'Escでキャンセル、Backspaceでキーを解除します。',
  remove: 'キーを解除',
  badShortcut: 'Ctrl、Alt、またはcommandキーを、文字、数字、ファンクションキーと一緒に押してください。',
};
