/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Maintenant',
    more: 'Plus',
    offline: (age: string): string => `Le serveur ne répond pas. Vous voyez son état d’il y a ${age}.`,
    offlineEmpty: 'Le serveur ne répond pas, et rien n’est connu d’avant.',
    connecting: 'Connexion…',
    refused: 'Ce serveur demande un jeton',
    refusedText:
      'Scannez le code QR qu’affichent « fuelgauge token pair » ou les réglages de l’app, ou saisissez un jeton ici. Il reste dans ce navigateur.',
    token: 'Jeton',
    wrongToken: 'Le serveur n’accepte pas ce jeton.',
    usedCode: 'Ce code a déjà servi, ou il est trop ancien. Demandez-en un nouveau.',
    readOnly: 'Ce navigateur peut lire, mais ne peut rien modifier. Il faut pour cela un jeton de portée « admin ».',
    push: {
      title: 'Ce navigateur',
      label: 'Alertes sur cet appareil',
      hint: 'Même quand cette page est fermée. Elles passent par le service push du navigateur, qui ne peut pas les lire.',
      states: {
        on: '',
        off: '',
        unsupported:
          'Ce navigateur ne peut pas recevoir d’alertes ici. Il faut HTTPS avec un certificat auquel il fait confiance ; sur iPhone, ajoutez d’abord la page à l’écran d’accueil.',
        unpaired:
          'Associez d’abord ce navigateur, par code QR ou jeton, pour pouvoir ensuite y désactiver les alertes.',
        denied: 'Le navigateur bloque les notifications de cette page. Autorisez-les dans ses réglages pour ce site.',
        unavailable: 'Le service push du navigateur est injoignable.',
        full: 'Aucun autre appareil ni canal ne peut recevoir d’alertes. Supprimez un canal dans les réglages de l’app, ou révoquez le jeton d’un appareil que vous n’utilisez plus : « fuelgauge token revoke ».',
        failed: 'Cela n’a pas marché. Réessayez dans un instant.',
      },
    },
    description: 'Ce qui reste des limites de vos agents de code IA, et à quelle vitesse il est utilisé.',
  };
}
