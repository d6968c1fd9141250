/** The dashboard in a browser. */
export function createWebMessages() {
  return {
    now: 'Ahora',
    more: 'Más',
    offline: (age: string): string => `El servidor no responde. Este es el estado de hace ${age}.`,
    offlineEmpty: 'El servidor no responde, y no se sabe nada de antes.',
    connecting: 'Conectando…',
    refused: 'Este servidor pide un token',
    refusedText:
      'Escanea el código QR que muestran «fuelgauge token pair» o los ajustes de la app, o escribe aquí un token. Se queda en este navegador.',
    token: 'Token',
    wrongToken: 'El servidor no acepta este token.',
    usedCode: 'Este código ya se usó o es demasiado antiguo. Pide uno nuevo.',
    readOnly: 'Este navegador puede leer, pero no cambiar nada. Para eso hace falta un token con el ámbito «admin».',
    push: {
      title: 'Este navegador',
      label: 'Alertas en este dispositivo',
      hint: 'También con esta página cerrada. Pasan por el servicio push del navegador, que no puede leerlas.',
      states: {
        on: '',
        off: '',
        unsupported:
          'Este navegador no puede recibir alertas aquí. Hace falta HTTPS con un certificado en el que confíe; en un iPhone, añade antes la página a la pantalla de inicio.',
        unpaired:
          'Vincula antes este navegador, con un código QR o un token, para que luego se le puedan desactivar las alertas.',
        denied: 'El navegador bloquea las notificaciones de esta página. Permítelas en sus ajustes para este sitio.',
        unavailable: 'No se puede contactar con el servicio push del navegador.',
        full: 'Ya no caben más dispositivos ni canales para alertas. Elimina un canal en los ajustes de la app o revoca el token de un dispositivo que ya no uses: «fuelgauge token revoke».',
        failed: 'No funcionó. Inténtalo de nuevo en un momento.',
      },
    },
    description: 'Lo que queda de los límites de tus agentes de código con IA, y a qué ritmo se usa.',
  };
}
