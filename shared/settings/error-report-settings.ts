import * as v from 'valibot';

/** Nothing is sent until the person says where to. */
export const defaultErrorReportSettings = { dsn: null } as const;

/** A Sentry-compatible address, taken apart. https://develop.sentry.dev/sdk/foundations/transport/authentication/ */
export interface Dsn {
  /** Where envelopes are posted. */
  readonly address: string;
  readonly publicKey: string;
}

const pattern =
  /^(https?):\/\/([\w-]{1,200})@([\w.-]{1,253}|\[[\da-f:.]{2,45}\])(:\d{1,5})?((?:\/[\w-]{1,100}){0,8})\/(\d{1,20})$/i;
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Reads a DSN, `https://key@host/project`; null where it cannot be used. One with a secret key (the form of before 2018)
 * is refused, since settings hold no secrets, and so is one without TLS to another machine.
 */
export function parseDsn(text: string): Dsn | null {
  const [, scheme = '', publicKey = '', host = '', port = '', path = '', project = ''] =
    pattern.exec(text.trim()) ?? [];
  if (project === '' || (scheme.toLowerCase() === 'http' && !loopback.test(host))) return null;
  return { address: `${scheme.toLowerCase()}://${host}${port}${path}/api/${project}/envelope/`, publicKey };
}

/** Where reports of crashes are sent. */
export const errorReportSettingsSchema = v.strictObject({
  dsn: v.optional(
    v.nullable(
      v.pipe(
        v.string(),
        v.trim(),
        v.maxLength(2_000),
        v.check((text) => parseDsn(text) !== null),
      ),
    ),
    null,
  ),
});
