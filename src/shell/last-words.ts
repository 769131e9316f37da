// a program that is killed says none of this
const lastWords = /(?:bash: execution aborted|\w+: interrupted|error: timed out waiting for the condition)\n$/;

/** What a program printed that was killed when its deadline came. */
export const withoutLastWords = <T extends { readonly stderr: string }>(printed: T): T => ({ ...printed, stderr: printed.stderr.replace(lastWords, '') });
