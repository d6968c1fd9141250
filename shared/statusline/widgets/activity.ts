import type { Widget } from '../scene.ts';
import { inTone, span, type Forms, type Tone } from '../segment.ts';

/** The provider's cache of the prompt: how long it stays warm, and how much came from it. */
export const cache: Widget = {
  priority: 28,
  draw({ status: { cache }, words, nowMs }) {
    if (cache === null) return [];
    const leftMs = cache.expiresAtMs === null ? null : cache.expiresAtMs - nowMs;
    const isWarm = cache.isWarm && (leftMs === null || leftMs > 0);
    const tone: Tone = !isWarm ? 'critical' : leftMs !== null && leftMs < 60_000 ? 'warning' : 'good';
    const text = isWarm ? words.cacheWarm(leftMs === null ? null : words.duration(leftMs)) : words.cacheCold;
    if (cache.hitPercent === null) return inTone(tone, text);
    const hits = span(` ${words.cacheHits(words.percent(cache.hitPercent))}`, 'dim');
    return [[span(text, tone), hits], [span(text, tone)]] satisfies Forms;
  },
};

/** How fast the last response was written. */
export const speed: Widget = {
  priority: 14,
  draw({ memory, words }) {
    const tokens = memory?.tokensPerSecond ?? null;
    return tokens === null ? [] : inTone('dim', words.estimated(words.speed(words.count(tokens))));
  },
};

/** Agents that run on this machine, from two on. */
export const agents: Widget = {
  priority: 18,
  draw: ({ facts, words }) => (facts === null || facts.agents < 2 ? [] : inTone('dim', words.agents(facts.agents))),
};

/** Tasks that run beside the session. */
export const tasks: Widget = {
  priority: 20,
  draw: ({ memory, words }) => (!memory?.tasks ? [] : inTone('plain', words.tasks(memory.tasks))),
};

/** Tool servers that the project asks for. */
export const servers: Widget = {
  priority: 6,
  draw: ({ servers, words }) => (!servers ? [] : inTone('dim', words.servers(servers))),
};

/** What a command of the person's printed. */
export const run: Widget = {
  priority: 22,
  draw({ outputs }, command) {
    const output = command === null ? '' : (outputs.get(command) ?? '');
    return output === '' ? [] : inTone('plain', output);
  },
};
