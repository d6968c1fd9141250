import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'Terminal',
  'windows-terminal': 'Windows Terminal',
  editor: 'its editor',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'Its server did not answer.',
  kitty: 'Set allow_remote_control and listen_on in kitty.conf, then start kitty again.',
  wezterm: '"wezterm cli list" must show its pane.',
  iterm: 'Allow Fuelgauge to control iTerm2 in System Settings, Privacy & Security, Automation.',
  'mac-terminal': 'Allow Fuelgauge to control Terminal in System Settings, Privacy & Security, Automation.',
  'windows-terminal': 'Its window could not be brought to the front.',
  editor: 'Its window could not be brought to the front.',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'its terminal' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `The session is in front now, in ${name}.`;
    case 'selected':
      return `The session is selected in ${name} now. Bring that window to the front yourself.`;
    case 'window':
      return `${toSentenceStart(name)} is in front now. Find the session's tab there.`;
    case 'detached':
      return `No window shows this tmux session. Attach to it: ${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${toSentenceStart(name)} did not show the session. ${terminal === null ? '' : permissions[terminal]}`.trimEnd();
    case 'unknown':
      return 'The session is not running in a terminal that can show it.';
    case 'gone':
      return 'The session has ended.';
    case 'not-ours':
      return 'That process is not an agent.';
  }
}

/** `fuelgauge open`. */
export const openWords = {
  outcome: describeOpenedTerminal,
  notRunning: (name: string): string =>
    `No running agent is known to work on session ${name}. "fuelgauge processes --tree" lists the agents that run.`,
  several: (names: readonly string[]): string => `Several sessions begin like this: ${names.join(', ')}.`,
};

function toSentenceStart(name: string): string {
  return name.startsWith('its ') ? `I${name.slice(1)}` : name;
}
