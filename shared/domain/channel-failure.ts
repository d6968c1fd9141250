/** Why a channel did not deliver an alert. It never holds an address or a secret: it is shown, logged and stored. */
export type ChannelFailure =
  | {
      readonly kind:
        | 'no-secret'
        | 'bad-address'
        /** Plain HTTP or SMTP, beyond this machine. */
        | 'insecure-address'
        /** An address of this machine or a private network, which the channel's settings do not allow. */
        | 'private-address'
        /** The server redirected to another host, which is not followed. */
        | 'redirected'
        | 'timed-out'
        /** The connection ended after the alert was sent: it is unknown whether it arrived. */
        | 'unanswered'
        | 'expired';
    }
  /** No connection; `code` is the system's, e.g. `ECONNREFUSED`. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** The server answered with this HTTP status, or SMTP code. */
  | { readonly kind: 'refused'; readonly status: number }
  /** The program could not be started (`code` is the system's), or ended with an exit code or a signal. */
  | { readonly kind: 'program'; readonly code: string };
