import type { SourceWords } from '../source-words.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': 'produits par l’agent lui-même, donc rien n’a été facturé',
  'a limit was reached, but not until when': 'limite atteinte, sans indication d’échéance',
  'copies of what a subagent logs in its own file': 'copies de ce qu’un sous-agent consigne dans son propre fichier',
  'repeating a counter that was already read': 'répétant un compteur déjà lu',
  'with an older counter, written late': 'avec un compteur plus ancien, écrit en retard',
  'without an id': 'sans identifiant',
  'sums of old tasks that were continued as sessions': 'sommes d’anciennes tâches poursuivies sous forme de sessions',
  'answers that a fork copied from another session': 'réponses qu’un fork a copiées d’une autre session',
  'with an impossible cost': 'avec un coût impossible',
  'taken over from the logs of another agent, where they count':
    'repris des journaux d’un autre agent, où ils sont comptés',
  'with a total, but without what it consists of': 'avec un total, mais sans son détail',
  // Calls whose usage is not logged.
  'session titles': 'titres de session',
  'recaps after a break': 'récapitulatifs après une pause',
  compactions: 'compactages du contexte',
  'web searches': 'recherches web',
  'summaries of long conversations (only their cost)': 'résumés de longues conversations (seulement leur coût)',
  'summaries of branches that were left': 'résumés de branches abandonnées',
  'tools that asked a model themselves': 'outils qui ont eux-mêmes interrogé un modèle',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    'la sortie de chaque requête ; leur entrée seulement en moyenne sur une exécution, et une fois celle-ci terminée',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"':
    'son utilisation n’existe que sur son serveur ; téléchargez-la en CSV, puis lancez « fuelgauge import cursor FICHIER »',
  'every request of the threads on this machine; newer builds keep them on a server':
    'chaque requête des fils présents sur cette machine ; les versions plus récentes les gardent sur un serveur',
  'conversations in .pb files are encrypted': 'les conversations des fichiers .pb sont chiffrées',
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    'chaque requête, mais avant la version 4 certains fournisseurs signalent le cache comme entrée ; le coût consigné est exact',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    'chaque réponse de la ligne de commande, mais datée du début de sa session ; pas celles des sous-agents ni de l’extension',
  'only the cost of each session, no tokens': 'seulement le coût de chaque session, sans tokens',
  'only the sum of each session, at the time of its first request':
    'seulement la somme de chaque session, à l’heure de sa première requête',
  'of older sessions only the sum, without the cache': 'des sessions plus anciennes, seulement la somme, sans le cache',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    'des sommes par tour ; rien des tours inachevés ni des versions antérieures à la mi-2026',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"':
    'seulement ce qu’un autre outil a conservé, surtout des sommes par jour ; voir « fuelgauge import »',
  'every request, but not always its model, and of summaries of long conversations only the cost':
    'chaque requête, mais pas toujours son modèle ; des résumés de longues conversations, seulement le coût',
  'only agents of the local backend; those on a server leave nothing here':
    'seulement les agents du backend local ; ceux d’un serveur ne laissent rien ici',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted':
    'l’utilisation de votre proxy ; les réponses que rien ne relie à un journal sont comparées par « fuelgauge reconcile », pas comptées',
  'sums of threads; of older ones only the last request of each turn':
    'des sommes par fil ; des plus anciens, seulement la dernière requête de chaque tour',
};
