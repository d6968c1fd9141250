import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'ターミナル',
  'windows-terminal': 'Windows Terminal',
  editor: 'エディター',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'サーバーが応答しませんでした。',
  kitty: 'kitty.confでallow_remote_controlとlisten_onを設定し、kittyを再起動してください。',
  wezterm: '「wezterm cli list」にペインが表示される必要があります。',
  iterm:
    'システム設定の「プライバシーとセキュリティ」＞「オートメーション」で、FuelgaugeによるiTerm2の制御を許可してください。',
  'mac-terminal':
    'システム設定の「プライバシーとセキュリティ」＞「オートメーション」で、Fuelgaugeによるターミナルの制御を許可してください。',
  'windows-terminal': 'ウィンドウを前面に出せませんでした。',
  editor: 'ウィンドウを前面に出せませんでした。',
};

/** What became of showing a session's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'ターミナル' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `${name}でセッションを前面に表示しました。`;
    case 'selected':
      return `${name}でセッションを選択しました。ウィンドウはご自身で前面に出してください。`;
    case 'window':
      return `${name}を前面に表示しました。その中からセッションのタブを探してください。`;
    case 'detached':
      return `このtmuxセッションを表示しているウィンドウはありません。接続するには：${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${name}はセッションを表示しませんでした。${terminal === null ? '' : permissions[terminal]}`;
    case 'unknown':
      return 'このセッションは、表示を指示できるターミナルでは動いていません。';
    case 'gone':
      return 'このセッションは終了しています。';
    case 'not-ours':
      return 'そのプロセスはエージェントではありません。';
  }
}
