import { isConsole } from '../../guides/fenced-blocks.ts';
import type { GuidePage } from '../../guides/guide-page.ts';
import { isGuide, pageNameOf } from '../../guides/page-names.ts';

/** Names of guides (`guides/import-an-image`) by command (`set triggers`): those in which it is typed, most often first. */
export type GuidesByCommand = ReadonlyMap<string, readonly string[]>;

/** Reads the console blocks of guides in one language: the blocks are the same in all of them. `paths` are the commands there are. */
export function guidesByCommand(pages: readonly GuidePage[], paths: ReadonlySet<string>): GuidesByCommand {
  const counts = new Map<string, Map<string, number>>();
  for (const page of pages) {
    const { name } = pageNameOf(page.file);
    if (!isGuide(name)) continue;
    const typed = page.blocks.filter(isConsole).flatMap(({ exchanges }) => exchanges.flatMap(({ command }) => commandsIn(command, paths)));
    for (const path of typed) {
      const ofPath = counts.get(path) ?? new Map<string, number>();
      counts.set(path, ofPath.set(name, (ofPath.get(name) ?? 0) + 1));
    }
  }
  return new Map([...counts].map(([path, names]) => [path, [...names].sort(([, a], [, b]) => b - a).map(([name]) => name)]));
}

/** The paths of the `oc` commands in a typed line, wherever they stand in it: in a pipe, a loop, a substitution. */
export function commandsIn(line: string, paths: ReadonlySet<string>): readonly string[] {
  const starts = [...line.replaceAll('\\\n', ' ').matchAll(/(?:^|[\s;|&(`])oc\s+([^;|&()`\n]+)/g)];
  return starts.map(([, words = '']) => pathOf(words, paths)).filter((path) => path !== '');
}

/** The longest command that the words begin with; flags may stand between its names. */
function pathOf(words: string, paths: ReadonlySet<string>): string {
  const names = words.replace(/(^|\s)(?:-n|--namespace)\s+\S+/g, ' ').split(/\s+/);
  let path = '';
  for (const name of names.filter((word) => word !== '' && !word.startsWith('-'))) {
    const longer = `${path} ${name}`.trim();
    if (!paths.has(longer)) break;
    path = longer;
  }
  return path;
}
