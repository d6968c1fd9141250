import * as v from 'valibot';

/** Where a page asks what it may do, and where it exchanges a pairing code for a token. */
export const accessPath = '/api/access';
export const pairPath = '/api/pair';

/** What a device sends to be paired. */
export const pairSchema = v.object({ code: v.pipe(v.string(), v.maxLength(100)) });

/** What a request may do with the token it came with. */
export const accessSchema = v.object({
  schema: v.literal('fuelgauge.access.v1'),
  canRead: v.boolean(),
  canChange: v.boolean(),
});

/** The token of a device that was paired. */
export const pairedSchema = v.object({ schema: v.literal('fuelgauge.pair.v1'), token: v.string() });
