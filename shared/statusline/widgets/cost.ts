import { hourMs, minuteMs } from '../../domain/instant.ts';
import { toUsd, usDollar } from '../../domain/money.ts';
import type { FactCost } from '../facts.ts';
import type { Scene, Widget } from '../scene.ts';
import { inTone, span, type Forms, type StyledSpan, type Tone } from '../segment.ts';

/** Facts older than this are shown with their age: the session continues, and nothing has been counted since. */
const freshMs = 5 * minuteMs;
/** From this age on, a burn rate means nothing. */
const burnMs = 15 * minuteMs;
/** Tokens a minute from which burning counts as moderate, and as high: as in `ccusage statusline`. */
const burnSteps = [2_000, 5_000] as const;
const burnEmoji = { normal: '🟢', moderate: '⚠️', high: '🚨' } as const;

/** What the session has cost so far: the agent's own estimate, or ours at list prices. */
export const sessionCost: Widget = {
  priority: 60,
  draw(scene) {
    const { status, facts, words, options } = scene;
    const own = status.costUsd;
    const session = facts?.sessions.find((each) => each.sessionId === status.sessionId && each.source === scene.source);
    const agent = own === null ? null : toMoney(scene, own);
    const ours = session === undefined ? null : toCost(scene, session);
    const chosen = options.costSource === 'cc' ? agent : options.costSource === 'ccusage' ? ours : (agent ?? ours);
    if (options.costSource === 'both' && agent !== null && ours !== null) {
      const text = words.bothCosts(agent, ours);
      return inTone('plain', words.estimated(words.session(text)), words.estimated(text));
    }
    if (chosen === null) return [];
    const text = words.estimated(chosen);
    return inTone('plain', words.session(text), text);
  },
};

/** What the block has cost so far, and how long it lasts. */
export const blockCost: Widget = {
  priority: 35,
  draw(scene) {
    const { facts, nowMs, source, words } = scene;
    const block = facts?.blocks.find((each) => (source === null || each.source === source) && each.endMs > nowMs);
    const text = block === undefined ? null : toCost(scene, block);
    if (block === undefined || text === null) return [];
    return withAge(scene, [words.block(text, words.duration(block.endMs - nowMs)), words.blockShort(text)]);
  },
};

/** What the day has cost so far, over all agents. */
export const dayCost: Widget = {
  priority: 50,
  draw(scene) {
    const today = toToday(scene);
    const text = today === null ? null : toCost(scene, today);
    if (text === null) return [];
    return withAge(scene, [scene.words.day(text), text]);
  },
};

/** How much of the day's budget is spent. */
export const budget: Widget = {
  priority: 45,
  draw(scene, option) {
    const { options, words } = scene;
    const [today, usd] = [toToday(scene), toBudget(option) ?? options.budgetUsd];
    if (today === null || today.costMicroUsd === null || usd === null) return [];
    const percent = (toUsd(today.costMicroUsd) / usd) * 100;
    const share = markPartial(scene, words.percent(percent), today);
    const tone: Tone = percent >= 100 ? 'critical' : percent >= 80 ? 'warning' : 'plain';
    return withAge(scene, [words.budget(share, toMoney(scene, usd)), share], tone);
  },
};

/** Money an hour and tokens a minute over the last quarter of an hour. */
export const burn: Widget = {
  priority: 30,
  draw(scene) {
    const { facts, nowMs, words, options } = scene;
    if (facts === null || nowMs - facts.writtenAtMs > burnMs) return [];
    const { tokensPerMinute, costMicroUsdPerHour: costMicroUsd, isCostPartial } = facts.burn;
    if (tokensPerMinute === null || tokensPerMinute === 0) return [];
    const money = toCost(scene, { costMicroUsd, isCostPartial });
    const level = tokensPerMinute >= burnSteps[1] ? 'high' : tokensPerMinute >= burnSteps[0] ? 'moderate' : 'normal';
    const comments: Readonly<Record<typeof options.burnMark, string>> = {
      off: '',
      emoji: ` ${burnEmoji[level]}`,
      text: ` (${words.burnLevels[level]})`,
      'emoji-text': ` ${burnEmoji[level]} (${words.burnLevels[level]})`,
    };
    const tone: Tone =
      options.burnMark === 'off'
        ? 'plain'
        : ({ normal: 'good', moderate: 'warning', high: 'critical' } as const)[level];
    const text = words.burn(money, words.count(tokensPerMinute));
    return inTone(tone, text + comments[options.burnMark], text);
  },
};

function toToday({ facts, nowMs }: Scene): FactCost | null {
  return facts === null || nowMs >= facts.today.endsAtMs ? null : facts.today;
}

/** A cost, with a plus sign behind it where more is not known; null when nothing is. */
function toCost(scene: Scene, cost: FactCost): string | null {
  const { costMicroUsd } = cost;
  return costMicroUsd === null ? null : markPartial(scene, toMoney(scene, toUsd(costMicroUsd)), cost);
}

function markPartial({ words }: Scene, text: string, { isCostPartial }: FactCost): string {
  return isCostPartial === true ? words.atLeast(text) : text;
}

function toMoney({ facts, words }: Scene, usd: number): string {
  return words.money(usd, facts?.currency ?? usDollar);
}

function toBudget(option: string | null): number | null {
  const usd = Number(option);
  return usd > 0 && usd < 1e9 ? usd : null;
}

/** Marks what was counted a while ago. */
function withAge({ facts, nowMs, words }: Scene, texts: readonly string[], tone: Tone = 'plain'): Forms {
  const ageMs = facts === null ? 0 : nowMs - facts.writtenAtMs;
  const isOld = ageMs > freshMs;
  const age: readonly StyledSpan[] = isOld ? [span(` ${words.stale(Math.min(ageMs, 99 * 24 * hourMs))}`, 'dim')] : [];
  return texts.map((text) => [span(text, isOld ? 'dim' : tone), ...age]);
}
