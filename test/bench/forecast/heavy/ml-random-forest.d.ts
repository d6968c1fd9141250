/** What is used of the package, which has no types of its own. */
declare module 'ml-random-forest' {
  export class RandomForestRegression {
    constructor(options: { nEstimators: number; maxFeatures: number; replacement: boolean; seed: number });
    train(features: readonly (readonly number[])[], targets: readonly number[]): void;
    predict(features: readonly (readonly number[])[]): number[];
  }
}
