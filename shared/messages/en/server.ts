import { metricHelp } from './metrics.ts';

/** Why a request is not answered. */
const problems = {
  titles: {
    'not-found': 'Not found',
    'method-not-allowed': 'Method not allowed',
    'foreign-host': 'Unknown host name',
    'foreign-origin': 'Request from another site',
    'too-many-requests': 'Too many requests',
    'needs-token': 'Token needed',
    'lacks-scope': 'Token without this scope',
    'wrong-code': 'Pairing code refused',
    'too-large': 'Body too large',
    'unsupported-media-type': 'Unsupported media type',
    'not-json': 'Body is not JSON',
    'not-otlp': 'Body is not OTLP',
    'invalid-argument': 'Invalid argument',
    'unknown-source': 'Unknown source',
    'not-done': 'Not done',
    unavailable: 'Not available now',
    'not-kept': 'Not kept',
    failed: 'Internal error',
  },
  details: {
    'not-found': 'There is nothing at this address. /api/openapi.json lists everything that can be asked.',
    'method-not-allowed': 'This address does not take this method.',
    'foreign-host':
      'The server does not know the host name it was reached under. Add it to the setting server.allowedHosts.',
    'foreign-origin':
      'Pages of other sites may not use this server. Add their origin to the setting server.allowedOrigins.',
    'too-many-requests': 'This address has sent more requests than the setting server.requestsPerMinute allows.',
    'needs-token': 'Send a token: "Authorization: Bearer …". "fuelgauge token create" makes one.',
    'lacks-scope': 'The token is valid, but not for this. "fuelgauge token create --scope …" makes another one.',
    'wrong-code': 'The code is wrong, was used already, or is too old. "fuelgauge token pair" makes a new one.',
    'too-large': 'The body is larger than the setting server.maxBodyKilobytes allows.',
    'unsupported-media-type': 'Send the body as application/json.',
    'not-json': 'The body cannot be read as JSON.',
    'not-otlp': 'The body must be an OTLP request in JSON or protobuf, plain or compressed by gzip.',
    'invalid-argument': 'The argument is not valid.',
    'unknown-source': 'There is no source of this name.',
    'not-done': 'The member "error" says why.',
    unavailable: 'Try again in a moment.',
    'not-kept': 'What was sent could not be written to the disk. Send it again later.',
    failed: 'The log of the server says more.',
  },
};

/** What agents are answered over the Model Context Protocol. */
const mcp = {
  instructions:
    'Ask how much of the limits of AI coding agents on this machine is left, and what uses it. Costs are ' +
    'API-equivalent. null means unknown, which is not zero.',
  tools: {
    get_usage: 'Tokens and API-equivalent cost by day, week, month, model or project. Days are YYYY-MM-DD.',
    get_limits:
      'Limit windows of the providers: how much is used and left, when they reset, when they run out at the current ' +
      'pace. The kind is "official", or "stale" when the reading is too old to be trusted.',
    get_forecast:
      'How blocks, days, weeks and limit windows will end: estimates with quantiles (p10 to p90), and how likely it is ' +
      'that a limit runs out before it resets, and when.',
    get_sessions: 'The sessions that were active last, with their tokens and cost, newest last.',
  },
  unknownTool: (name: string): string => `There is no tool ${name}.`,
  invalidArgument: (place: string | null, expected: string | null): string =>
    `${place ?? 'The argument'} is not valid${expected === null ? '' : ` (expected ${expected})`}.`,
};

const telemetry = {
  place: (place: string): string =>
    place === 'environment' ? 'Set these environment variables:' : `Add this to ${place}:`,
  noFile: 'This agent has no settings file for it. Set what "fuelgauge otel install" prints.',
  newToken: 'NEW-TOKEN',
  installed: 'Written. New sessions of the agent send their telemetry while "fuelgauge serve" runs.',
  uninstalled:
    'Removed. Everything else in the settings is as it was. "fuelgauge token list" shows the token, to revoke it.',
  refusals: {
    'own-settings': 'The file has telemetry settings of its own, so it was left alone. Change them by hand.',
    'not-understood': 'The settings have a form that Fuelgauge does not know, so they were left alone.',
    'not-installed': 'Fuelgauge has not written these settings, so there is nothing to remove.',
  },
};

const otlpExport = {
  'no-endpoint': 'Metrics cannot be sent: set otlpExport.endpoint, or OTEL_EXPORTER_OTLP_ENDPOINT.',
  insecure: (url: string): string =>
    `Metrics are not sent to ${url} without TLS. Use https, or set OTEL_INSECURE=1 if the network is your own.`,
  invalid: (name: string, value: string): string => `Metrics cannot be sent: ${name} is ${value}.`,
  httpStatus: (status: number): string => `HTTP ${status}`,
  grpcStatus: (code: number): string => `gRPC ${code}`,
};

const tokens = {
  pairing: (minutes: number): string =>
    `Scan it with the phone within ${minutes} minutes. It can be used once, and gives a token that only reads.`,
  noPairingAddress:
    'Only this machine reaches the server. Set server.host to an address of your network, or say with --address how the phone reaches it.',
  created: (id: string): string => `Token ${id}. It is shown only now:`,
  revoked: (id: string): string => `Revoked the token ${id}.`,
  unknown: (id: string): string => `There is no token ${id}. "fuelgauge token list" shows all of them.`,
  unusable: (file: string): string => `The file of tokens cannot be read: ${file}. Move it away to start again.`,
  none: 'There are no tokens.',
  columns: { id: 'Id', name: 'Name', scopes: 'Scopes', created: 'Created' },
};

/** What is said of a proxy that is asked for its usage. */
const proxy = {
  noAddress: 'Say which proxy to ask: --address https://proxy.example, or the setting proxy.address.',
  noKey: 'The proxy needs a key: run "fuelgauge proxy key", or set FUELGAUGE_SECRET_PROXY.',
  insecure: (address: string): string =>
    `A key is not sent to ${address}. The address must be https, or http on this machine, without a name or parameters.`,
  askKey: 'Key of the proxy: ',
  keyKept: 'The key is stored. It is sent only to the address of your proxy.',
  noTerminalForKey: 'There is no terminal to type the key on. Set FUELGAUGE_SECRET_PROXY in its place.',
  keyRemoved: 'The key is removed.',
  keyNotKept: {
    'not-written': 'The key could not be written to the data folder.',
    'set-by-environment': 'The key is set by FUELGAUGE_SECRET_PROXY. Change it there.',
    'read-only': 'The key could not be written: secrets cannot be changed here.',
  },
  pulled: (uses: number, added: number, costUsd: number, budgets: number): string =>
    `Responses that the proxy reported: ${uses} ($${costUsd.toFixed(2)}), of which new: ${added}. Budgets: ${budgets}.`,
  totals: (requests: number, costUsd: number): string =>
    `The proxy itself counts, for these days, ${requests} ${requests === 1 ? 'request' : 'requests'} ($${costUsd.toFixed(2)}).`,
  failures: {
    refused: (name: string): string => `The key may not ask ${name}.`,
    missing: (name: string): string => `This proxy has no ${name}.`,
    redirect: (name: string): string => `${name} leads to another address. The key was not sent there.`,
    status: (name: string): string => `The proxy could not answer ${name}.`,
    unreachable: (name: string): string => `The proxy could not be reached for ${name}.`,
    'too-large': (name: string): string => `The answer to ${name} is too large.`,
    'other-shape': (name: string): string => `The answer to ${name} has a form that Fuelgauge does not know.`,
  },
};

/** What the server says to whoever asks it. */
export function createServerMessages() {
  return {
    problems,
    metrics: metricHelp,
    openApi: {
      title: 'Fuelgauge',
      description:
        'How much of the limits of AI coding agents is left, how fast it is used, what uses it and when it runs out.',
      events:
        'Live changes as server-sent events: "snapshot" has everything, "change" the sections that changed. ' +
        'A client that sends the id of its last event gets only what it missed.',
      access: 'What the token of the request may do.',
      pair: 'A token for the device, in exchange for a pairing code.',
      push: 'Whether alerts are sent to the browser of this token.',
      problem: 'Why there is no answer.',
      notModified: 'The client holds this answer already.',
    },
    serving: (address: string): string => `Fuelgauge is serving at ${address}. Press Ctrl-C to stop.`,
    fingerprint: (sha256: string): string => `Its certificate has the SHA-256 fingerprint ${sha256}.`,
    reloaded: 'The settings have been read again.',
    notReloaded: (file: string): string =>
      `The settings have not been read again: ${file} has something that cannot be used, so those from before apply. ` +
      '"fuelgauge config check" says what it is.',
    unusableSettings: (problem: string): string =>
      `${problem} They might let in whom the file keeps out, so nothing is served. Correct the file, or remove it.`,
    stopping: 'Stopping.',
    cannotListen: {
      inUse: (address: string): string =>
        `Another program uses ${address} already. Choose another port, or 0 for any free one.`,
      notAllowed: (address: string): string => `The system does not allow serving at ${address}. Try a higher port.`,
      noAddress: (host: string): string => `This machine has no address ${host}.`,
      other: (address: string, code: string): string => `Cannot serve at ${address} (${code}).`,
    },
    alreadyServed: (folder: string): string =>
      `Another Fuelgauge serves ${folder} already: the tray app, or another "fuelgauge serve". Stop it first.`,
    certificateUnusable: (file: string): string =>
      `The certificate or its key cannot be used: ${file}. Both must be PEM files that belong together.`,
    certificateReplaced: (sha256: string): string =>
      `There is a new certificate; it has the SHA-256 fingerprint ${sha256}.`,
    certificateEnded: 'The certificate has ended, so browsers refuse it. Replace it; there is no need to start again.',
    certificateHalf: 'A certificate needs its private key: set both server.certificateFile and server.privateKeyFile.',
    tokens,
    telemetry,
    mcp,
    proxy,
    otlpExport,
    mountedLogs: (folder: string): string =>
      `${folder} cannot be written, and holds logs of an agent. It is the folder for Fuelgauge's own data: mount a volume ` +
      'there, or set FUELGAUGE_DATA or --data to another folder. Mount the logs read-only where the agent keeps them, ' +
      'below the home folder, which is /home/nonroot in the container.',
    variables: {
      shortToken: (min: number): string =>
        `FUELGAUGE_TOKEN is too short: it needs at least ${min} characters, such as the output of "openssl rand -hex 32".`,
      invalid: (name: string, value: string, expected: string | null): string =>
        `The environment variable ${name} is ${value}${expected === null ? '' : ` (expected ${expected})`}.`,
    },
  };
}
