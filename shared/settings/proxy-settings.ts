import * as v from 'valibot';

/** Nothing is asked until the person sets an address. */
export const defaultProxySettings = { address: null, intervalMinutes: 15, isCounted: false } as const;

/** A proxy that is asked for its usage. Its key is a secret (`proxy`), never a setting. */
export const proxySettingsSchema = v.strictObject({
  /** `https://proxy.example`, or one of this machine; null: none is asked. */
  address: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.url(), v.maxLength(2_000))), null),
  /** How often the server asks. */
  intervalMinutes: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440)), 15),
  /** No log read here contains the proxy's traffic, so its responses count without being joined to one. */
  isCounted: v.optional(v.boolean(), false),
});
