import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return 'Falta su secreto. Escríbelo en los ajustes.';
    case 'bad-address':
      return 'Su dirección o su plantilla no es válida.';
    case 'insecure-address':
      return 'Su dirección no va cifrada. Usa https, o una conexión de correo cifrada.';
    case 'private-address':
      return 'Su dirección lleva a una red privada, a la que este canal no puede acceder.';
    case 'redirected':
      return 'Su servidor remite a otra dirección, que no se sigue. Escribe esa en su lugar.';
    case 'timed-out':
      return 'Su servidor no respondió a tiempo.';
    case 'unanswered':
      return 'La conexión terminó antes de que respondiera su servidor: la alerta puede haber llegado.';
    case 'expired':
      return 'No se pudo contactar con él durante un día.';
    case 'unreachable':
      return `No se puede contactar con él (${failure.code}).`;
    case 'refused':
      return `Su servidor rechazó la alerta (${failure.status}).`;
    case 'program':
      return `Su programa falló (${failure.code}).`;
  }
}
