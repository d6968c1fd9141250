/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Jetzt',
    more: 'Mehr',
    offline: (age: string): string => `Der Server antwortet nicht. Du siehst, was vor ${age} bekannt war.`,
    offlineEmpty: 'Der Server antwortet nicht, und von vorher ist nichts bekannt.',
    connecting: 'Verbindung wird hergestellt …',
    refused: 'Dieser Server verlangt ein Token',
    refusedText:
      'Scanne den QR-Code, den „fuelgauge token pair“ oder die Einstellungen der App zeigen, oder gib hier ein Token ein. Es bleibt in diesem Browser.',
    token: 'Token',
    wrongToken: 'Der Server nimmt dieses Token nicht an.',
    usedCode: 'Dieser Code wurde schon benutzt oder ist zu alt. Lass dir einen neuen zeigen.',
    readOnly: 'Dieser Browser darf lesen, aber nichts ändern. Dazu braucht es ein Token mit der Berechtigung „admin“.',
    push: {
      title: 'Dieser Browser',
      label: 'Warnungen auf diesem Gerät',
      hint: 'Auch wenn diese Seite geschlossen ist. Sie laufen über den Push-Dienst des Browsers, der sie nicht lesen kann.',
      states: {
        on: '',
        off: '',
        unsupported:
          'Dieser Browser kann hier keine Warnungen empfangen. Dazu braucht es HTTPS mit einem Zertifikat, dem er vertraut; auf einem iPhone füge die Seite zuerst dem Home-Bildschirm hinzu.',
        unpaired:
          'Kopple diesen Browser zuerst per QR-Code oder Token, damit sich Warnungen für ihn wieder ausschalten lassen.',
        denied:
          'Der Browser erlaubt keine Benachrichtigungen dieser Seite. Das lässt sich in seinen Einstellungen für die Website ändern.',
        unavailable: 'Der Push-Dienst des Browsers ist nicht erreichbar.',
        full: 'Mehr Geräte und Kanäle können keine Warnungen erhalten. Entferne einen Kanal in den Einstellungen der App, oder widerrufe das Token eines Geräts, das du nicht mehr benutzt: „fuelgauge token revoke“.',
        failed: 'Das hat nicht geklappt. Versuche es gleich noch einmal.',
      },
    },
    description: 'Was von den Limits deiner KI-Agenten übrig ist und wie schnell es verbraucht wird.',
  };
}
