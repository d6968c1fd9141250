/** An error in a form that may leave this machine: no path, no name, no address, no text of the person's. */
export interface RedactedError {
  readonly name: string;
  /** The system's code, such as `EACCES`; null when it has none. */
  readonly code: string | null;
  readonly message: string;
  /** `function file:line`, the innermost first; of a file only its last part. */
  readonly frames: readonly string[];
}

const maxMessage = 500;
const maxFrames = 30;

/** Words after which the rest of the line is a secret. */
const grants = 'authorization|bearer|basic|cookies?|credentials?|pass(?:word|wd|phrase|code)?|pwd|secret';
/** Words that are followed by a secret, or by what is wrong with it. */
const keys = 'token|key|session|signature|sig|otp|pin|dsn';
const plainWords =
  'is|was|of|in|for|to|and|or|not|has|had|from|with|at|on|must|cannot|constraint|missing|expired|lacks';

/**
 * In this order. What a person has written may contain quotes, spaces and dots, so its end cannot be found: everything
 * from a quote on is left out, and from a path, an address or a host on, the rest of the line. (V8 quotes the text that
 * is no JSON as it is, with its quotes.)
 */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/(?:["`\u2018\u201c\u00ab]|(?<![a-z])'|'(?![a-z])).*/s, '<text>'],
  // What something is set to, as in `password=…`, `?token=…` and `a=1; b=2`.
  [/=.*/g, '=<text>'],
  [new RegExp(String.raw`([\w-]*(?:${grants}|${keys}))[\w-]*\s*:.*`, 'gi'), '$1: <secret>'],
  [new RegExp(String.raw`\b([\w-]*(?:${grants}))\s+\S.*`, 'gi'), '$1 <secret>'],
  [new RegExp(String.raw`\b([\w-]*(?:${keys})(?:\s+is)?)\s+(?!(?:${plainWords})\b)[^\s<]\S*`, 'gi'), '$1 <secret>'],
  [/\b(?:[spr]k|gh[a-z]|github_pat|glpat|xox[a-z]|npm|hf)[-_][\w-]+/gi, '<secret>'],
  [/\b[a-z][\w+.-]*:\/\/.*/gi, '<address>'],
  [/[^\s<>(]+@[^\s<>)]*/g, '<address>'],
  [/(?:\b[a-z]:)?[^\s<(=]*[\\/].*/gi, '<path>'],
  [
    /\b(getaddrinfo|spawn(?:sync)?|E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|TIMEDOUT)) .*/gi,
    '$1 <name>',
  ],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[\da-f]{0,4}:){3,}[\da-f:]*/gi, '<address>'],
  [/[\w-]+(?:\.[\w-]+)+/g, '<name>'],
  [/\b(?:[\w-]{20,}|(?!(?:Big)?(?:Ui|I)nt\d+Array|Float\d+Array)(?=[\w-]*\d)(?=[\w-]*[a-z])[\w-]{8,})\b/gi, '<id>'],
  // All of this program's own error texts are English.
  [/[^\n -~]+/g, '<text>'],
];

/** Redacts anything that was thrown. Never throws. */
export function redactError(thrown: unknown): RedactedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, code: null, message: '', frames: [] };
  const { code } = thrown as { code?: unknown };
  return {
    name: /^\w{1,60}$/.test(thrown.name) ? thrown.name : 'Error',
    code: typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : null,
    message: redactText(thrown.message),
    frames: toFrames(thrown.stack ?? '', thrown.message),
  };
}

/** A sentence without anything that could name a person or a thing. */
export function redactText(text: string): string {
  return replacements
    .reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text.slice(0, 4 * maxMessage))
    .slice(0, maxMessage);
}

/** A message of several lines, which comes first, may look like frames. */
function toFrames(stack: string, message: string): readonly string[] {
  const start = stack.indexOf(message);
  return (start === -1 ? stack : stack.slice(start + message.length)).split('\n').flatMap(toFrame).slice(0, maxFrames);
}

function toFrame(line: string): readonly string[] {
  const frame = /^\s+at (?:(?:async )?([\w$.<> ]+?) )?\(?(?:.*[\\/])?([\w.-]+):(\d+)(?::\d+)?\)?$/.exec(line);
  return frame === null ? [] : [`${frame[1] ?? '-'} ${frame[2]!}:${frame[3]!}`];
}
