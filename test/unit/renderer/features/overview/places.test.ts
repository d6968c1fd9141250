import { describe, expect, it } from 'vitest';
import { toPlacesView } from '../../../../../renderer/features/overview/places.ts';
import { toSpendingPlaces } from '../../../../../shared/analytics/overview.ts';
import { listPrices } from '../../../../support/list-prices.ts';
import { makeCell } from '../../../../support/make-cell.ts';

const cells = [
  ...Array.from({ length: 50 }, (_, index) =>
    makeCell({ project: `/work/${index}`, usage: { outputTokens: 1_000 * (index + 1) } }),
  ),
  makeCell({ project: '/work/free', model: 'unknown-model', usage: { inputTokens: 9_000_000 } }),
];
const overview = toSpendingPlaces(cells, listPrices);
const tokens = 9_000_000 + 1_000 * ((50 * 51) / 2);

describe('toPlacesView', () => {
  it.each([10, 40, null])('adds up to every token, with at most %s entries', (most) => {
    const { shown, rest } = toPlacesView(overview, 'tokens', most);
    const sum = shown.reduce((total, { usage }) => total + usage.inputTokens + usage.outputTokens, 0);
    expect(sum + rest).toBe(tokens);
  });

  it('begins with what used the most tokens, whether or not its price is known', () => {
    expect(toPlacesView(overview, 'tokens', 10).shown[0]).toMatchObject({ project: '/work/free' });
  });

  it('lists no place without a known cost where money is shown', () => {
    const { shown, count, rest } = toPlacesView(overview, 'cost', 10);
    expect(shown[0]).toMatchObject({ project: '/work/49' });
    expect(shown.map(({ project }) => project)).not.toContain('/work/free');
    expect(count).toBe(40);
    const [sum, all] = [shown, overview.places].map((list) =>
      list.reduce((total, { costMicroUsd }) => total + (costMicroUsd ?? 0), 0),
    );
    expect(sum! + rest).toBe(all! + (overview.otherPlaces.costMicroUsd ?? 0));
  });
});
