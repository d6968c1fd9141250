import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': 'Les réglages ne sont pas un objet JSON valide. Corrigez le fichier, puis réessayez.',
  'not-understood':
    'La ligne d’état des réglages a une forme que Fuelgauge ne connaît pas ; elle est restée telle quelle.',
  'read-only': 'Le fichier des réglages est en lecture seule. Rendez-le inscriptible, puis réessayez.',
  'not-readable': 'Le fichier des réglages ne peut pas être lu comme du texte.',
  'not-written': 'Le fichier n’a pas pu être écrit. Rien n’a été modifié.',
  changed: 'Les réglages ont changé au même moment. Rien n’a été écrit ; réessayez.',
  'no-program':
    'Le PATH ne contient ni Node 20 ou plus récent, ni une commande fuelgauge capable de dessiner la ligne.',
  'not-installed': 'Cette ligne d’état n’est pas installée ; il n’y a rien à supprimer.',
  elsewhere:
    'Une autre installation de Fuelgauge y a mis sa ligne d’état. Désinstallez-la là-bas, ou utilisez --replace pour la reprendre.',
  unavailable: 'La ligne d’état ne peut pas être gérée d’ici.',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
