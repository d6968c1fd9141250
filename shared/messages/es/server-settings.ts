import type { AccessScope } from '../../domain/access-scope.ts';

/** The web server of the tray app: where it is reached, and who may use it. */
export function createServerSettingsMessages() {
  return {
    title: 'Servidor web',
    serve: 'Servir mientras la app está abierta',
    serveHint:
      'Una página para navegadores y teléfonos, una API y métricas para Prometheus. Mientras está desactivado, no se carga nada de ello.',
    servedAt: 'Disponible en',
    fingerprint: 'SHA-256 de su certificado',
    host: 'Accesible desde',
    hostHint: 'Desde fuera de este equipo, cada solicitud necesita un token y la conexión va cifrada.',
    hosts: { '127.0.0.1': 'Solo este equipo', '0.0.0.0': 'Tu red' } as Readonly<Record<string, string>>,
    port: 'Puerto',
    portHint: '0 elige uno libre.',
    badPort: 'Escribe un número entero de 0 a 65535.',
    readingNeedsToken: 'Leer requiere un token',
    readingNeedsTokenHint: 'También en este equipo. Los cambios siempre lo requieren.',
    requests: 'Solicitudes por minuto',
    requestsHint: 'Desde una dirección. Las demás se rechazan un rato.',
    badRequests: 'Escribe un número entero de 1 a 10.000.000.',
    body: 'Tamaño máximo de una solicitud, kB',
    bodyHint: 'Las mayores se rechazan.',
    badBody: 'Escribe un número entero de 1 a 1.048.576.',
    certificate: 'Certificado propio',
    certificateHint: 'Dos archivos PEM, con sus rutas absolutas. Sin ellos, se crea un certificado donde haga falta.',
    certificateFile: 'Archivo del certificado',
    privateKeyFile: 'Archivo de su clave privada',
    tokens: 'Tokens de acceso',
    tokensHint:
      'Dan acceso a programas y navegadores. El texto de un token se muestra una vez y solo se guarda su hash.',
    tokensUnusable: 'No se puede leer el archivo de tokens. Mueve tokens.json a otro sitio para empezar de nuevo.',
    tokenName: 'Nombre del token',
    scope: 'Qué permite',
    scopes: {
      read: 'Leer',
      ingest: 'Enviar telemetría',
      admin: 'Todo',
    } satisfies Readonly<Record<AccessScope, string>>,
    create: 'Crear token',
    nameless: 'Escribe un nombre para reconocerlo.',
    created: 'Copia el token ahora. No se vuelve a mostrar.',
    notCreated: 'No se pudo escribir el token en la carpeta de datos.',
    describeToken: (scopes: readonly AccessScope[], created: string): string => `${scopes.join(', ')}, ${created}`,
    unnamed: 'Sin nombre',
    revoke: 'Revocar',
    revokeOf: (name: string): string => `Revocar el token ${name}`,
    phone: 'Teléfono',
    phoneHint:
      'Muestra un código que un teléfono puede usar una vez en cinco minutos. Puede leer, pero no cambiar nada.',
    phoneOff: 'Activa el servidor y deja que tu red llegue a él. Entonces se puede añadir un teléfono.',
    showCode: 'Mostrar código QR',
    hideCode: 'Ocultar',
    qrCode: 'Código QR con la dirección para el teléfono',
  };
}
