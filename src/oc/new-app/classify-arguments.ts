import { goQuote } from '../go-quote.ts';
import type { OcHost } from '../host.ts';
import { isEnvironmentArgument } from './environment.ts';
import { isLocal, parseGitUrl } from './git-url.ts';

/** What the arguments of `new-app` were taken for (oc pkg/helpers/newapp/cmd/newapp.go AddArguments). */
export interface ClassifiedArguments {
  readonly environment: readonly string[];
  readonly sources: readonly string[];
  readonly components: readonly string[];
  /** Said of an argument when a failure is reported. */
  readonly classifications: ReadonlyMap<string, Classification>;
  /** What fits nothing, with the reasons. */
  readonly unknown: readonly { readonly argument: string; readonly reasons: readonly string[] }[];
}

export interface Classification {
  readonly text: string;
  /** Why it is no repository, where that may be what was meant. */
  readonly gitError?: string;
}

/** Nothing remote answers git here: what looks like a remote repository is asked for, in vain. */
export const noGitWarning = 'warning: Cannot check if git requires authentication.\n';

/** Sorts the arguments into environment variables, source code and images or templates, and tells what was taken for what. */
export async function classifyArguments(args: readonly string[], host: OcHost, out: (text: string) => void): Promise<ClassifiedArguments> {
  const sorted = { environment: [] as string[], sources: [] as string[], components: [] as string[] };
  const classifications = new Map<string, Classification>();
  const unknown: { argument: string; reasons: readonly string[] }[] = [];
  for (const argument of args.filter((each) => each !== '')) {
    const won = (kind: keyof typeof sorted, suffix: string, gitError?: string) => {
      sorted[kind].push(argument);
      classifications.set(argument, { text: `Argument '${argument}' was classified as ${suffix}.`, ...(gitError !== undefined && { gitError }) });
    };
    if (isEnvironmentArgument(argument)) {
      won('environment', 'an environment value');
      continue;
    }
    if (!isLocal(parseGitUrl(argument))) out(noGitWarning);
    const exists = await host.files.exists(argument);
    const isDirectory = exists && (await host.files.isDirectory(argument));
    const gitError = ` local file access failed with: ${exists ? '<nil>' : `stat ${argument}: no such file or directory`}`;
    const componentError = componentReferenceError(argument);
    if (isDirectory) won('sources', 'a source repository');
    else if (exists) won('components', 'a template');
    else if (componentError === undefined) won('components', 'an image, image~source, or loaded template reference', gitError);
    else unknown.push({ argument, reasons: reasonsOf(argument, gitError, componentError) });
  }
  return { ...sorted, classifications, unknown };
}

function reasonsOf(argument: string, gitError: string, componentError: string): readonly string[] {
  return [
    'is not an environment variable',
    `is not a Git repository:  ${gitError}`,
    `is not a template stored in a local file:  stat ${argument}: no such file or directory`,
    `is not an image reference, image~source reference, nor template loaded in an accessible project:  ${componentError}`,
  ];
}

/** Why a text cannot be `image` or `image~source`; undefined where it can (componentref.go IsComponentReference). */
export function componentReferenceError(text: string): string | undefined {
  const [first = ''] = text.split('+');
  return first.startsWith('~') ? `when using '[image]~[code]' form for ${goQuote(first)}, you must specify a image name` : undefined;
}
