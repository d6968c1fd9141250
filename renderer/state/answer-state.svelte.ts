import { onDestroy, untrack } from 'svelte';
import { toFailureText } from '../bridge/host.ts';

/** The latest answer to a question that changes. */
export interface AnswerState<Answer> {
  /** It stays visible while the next one is loading. */
  readonly current: Answer | null;
  readonly isLoading: boolean;
  /** Why there was no answer; null while there is, or while nothing is asked. */
  readonly failure: string | null;
  /** Asks again. */
  retry(): void;
}

/** New usage is worth another query, but not every single response. */
const refreshMs = 30_000;

/**
 * Asks whenever the question changes, and some time after the revision has grown. Belongs to the component that builds
 * it. Answers to earlier questions are dropped; a null question asks nothing.
 */
export function createAnswerState<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  question: () => Question | null,
  revision: () => number = () => 0,
): AnswerState<Answer> {
  let current = $state.raw<Answer | null>(null);
  let isLoading = $state(false);
  let failure = $state<string | null>(null);
  let asked = 0;
  /** The revision of the last question. */
  let askedAt = 0;
  const key = $derived(JSON.stringify(question()));
  const seen = $derived(revision());

  const load = async (): Promise<void> => {
    const wanted = question();
    asked += 1;
    const own = asked;
    askedAt = untrack(revision);
    if (wanted === null) return;
    isLoading = true;
    try {
      const answer = await ask(wanted);
      if (own !== asked) return;
      current = answer;
      failure = null;
    } catch (error) {
      if (own !== asked) return;
      failure = toFailureText(error);
    }
    isLoading = false;
  };
  $effect(() => {
    // Asks again only when the question itself has changed.
    if (key !== 'null') untrack(() => void load());
  });
  let timer: ReturnType<typeof setTimeout> | undefined;
  $effect(() => {
    // The current or pending answer is for this revision. Later changes must not postpone the next question.
    if (seen === askedAt) return;
    timer ??= setTimeout(() => {
      timer = undefined;
      void load();
    }, refreshMs);
  });
  onDestroy(() => clearTimeout(timer));
  return {
    get current() {
      return current;
    },
    get isLoading() {
      return isLoading;
    },
    get failure() {
      return key === 'null' ? null : failure;
    },
    retry: () => void load(),
  };
}
