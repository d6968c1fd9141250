/**
 * The forms of a word or phrase by plural category (CLDR). English needs `one` and `other`; every language has `other`.
 */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

const rulesByLocale = new Map<string, Intl.PluralRules>();

/** The form that goes with a count, e.g. `file` for 1 and `files` for 0 and 2 in English. */
export function selectPlural(locale: string, count: number, forms: PluralForms): string {
  let rules = rulesByLocale.get(locale);
  if (rules === undefined) {
    rules = new Intl.PluralRules(locale);
    rulesByLocale.set(locale, rules);
  }
  return forms[rules.select(count)] ?? forms.other;
}
