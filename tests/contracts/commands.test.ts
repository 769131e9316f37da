import { describe, expect, it } from 'vitest';
import { type CommandNode, flagIndex, loadCommand, root } from '../../src/oc/command-tree.ts';
import { commandModules } from '../../src/oc/commands.ts';
import { findCommand } from '../../src/oc/find-command.ts';
import en from '../../src/oc/help/en.json' with { type: 'json' };
import fr from '../../src/oc/help/fr.json' with { type: 'json' };
import ko from '../../src/oc/help/ko.json' with { type: 'json' };
import vi from '../../src/oc/help/vi.json' with { type: 'json' };
import { parseFlags } from '../../src/oc/parse-flags.ts';

const languages: Readonly<Record<string, { readonly commands: Readonly<Record<string, unknown>> }>> = { en, fr, ko, vi };
const nodes = (node: CommandNode): readonly CommandNode[] => [node, ...node.children.flatMap(nodes)];
const modelled = nodes(root).filter(({ isModelled }) => isModelled);
await Promise.all(modelled.map(loadCommand));

/** The words that bash hands to `oc`, quotes taken off; nothing where the line does not run it. */
function wordsForOc(line: string): readonly string[] | undefined {
  const own = /(?:^|\| |<\(|^[A-Z]+=\w+ )oc ([^|)]*(?:'[^']*')?[^|)]*)/.exec(line)?.[1];
  return own === undefined ? undefined : [...own.matchAll(/(?:'[^']*'|"[^"]*"|[^\s'"])+/g)].map(([word]) => word.replace(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

/** Why an example cannot be typed as it stands; nothing where it can. */
function exampleProblem(node: CommandNode, example: string): string | undefined {
  const argv = wordsForOc(example);
  if (!argv) return 'does not run oc';
  try {
    const found = findCommand(argv);
    if (found.node !== node) return `is an example of ${found.node.path}`;
    parseFlags(flagIndex(node), found.argv);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

describe('each command of the table', () => {
  it('is in the tree under its own path', () => {
    expect(modelled.map(({ path }) => path).sort()).toEqual(Object.keys(commandModules).sort());
    expect(modelled.filter(({ path, command }) => command?.path !== path).map(({ path }) => path)).toEqual([]);
  });

  it.each(Object.keys(languages))('is explained in %s', (language) => {
    expect(modelled.filter(({ path }) => !(path in (languages[language]?.commands ?? {}))).map(({ path }) => path)).toEqual([]);
  });

  it('has examples that its own flags accept', () => {
    const problems = modelled.flatMap((node) =>
      (node.command?.examples ?? []).flatMap((example) => {
        const problem = exampleProblem(node, example);
        return problem === undefined ? [] : [`${example}: ${problem}`];
      }),
    );
    expect(problems).toEqual([]);
  });
});

describe('what the examples are held to', () => {
  const tag = modelled.find(({ path }) => path === 'tag') as CommandNode;

  it('names flags that are not there, other commands, and other programs', () => {
    expect(exampleProblem(tag, 'oc tag app:1.0 app:stable --alias')).toBeUndefined();
    expect(exampleProblem(tag, 'oc tag app:1.0 app:stable --aliass')).toContain('unknown flag: --aliass');
    expect(exampleProblem(tag, 'oc get is')).toBe('is an example of get');
    expect(exampleProblem(tag, 'podman tag app:1.0 app:stable')).toBe('does not run oc');
  });
});
