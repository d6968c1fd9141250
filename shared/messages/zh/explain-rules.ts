import type { AllowanceChange } from '../../domain/limit-change.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

type RuleWords = NonNullable<Translation['explainRules']>;

/** Where a number comes from, as the pages tell it. */
export function createExplainRules(format: Formats): RuleWords {
  return {
    newest: '显示的是最新的读数，无论它来自哪里。',
    places: (count) => `有 ${format.integer(count)} 处报告此窗口；不一致时以较新的为准。`,
    binding: '在所有窗口中，它最先让您停下。',
    pace: (elapsedPercent) => `读取时，窗口的时间已过去 ${format.percent(elapsedPercent)}。`,
    ...createAllowance(format),
    origins: { log: '日志', statusline: '状态行', file: '智能体的文件', api: '向智能体询问' },
    officialReset: (endMoment, place) =>
      `它在 ${endMoment} 结束，即提供商所说的窗口重置时间${place === null ? '' : `（${place}）`}，开始于结束前五小时。`,
    firstEvent: (firstMoment) =>
      `没有已知的重置时间：它从第一个事件（${firstMoment}）所在的整点开始；若上一个时段结束得更晚，则从那时开始，最多持续五小时。`,
    noLimit: '没有已知的限额：设置中没有选择能给出限额的套餐。',
    units: { tokens: 'token', 'tokens-in-out': '输入和输出 token', requests: '请求', usd: '按 API 折算的费用' },
    learning: (unit, blocks) => `平常用满的时段（${unit}）：学习中（5 个时段中的 ${blocks} 个）。`,
    baseline: ({ unit, p90, interval, range, blocks }) =>
      `平常用满的时段（${unit}）：${p90}（${blocks} 个时段的 P90；类似历史中十次有九次为 ${interval}；各时段为 ${range}）。`,
    span: (low, high) => `${low} 至 ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowance(format: Formats): RuleWords {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }) =>
      `由 ${format.integer(pairs)} 对读数估算：1% 为 ${dollars(usdPerPercent)}，` +
      `在 ${money(interval.low)} 至 ${money(interval.high)} 之间。`,
    allowance: (change, moment) => {
      const { before, after } = change;
      return (
        `估算：自 ${moment} 起，1% 为 ${dollars(after.usdPerPercent)}、${format.compact(after.tokensPerPercent)} 个 token；` +
        `之前为 ${dollars(before.usdPerPercent)}、${format.compact(before.tokensPerPercent)} 个 token` +
        `（之后 ${format.integer(after.pairs)} 对、之前 ${format.integer(before.pairs)} 对读数的中位数）。${explainChange(change)}`
      );
    },
  };
}

function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return '套餐大约在那时变化。';
  if (isOtherModels) return '使用了与之前不同的模型，这可能就是原因。';
  return `同一账户在别处${ratio < 1 ? '使用' : '停止使用'}也会呈现同样的结果。`;
}
