/** The words of a sentence are proofread, not tested: no test should fail because the catalogue has another wording. */
const words = {
  shouldIgnore(path) {
    const file = path.hub?.file?.opts?.filename ?? '';
    if (!/shared[\\/]messages[\\/]/.test(file) || !path.isStringLiteral()) return undefined;
    return path.parentPath.isBinaryExpression() ? undefined : 'words of a sentence';
  },
};

/** Loaded by Stryker: https://stryker-mutator.io/docs/stryker-js/disable-mutants/#using-an-ignore-plugin */
export const strykerPlugins = [{ kind: 'Ignore', name: 'words', value: words }];
