import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'Terminal',
  'windows-terminal': 'Windows Terminal',
  editor: 'der Editor',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'Sein Server hat nicht geantwortet.',
  kitty: 'Setze allow_remote_control und listen_on in kitty.conf und starte kitty neu.',
  wezterm: '„wezterm cli list“ muss seinen Bereich zeigen.',
  iterm:
    'Erlaube Fuelgauge in den Systemeinstellungen unter „Datenschutz & Sicherheit“, „Automation“, iTerm2 zu steuern.',
  'mac-terminal':
    'Erlaube Fuelgauge in den Systemeinstellungen unter „Datenschutz & Sicherheit“, „Automation“, Terminal zu steuern.',
  'windows-terminal': 'Sein Fenster ließ sich nicht nach vorn holen.',
  editor: 'Sein Fenster ließ sich nicht nach vorn holen.',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'das Terminal' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `Die Sitzung ist jetzt vorn: ${name}.`;
    case 'selected':
      return `Die Sitzung ist jetzt ausgewählt: ${name}. Hole das Fenster selbst nach vorn.`;
    case 'window':
      return `${toSentenceStart(name)} ist jetzt vorn. Suche dort den Tab der Sitzung.`;
    case 'detached':
      return `Kein Fenster zeigt diese tmux-Sitzung. Verbinde dich mit ihr: ${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${toSentenceStart(name)} hat die Sitzung nicht gezeigt. ${terminal === null ? '' : permissions[terminal]}`.trimEnd();
    case 'unknown':
      return 'Die Sitzung läuft in keinem Terminal, das sie auf Wunsch zeigen kann.';
    case 'gone':
      return 'Die Sitzung ist beendet.';
    case 'not-ours':
      return 'Dieser Prozess ist kein Agent.';
  }
}

/** Names of programs keep their case; ours begin the sentence. */
function toSentenceStart(name: string): string {
  return name === 'tmux' || name === 'kitty' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
