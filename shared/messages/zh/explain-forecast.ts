import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Where a forecast comes from, as the pages tell it. */
export function createExplainForecast(format: Formats): Translation['explainForecast'] {
  const { duration } = createUnits(format);
  const share = (value: number | null): string => (value === null ? '未知' : format.percent(value * 100));
  return {
    figures: (used, likely, from, to) => `目前 ${used}，结束时大概 ${likely}；十次中有八次在 ${from} 和 ${to} 之间。`,
    asOf: (moment, end) => `这是 ${moment} 对 ${end} 的预测。`,
    rule: '规则：看您以往在类似时刻（一天中的时间、停顿多久、最近用量）之后又用了多少。历史较短时，也参考其他人的情况。',
    limitRule:
      '规则：从提供商的最新数值出发，再加上您日志中的 token 按与一周相同的规则将增加的量；窗口开始以来的 token 说明 1% 是多少。',
    odds: (odds) => `结束前用完的概率：${odds}。`,
    staleFigure: (ageMs) => `提供商的数值是 ${duration(ageMs)}前的，过于陈旧，无法判断是否会用完。`,
    record: ({ forecasts, medianApe, coverage80 }) =>
      `对您以往中途时刻所作的 ${format.integer(forecasts)} 次此类预测，误差中位数为 ${share(medianApe)}，` +
      `落在区间内的占 ${share(coverage80)}。`,
    noRecord: '您的历史中还没有已完成的，因此误差未知。',
    noRecordOfLimits: '限额读数太少，无法衡量此预测的误差。',
  };
}
