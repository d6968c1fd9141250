import { explainedDifferences } from './explained.ts';
import type { PeerId } from './peers/peer.ts';
import type { ExplainedDifference, RuleId } from './rules.ts';
import type { ComparedClass, Difference } from './usage-table.ts';

/** A difference, and the rules that explain it to the token; empty when nothing does. */
export interface JudgedDifference extends Difference {
  readonly rules: readonly RuleId[];
}

/** A difference that `explained.ts` states. */
export interface StatedDifference {
  readonly dataSet: string;
  readonly peer: PeerId;
  readonly dayAndModel: string;
  readonly tokenClass: ComparedClass;
  /** How many tokens the peer counts more than we do; negative when it counts fewer. */
  readonly amount: number;
  readonly rules: readonly RuleId[];
}

/** The stated differences, and which of them were found. */
export interface Explanations {
  judge(dataSet: string, peer: PeerId, differences: readonly Difference[]): readonly JudgedDifference[];
  /** Stated differences that were not found: the statement is out of date. */
  unmet(): readonly StatedDifference[];
}

/** Loads the explained differences (those of `explained.ts` unless given). `isWhole`: every data set will be compared, so a difference that is not found is out of date. */
export function createExplanations(
  isWhole: boolean,
  explained: readonly ExplainedDifference[] = explainedDifferences,
): Explanations {
  const judgedSets = new Set<string>();
  const open = new Map(toStated(explained).map((stated) => [toKey(stated.dataSet, stated.peer, stated), stated]));
  return {
    judge(dataSet, peer, differences) {
      judgedSets.add(dataSet);
      return differences.map((difference) => {
        const key = toKey(dataSet, peer, difference);
        const stated = open.get(key);
        const isExplained = stated !== undefined && stated.amount === difference.theirs - difference.ours;
        if (isExplained) open.delete(key);
        return { ...difference, rules: isExplained ? stated.rules : [] };
      });
    },
    unmet: () => [...open.values()].filter(({ dataSet }) => isWhole || judgedSets.has(dataSet)),
  };
}

function toStated(explained: readonly ExplainedDifference[]): readonly StatedDifference[] {
  return explained.flatMap(({ dataSet, peer, rules, amounts }) =>
    Object.entries(amounts).flatMap(([dayAndModel, tokens]) =>
      (Object.entries(tokens) as [ComparedClass, number][]).map(([tokenClass, amount]) => ({
        dataSet,
        peer,
        dayAndModel,
        tokenClass,
        amount,
        rules,
      })),
    ),
  );
}

function toKey(
  dataSet: string,
  peer: PeerId,
  { dayAndModel, tokenClass }: { readonly dayAndModel: string; readonly tokenClass: ComparedClass },
): string {
  return [dataSet, peer, dayAndModel, tokenClass].join('\n');
}
