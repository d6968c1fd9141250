import type { Flavor } from '../lib/flavor.ts';

/** The tool whose logs we read. The list is the registry in `shared/sources`. */
export type SourceId = Flavor<string, 'SourceId'>;

/** The vendor that bills the tokens, e.g. `anthropic`, `openai`; `unknown` when the log does not say. */
export type ProviderId = Flavor<string, 'ProviderId'>;

/** A model exactly as the log (and the provider's bill) names it. */
export type ModelId = Flavor<string, 'ModelId'>;

/** The agent's own id of a session; unique together with the source. */
export type SessionId = Flavor<string, 'SessionId'>;

/** Permanently identifies one billed response, wherever its log rows appear; starts with the source id. */
export type EventKey = Flavor<string, 'EventKey'>;

/** An account with a provider, as the agent names it; never an e-mail address. */
export type AccountId = Flavor<string, 'AccountId'>;
