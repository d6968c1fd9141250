/** An error as it may leave this machine: no path, no name, no address, no words of a person's. */
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

/** In this order: an address holds a path, a path may hold quotes. */
const replacements: readonly (readonly [RegExp, string])[] = [
  [/\b[a-z][\w+.-]*:\/\/\S+/gi, '<address>'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<address>'],
  [/"[^"]*"|'[^']*'|`[^`]*`|\u201c[^\u201d]*\u201d/g, '<text>'],
  [/(?:[a-z]:)?(?:[\\/]|~[\\/])[^\s:,;)"'<>]*(?: [^\s:,;)"'<>\\/]*[\\/][^\s:,;)"'<>]*)*/gi, '<path>'],
  [/\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[\da-f]{1,4}:){3,}[\da-f:]*/gi, '<address>'],
  [/\b[\w-]{20,}\b/g, '<id>'],
];

/** Redacts anything that was thrown. Never throws. */
export function redactError(thrown: unknown): RedactedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown, code: null, message: '', frames: [] };
  const { code } = thrown as { code?: unknown };
  return {
    name: /^\w{1,60}$/.test(thrown.name) ? thrown.name : 'Error',
    code: typeof code === 'string' && /^\w{1,60}$/.test(code) ? code : null,
    message: redactText(thrown.message),
    frames: toFrames(thrown.stack ?? ''),
  };
}

/** A sentence without what could name somebody or something. */
export function redactText(text: string): string {
  return replacements
    .reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), text.slice(0, 4 * maxMessage))
    .slice(0, maxMessage);
}

function toFrames(stack: string): readonly string[] {
  return stack.split('\n').flatMap(toFrame).slice(0, maxFrames);
}

function toFrame(line: string): readonly string[] {
  const frame = /^\s+at (?:(?:async )?([\w$.<> ]+?) )?\(?(?:.*[\\/])?([\w.-]+):(\d+)(?::\d+)?\)?$/.exec(line);
  return frame === null ? [] : [`${frame[1] ?? '-'} ${frame[2]!}:${frame[3]!}`];
}
