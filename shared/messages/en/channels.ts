import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return 'Its secret is missing. Enter it in the settings.';
    case 'bad-address':
      return 'Its address or its template is not valid.';
    case 'insecure-address':
      return 'Its address is not encrypted. Use https, or an encrypted mail connection.';
    case 'private-address':
      return 'Its address leads to a private network, which this channel is not allowed to reach.';
    case 'redirected':
      return 'Its server points to another address, which is not followed. Enter that address instead.';
    case 'timed-out':
      return 'Its server did not answer in time.';
    case 'unanswered':
      return 'The connection ended before its server answered: the alert may have arrived.';
    case 'expired':
      return 'It could not be reached for a day.';
    case 'unreachable':
      return `It cannot be reached (${failure.code}).`;
    case 'refused':
      return `Its server refused the alert (${failure.status}).`;
    case 'program':
      return `Its program failed (${failure.code}).`;
  }
}
