import type { Flavor } from '../lib/flavor.ts';

/** The tool whose logs we read, e.g. `claude-code`, `codex`. The list is the registry in `shared/sources`. */
export type SourceId = Flavor<string, 'SourceId'>;

/** The vendor that bills the tokens, e.g. `anthropic`, `openai`; `unknown` when the log does not say. */
export type ProviderId = Flavor<string, 'ProviderId'>;

/** A model exactly as the log (and the bill) names it. */
export type ModelId = Flavor<string, 'ModelId'>;

/** A session as its agent names it; unique together with the source. */
export type SessionId = Flavor<string, 'SessionId'>;

/** Names one billed response, for ever and wherever its log rows are met; starts with the source id. */
export type EventKey = Flavor<string, 'EventKey'>;

/** An account with a provider, as the agent names it; never an e-mail address. */
export type AccountId = Flavor<string, 'AccountId'>;
