import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'Terminal',
  'windows-terminal': 'Windows Terminal',
  editor: 'su editor',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'Su servidor no respondió.',
  kitty: 'Define allow_remote_control y listen_on en kitty.conf y reinicia kitty.',
  wezterm: '«wezterm cli list» debe mostrar su panel.',
  iterm: 'Permite que Fuelgauge controle iTerm2 en Ajustes del Sistema, Privacidad y seguridad, Automatización.',
  'mac-terminal':
    'Permite que Fuelgauge controle Terminal en Ajustes del Sistema, Privacidad y seguridad, Automatización.',
  'windows-terminal': 'No se pudo traer su ventana al frente.',
  editor: 'No se pudo traer su ventana al frente.',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'su terminal' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `La sesión está ahora al frente, en ${name}.`;
    case 'selected':
      return `La sesión está ahora seleccionada en ${name}. Trae tú esa ventana al frente.`;
    case 'window':
      return `${toSentenceStart(name)} está ahora al frente. Busca allí la pestaña de la sesión.`;
    case 'detached':
      return `Ninguna ventana muestra esta sesión de tmux. Conéctate a ella: ${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${toSentenceStart(name)} no mostró la sesión. ${terminal === null ? '' : permissions[terminal]}`.trimEnd();
    case 'unknown':
      return 'La sesión no se ejecuta en ninguna terminal que pueda mostrarla si se le pide.';
    case 'gone':
      return 'La sesión ha terminado.';
    case 'not-ours':
      return 'Ese proceso no es un agente.';
  }
}

/** Names of programs keep their case; ours begin the sentence. */
function toSentenceStart(name: string): string {
  return name === 'tmux' || name === 'kitty' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
