import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from. */
export function createExplain(format: Formats): Translation['explain'] {
  const { ago } = createUnits(format);
  const odds = createOdds(format);
  return {
    open: (name) => `${name}：数据来源`,
    where: '数据来源',
    loading: '正在查询…',
    gone: '目前没有更多信息。',
    limitUsed: (percent, kind, plan) =>
      `已用${plan === usualPlan ? '您平常用满的时段（P90）' : '限额'}的 ${format.percent(percent)}（${kind}）。`,
    odds: (probability) => odds(probability) ?? '可能性很小',
    forecast: '预测',
    day: '今天',
    recordPending: '正在计算以往此类预测的准确程度…',
    reading: (place, used, kind, ageMs, role) =>
      `${place}：${used}（${kind}，${ago(ageMs)}）${role === null ? '' : `，${role}`}`,
    morePlaces: (count) => `另外 ${format.integer(count)} 处`,
    givesFigure: '此处显示',
    givesReset: '提供重置时间',
    costFromLogs: '日志记有费用时采用日志，否则按 token 和标价计算。不是账单。',
    costFromPrices: '按 token 和标价计算。不是账单。',
    costPart: (model, cost, responses) => `${model}：${cost ?? '价格未知'}，${format.integer(responses)} 次响应`,
  };
}
