import { parseJson } from '../lib/parse-json.ts';
import { redactError, redactText, type RedactedError } from '../lib/redact-error.ts';

/** What is kept of a crash: what failed and where in the program, without a path, a name or an address. */
export interface CrashReport {
  readonly schema: 'fuelgauge.crash.v1';
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly version: string;
  /** Such as `linux x64`. */
  readonly system: string;
  readonly node: string;
  /** Null outside the desktop app. */
  readonly electron: string | null;
  readonly what: string;
  readonly error: RedactedError;
}

/** The program that crashed. */
export type CrashedProgram = Pick<CrashReport, 'version' | 'system' | 'node' | 'electron'>;

const maxFrames = 30;
const facts = ['at', 'version', 'system', 'node'] as const;

/** Describes a crash. `cause` is anything that was thrown. */
export function toCrashReport(program: CrashedProgram, what: string, cause: unknown, atMs: number): CrashReport {
  return {
    schema: 'fuelgauge.crash.v1',
    at: new Date(atMs).toISOString(),
    ...program,
    what: redactText(what),
    error: redactError(cause),
  };
}

/**
 * Reads a stored crash; null if the file is not one. Everything is redacted once more, and unknown members are left
 * out, since the file may have been edited. Never throws.
 */
export function parseCrashReport(text: string): CrashReport | null {
  const { schema, what, electron, error, ...rest } = toObject(parseJson(text));
  const { name, code, message, frames } = toObject(error);
  if (schema !== 'fuelgauge.crash.v1' || typeof what !== 'string' || typeof message !== 'string') return null;
  if (typeof rest['at'] !== 'string' || Number.isNaN(Date.parse(rest['at']))) return null;
  const [at, version, system, node] = facts.map((fact) => toPlain(rest[fact]) ?? '-');
  return {
    ...{ schema, at: at!, version: version!, system: system!, node: node!, electron: toPlain(electron) },
    what: redactText(what),
    error: {
      name: toPlain(name) ?? 'Error',
      code: toPlain(code),
      message: redactText(message),
      frames: Array.isArray(frames) ? frames.filter(isFrame).slice(0, maxFrames) : [],
    },
  };
}

function toObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** A word or two, such as a version. */
function toPlain(value: unknown): string | null {
  return typeof value === 'string' && /^[\w.:+ -]{1,60}$/.test(value) ? value : null;
}

function isFrame(value: unknown): value is string {
  return typeof value === 'string' && /^[\w$.<> -]{1,100} [\w.-]{1,100}:\d{1,8}$/.test(value);
}
