/** Replaces a secret. */
export const hidden = '(hidden)';

/** Settings whose parts may be secrets, by how their names begin. */
const secretNames = /^(otlpExport\.headers|alertChannels)/;
/** The members of a channel that may be shown. */
const shownParts: ReadonlySet<string> = new Set(['id', 'kind', 'isOn']);

/** A value of a setting as it may be shown: without the values of headers, channels' addresses, or names in addresses. */
export function hideSecrets(name: string, value: unknown): unknown {
  if (typeof value === 'string') return secretNames.test(name) ? hidden : hideInAddress(value);
  if (Array.isArray(value)) return value.map((each: unknown) => hideSecrets(name, each));
  if (typeof value !== 'object' || value === null) return value;
  const isSecret = secretNames.test(name);
  return Object.fromEntries(
    Object.entries(value).map(([part, each]: [string, unknown]) => {
      if (!isSecret) return [part, hideSecrets(`${name}.${part}`, each)];
      return [part, name === 'alertChannels' && shownParts.has(part) ? each : hidden];
    }),
  );
}

/** Removes credentials and parameters from an address. */
function hideInAddress(text: string): string {
  return text
    .replaceAll(/(\b[a-z][\w+.-]*:\/\/)[^\s/@]*@/gi, `$1${hidden}@`)
    .replaceAll(/(\bhttps?:\/\/[^\s?]*)\?\S*/gi, `$1?${hidden}`);
}
