import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

type CompareWords = NonNullable<Translation['compare']>;

/** What the same usage would cost otherwise. */
function createWhatIf(format: Formats): CompareWords['whatIf'] {
  return {
    estimated: '按标价估算。各模型计算 token 的方式不同，因此其他模型的费用仅供粗略参考。',
    asModel: '另按此模型',
    asModelHint: '模型的准确名称',
    models: '如果全部使用同一个模型',
    model: '模型',
    used: '已使用',
    actual: '实际情况，按标价',
    cache: '如果缓存用法不同',
    withoutCache: '不用缓存',
    all5m: '全部写入 5 分钟缓存',
    all1h: '全部写入 1 小时缓存',
    partly: (percent) => `只有 ${format.percent(percent)} 的 token 价格已知。`,
    plans: '套餐',
    plansNote: (days) => `按这 ${format.integer(days)} 天的速度使用 30 天、按标价计算的费用，与各套餐价格比较。`,
    plan: '套餐',
    price: '每月',
    worth: '同样用量通过 API',
    breakEven: '收支平衡',
    factor: (factor) => `${factor} 倍`,
    yours: { provider: '您的套餐（据提供商）', setting: '您的套餐（据设置）' },
    unknownPlan: '不知道您的套餐：提供商和设置都没有说明。',
    noPlans: '没有这些智能体的已知套餐。',
    bringsIn: (percent, isPartial) => `用量价值为其价格的 ${format.percent(percent, isPartial)}`,
  };
}

/** The use of the cache. */
const coach: CompareWords['coach'] = {
  estimated: '估算：重建是指停顿时间超过缓存有效期之后的大量缓存写入。',
  none: '此时间范围内没有使用缓存。',
  model: '模型',
  write5m: '写入，5 分钟',
  write1h: '写入，1 小时',
  read: '读取',
  saved: '节省',
  rebuilds: '重建',
  lost: '损失',
  label: '缓存使用情况',
  cut: (since) => `只查看范围内最近 90 天，自 ${since} 起。`,
  advice: {
    longer: (model, money) => `${model}：一小时的缓存可在短暂停顿后节省约 ${money}，已扣除更贵的写入。`,
    shorter: (model, money) => `${model}：用 5 分钟写入可少花约 ${money}；未计重建。`,
    fine: '无需更改：其他有效期都不会明显更便宜。',
  },
};

/** Two ranges, what if, and the use of the cache. */
export function createCompare(format: Formats): CompareWords {
  return {
    tabs: { ranges: '两个时间范围', whatIf: '假设', cache: '缓存顾问', accounts: '对账' },
    tabsLabel: '比较内容',
    by: '按',
    left: '第一个范围',
    right: '第二个范围',
    noRangeBefore: '全部时间之前没有可比的时间范围，因此比较最近 30 天。',
    from: '从',
    to: '到',
    name: '名称',
    change: '变化',
    tokens: 'token',
    cost: '按 API 折算的费用',
    total: '合计',
    isNew: '新增',
    isGone: '消失',
    title: (left, right) => `${left}，对比 ${right}`,
    none: '两个时间范围内都未使用。',
    label: '比较表',
    whatIf: createWhatIf(format),
    coach,
  };
}
