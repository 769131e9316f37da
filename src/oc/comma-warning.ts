import { goQuote } from './go-quote.ts';

/** What is said of values that look like lists: they are one pair each (oc pkg/helpers/cmd WarnAboutCommaSeparation). */
export function warnAboutCommas(warn: (text: string) => void, values: readonly string[], flag: string): void {
  for (const value of values.filter((each) => /.*=.*,.*=.*/.test(each))) {
    warn(`warning: ${flag} no longer accepts comma-separated lists of values. ${goQuote(value)} will be treated as a single key-value pair.\n`);
  }
}
