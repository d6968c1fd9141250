import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'Terminal',
  'windows-terminal': 'Windows Terminal',
  editor: 'son éditeur',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'Son serveur n’a pas répondu.',
  kitty: 'Définissez allow_remote_control et listen_on dans kitty.conf, puis relancez kitty.',
  wezterm: '« wezterm cli list » doit afficher son volet.',
  iterm: 'Autorisez Fuelgauge à contrôler iTerm2 dans Réglages Système, Confidentialité et sécurité, Automatisation.',
  'mac-terminal':
    'Autorisez Fuelgauge à contrôler Terminal dans Réglages Système, Confidentialité et sécurité, Automatisation.',
  'windows-terminal': 'Sa fenêtre n’a pas pu passer au premier plan.',
  editor: 'Sa fenêtre n’a pas pu passer au premier plan.',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'son terminal' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `La session est maintenant au premier plan, dans ${name}.`;
    case 'selected':
      return `La session est maintenant sélectionnée dans ${name}. Placez vous-même cette fenêtre au premier plan.`;
    case 'window':
      return `${toSentenceStart(name)} est maintenant au premier plan. Cherchez-y l’onglet de la session.`;
    case 'detached':
      return `Aucune fenêtre n’affiche cette session tmux. Rejoignez-la : ${attach ?? 'tmux attach'}`;
    case 'refused':
      return `${toSentenceStart(name)} n’a pas affiché la session. ${terminal === null ? '' : permissions[terminal]}`.trimEnd();
    case 'unknown':
      return 'La session ne s’exécute dans aucun terminal capable de l’afficher sur demande.';
    case 'gone':
      return 'La session est terminée.';
    case 'not-ours':
      return 'Ce processus n’est pas un agent.';
  }
}

/** Names of programs keep their case; ours begin the sentence. */
function toSentenceStart(name: string): string {
  return name === 'tmux' || name === 'kitty' ? name : name.charAt(0).toUpperCase() + name.slice(1);
}
