import { quantileLevels } from '../../../../shared/forecast/forecast.ts';
import type { Random } from '../../corpus/random.ts';
import type { Moment } from './moments.ts';

const hidden = 12;
const gates = 4 * hidden;
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** A trained network. */
export interface Lstm {
  /** The quantiles of the bent target, ascending. */
  predict(moment: Moment): readonly number[];
}

/**
 * A long short-term memory of twelve cells over the last hours, and a layer from its state and the features to the
 * quantiles, trained by the pinball loss with Adam. `targets`: logarithms of what came, in usual slots.
 */
export function trainLstm(
  moments: readonly Moment[],
  targets: readonly number[],
  random: Random,
  epochs: number,
): Lstm {
  const width = moments[0]?.features.length ?? 0;
  const sizes = { input: gates * (hidden + 2), output: quantileLevels.length * (hidden + width + 1) };
  const weights = Float64Array.from({ length: sizes.input + sizes.output }, () => random.normal() * 0.15);
  const [m, v] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  const gradient = new Float64Array(weights.length);
  let step = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let done = 0; done < moments.length; done++) {
      const index = Math.floor(random.next() * moments.length);
      accumulate(weights, moments[index]!, targets[index]!, gradient);
      if (done % 16 === 15) update(weights, gradient, m, v, ++step);
    }
  }
  return { predict: (moment) => [...forward(weights, moment).out].sort((a, b) => a - b) };
}

function forward(weights: Float64Array, { hours, features }: Moment) {
  const stride = hidden + 2;
  const states = [{ h: new Float64Array(hidden), c: new Float64Array(hidden), g: new Float64Array(gates) }];
  for (const x of hours) {
    const last = states.at(-1)!;
    const state = { h: new Float64Array(hidden), c: new Float64Array(hidden), g: new Float64Array(gates) };
    for (let gate = 0; gate < gates; gate++) {
      let sum = weights[gate * stride + hidden]! * x + weights[gate * stride + hidden + 1]!;
      for (let k = 0; k < hidden; k++) sum += weights[gate * stride + k]! * last.h[k]!;
      state.g[gate] = gate < 3 * hidden ? sigmoid(sum) : Math.tanh(sum);
    }
    for (let k = 0; k < hidden; k++) {
      state.c[k] = state.g[hidden + k]! * last.c[k]! + state.g[k]! * state.g[3 * hidden + k]!;
      state.h[k] = state.g[2 * hidden + k]! * Math.tanh(state.c[k]!);
    }
    states.push(state);
  }
  const input = [...states.at(-1)!.h, ...features, 1];
  const offset = gates * stride;
  const out = quantileLevels.map((_, q) =>
    input.reduce((sum, x, k) => sum + x * weights[offset + q * input.length + k]!, 0),
  );
  return { states, input, out };
}

/** Adds the gradient of the pinball loss of one moment. */
function accumulate(weights: Float64Array, moment: Moment, target: number, gradient: Float64Array): void {
  const { states, input, out } = forward(weights, moment);
  const stride = hidden + 2;
  const offset = gates * stride;
  const dh = new Float64Array(hidden);
  for (const [q, level] of quantileLevels.entries()) {
    const slope = target > out[q]! ? -level : 1 - level;
    for (const [k, x] of input.entries()) {
      const at = offset + q * input.length + k;
      gradient[at] = gradient[at]! + slope * x;
      if (k < hidden) dh[k] = dh[k]! + slope * weights[at]!;
    }
  }
  backward(weights, moment.hours, states, dh, gradient);
}

function backward(
  weights: Float64Array,
  hours: readonly number[],
  states: ReturnType<typeof forward>['states'],
  dh: Float64Array,
  gradient: Float64Array,
): void {
  const stride = hidden + 2;
  const dc = new Float64Array(hidden);
  for (let t = states.length - 1; t > 0; t--) {
    const [{ g, c }, last] = [states[t]!, states[t - 1]!];
    const dg = new Float64Array(gates);
    for (let k = 0; k < hidden; k++) {
      const [i, f, o, a] = [g[k]!, g[hidden + k]!, g[2 * hidden + k]!, g[3 * hidden + k]!];
      const bent = Math.tanh(c[k]!);
      const d = dc[k]! + dh[k]! * o * (1 - bent * bent);
      dg[k] = d * a * i * (1 - i);
      dg[hidden + k] = d * last.c[k]! * f * (1 - f);
      dg[2 * hidden + k] = dh[k]! * bent * o * (1 - o);
      dg[3 * hidden + k] = d * i * (1 - a * a);
      dc[k] = d * f;
    }
    dh.fill(0);
    for (let gate = 0; gate < gates; gate++) {
      for (let k = 0; k < hidden; k++) {
        const at = gate * stride + k;
        gradient[at] = gradient[at]! + dg[gate]! * last.h[k]!;
        dh[k] = dh[k]! + dg[gate]! * weights[at]!;
      }
      gradient[gate * stride + hidden] = gradient[gate * stride + hidden]! + dg[gate]! * hours[t - 1]!;
      gradient[gate * stride + hidden + 1] = gradient[gate * stride + hidden + 1]! + dg[gate]!;
    }
  }
}

/** A step of Adam with the mean of sixteen gradients. */
function update(weights: Float64Array, gradient: Float64Array, m: Float64Array, v: Float64Array, step: number): void {
  for (let k = 0; k < weights.length; k++) {
    const g = gradient[k]! / 16;
    m[k] = 0.9 * m[k]! + 0.1 * g;
    v[k] = 0.999 * v[k]! + 0.001 * g * g;
    const rate = (0.005 * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    weights[k] = weights[k]! - (rate * m[k]!) / (Math.sqrt(v[k]!) + 1e-8);
  }
  gradient.fill(0);
}
