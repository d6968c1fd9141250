import type { AccessScope } from '../../domain/access-scope.ts';

/** The web server of the tray app: where it is reached, and who may use it. */
export function createServerSettingsMessages() {
  return {
    title: 'Serveur web',
    serve: 'Servir tant que l’app tourne',
    serveHint:
      'Une page pour navigateurs et téléphones, une API et des métriques pour Prometheus. Tant qu’il est désactivé, rien de tout cela n’est chargé.',
    servedAt: 'Servi à l’adresse',
    fingerprint: 'SHA-256 de son certificat',
    host: 'Accessible depuis',
    hostHint: 'Depuis une autre machine, chaque requête exige un jeton, et la connexion est chiffrée.',
    hosts: { '127.0.0.1': 'Cette machine seulement', '0.0.0.0': 'Votre réseau' } as Readonly<Record<string, string>>,
    port: 'Port',
    portHint: '0 choisit un port libre.',
    badPort: 'Saisissez un nombre entier de 0 à 65535.',
    readingNeedsToken: 'La lecture exige un jeton',
    readingNeedsTokenHint: 'Sur cette machine aussi. Les modifications en exigent toujours un.',
    requests: 'Requêtes par minute',
    requestsHint: 'Depuis une adresse. Au-delà, elles sont refusées un moment.',
    badRequests: 'Saisissez un nombre entier de 1 à 10 000 000.',
    body: 'Taille maximale d’une requête, ko',
    bodyHint: 'Les plus grandes sont refusées.',
    badBody: 'Saisissez un nombre entier de 1 à 1 048 576.',
    certificate: 'Votre propre certificat',
    certificateHint:
      'Deux fichiers PEM, par leurs chemins absolus. Sans eux, un certificat est créé là où il en faut un.',
    certificateFile: 'Fichier du certificat',
    privateKeyFile: 'Fichier de sa clé privée',
    tokens: 'Jetons d’accès',
    tokensHint:
      'Donnent accès aux programmes et navigateurs. Le texte d’un jeton n’est affiché qu’une fois ; seule son empreinte est conservée.',
    tokensUnusable: 'Le fichier des jetons ne peut pas être lu. Déplacez tokens.json pour recommencer.',
    tokenName: 'Nom du jeton',
    scope: 'Ce qu’il autorise',
    scopes: {
      read: 'Lire',
      ingest: 'Envoyer de la télémétrie',
      admin: 'Tout',
    } satisfies Readonly<Record<AccessScope, string>>,
    create: 'Créer le jeton',
    nameless: 'Saisissez un nom, pour le reconnaître.',
    created: 'Copiez le jeton maintenant. Il ne sera plus affiché.',
    notCreated: 'Le jeton n’a pas pu être écrit dans le dossier de données.',
    describeToken: (scopes: readonly AccessScope[], created: string): string => `${scopes.join(', ')}, ${created}`,
    unnamed: 'Sans nom',
    revoke: 'Révoquer',
    revokeOf: (name: string): string => `Révoquer le jeton ${name}`,
    phone: 'Téléphone',
    phoneHint:
      'Affiche un code qu’un téléphone peut utiliser une fois dans les cinq minutes. Il peut lire, mais ne peut rien modifier.',
    phoneOff: 'Activez le serveur et ouvrez-le à votre réseau. Un téléphone peut alors être ajouté.',
    showCode: 'Afficher le code QR',
    hideCode: 'Masquer',
    qrCode: 'Code QR avec l’adresse pour le téléphone',
  };
}
