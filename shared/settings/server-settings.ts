import * as v from 'valibot';

const hostName = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(253));
const filePath = v.nullable(v.pipe(v.string(), v.nonEmpty(), v.maxLength(4_096)));

/** Served to this machine only, until the person says otherwise. */
export const defaultServerSettings = {
  isOn: false,
  host: '127.0.0.1',
  port: 8377,
  readingNeedsToken: false,
  allowedHosts: [] as string[],
  allowedOrigins: [] as string[],
  requestsPerMinute: 6_000,
  maxBodyKilobytes: 4_096,
  certificateFile: null,
  privateKeyFile: null,
  projectLabels: false,
};

/** Each value's own schema. */
export const serverSettingSchemas = {
  /** The address to listen on. Beyond loopback, every request needs a token and the connection is TLS. */
  host: hostName,
  /** 0: any free port. */
  port: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535)),
  /** On loopback, reading needs no token unless this is set. */
  readingNeedsToken: v.boolean(),
  /** Names, besides `localhost` and addresses, under which the server is reached. */
  allowedHosts: v.pipe(v.array(hostName), v.maxLength(50)),
  /** Pages of other origins that may read, such as `https://dash.example`. */
  allowedOrigins: v.pipe(v.array(v.pipe(v.string(), v.url())), v.maxLength(50)),
  /** Requests a minute and address. */
  requestsPerMinute: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  /** The largest body of a request, in kilobytes. */
  maxBodyKilobytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_048_576)),
  /** PEM files; both or none. Without them, a certificate is made where TLS is needed. */
  certificateFile: filePath,
  privateKeyFile: filePath,
  /** Whether metrics name projects. */
  projectLabels: v.boolean(),
} as const;

export type ServerSettingName = keyof typeof serverSettingSchemas;

/** How `fuelgauge serve` serves. What is left out is as by default. */
export type ServerSettings = {
  readonly [Name in ServerSettingName]: v.InferOutput<(typeof serverSettingSchemas)[Name]>;
};

const { host, port, readingNeedsToken, allowedHosts, allowedOrigins } = serverSettingSchemas;
const { requestsPerMinute, maxBodyKilobytes, certificateFile, privateKeyFile, projectLabels } = serverSettingSchemas;

/** All of them; what is left out is as by default. */
export const serverSettingsSchema = v.strictObject({
  /** Whether the tray app serves; `fuelgauge serve` always does. */
  isOn: v.optional(v.boolean(), defaultServerSettings.isOn),
  host: v.optional(host, defaultServerSettings.host),
  port: v.optional(port, defaultServerSettings.port),
  readingNeedsToken: v.optional(readingNeedsToken, defaultServerSettings.readingNeedsToken),
  allowedHosts: v.optional(allowedHosts, defaultServerSettings.allowedHosts),
  allowedOrigins: v.optional(allowedOrigins, defaultServerSettings.allowedOrigins),
  requestsPerMinute: v.optional(requestsPerMinute, defaultServerSettings.requestsPerMinute),
  maxBodyKilobytes: v.optional(maxBodyKilobytes, defaultServerSettings.maxBodyKilobytes),
  certificateFile: v.optional(certificateFile, defaultServerSettings.certificateFile),
  privateKeyFile: v.optional(privateKeyFile, defaultServerSettings.privateKeyFile),
  projectLabels: v.optional(projectLabels, defaultServerSettings.projectLabels),
});
