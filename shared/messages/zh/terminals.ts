import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': '终端',
  'windows-terminal': 'Windows Terminal',
  editor: '编辑器',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: '它的服务器没有响应。',
  kitty: '请在 kitty.conf 中设置 allow_remote_control 和 listen_on，然后重新启动 kitty。',
  wezterm: '“wezterm cli list”须能列出它的窗格。',
  iterm: '请在“系统设置 > 隐私与安全性 > 自动化”中允许 Fuelgauge 控制 iTerm2。',
  'mac-terminal': '请在“系统设置 > 隐私与安全性 > 自动化”中允许 Fuelgauge 控制“终端”。',
  'windows-terminal': '无法将它的窗口置于最前。',
  editor: '无法将它的窗口置于最前。',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? '终端' : names[terminal];
  // A Latin name stands between spaces.
  const gap = /[a-z]/i.test(name) ? ' ' : '';
  switch (outcome) {
    case 'shown':
      return `已在${gap}${name}${gap}中将会话置于最前。`;
    case 'selected':
      return `已在${gap}${name}${gap}中选中会话。请自行将该窗口置于最前。`;
    case 'window':
      return `${name}${gap}已置于最前。请在其中找到会话的标签页。`;
    case 'detached':
      return `没有窗口显示此 tmux 会话。连接命令：${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${name}${gap}没有显示会话。${terminal === null ? '' : permissions[terminal]}`;
    case 'unknown':
      return '会话所在的终端无法按请求显示它。';
    case 'gone':
      return '会话已结束。';
    case 'not-ours':
      return '该进程不是智能体。';
  }
}
