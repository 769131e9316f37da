import { describe, expect, it } from 'vitest';
import { readHelp } from '../../../src/cli/help-files.ts';
import { type CommandNode, loadCommand, root } from '../../../src/oc/command-tree.ts';
import { globalFlags } from '../../../src/oc/global-flags.ts';

const languages = { en: await readHelp('en'), vi: await readHelp('vi'), ko: await readHelp('ko'), fr: await readHelp('fr') };
const nodes = (node: CommandNode): readonly CommandNode[] => [node, ...node.children.flatMap(nodes)];
const commands = nodes(root);
await Promise.all(commands.map(loadCommand));

/** Every key of a text file, and the placeholders of its texts. */
function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return [`${path} ${(value.match(/\{\w+\}/g) ?? []).sort().join(' ')}`];
  return Object.entries(value as object).flatMap(([key, child]) => shape(child, `${path}/${key}`));
}

describe.each(Object.entries(languages))('help in %s', (language, texts) => {
  it('names its own language', () => expect(texts.language).toBe(language));

  it('has the keys and placeholders of the English one', () => {
    const { language: _, ...rest } = texts;
    const { language: __, ...english } = languages.en;
    expect(shape(rest)).toEqual(shape(english));
  });

  it('says in one line what each command does', () => {
    expect(commands.map(({ path }) => path).filter((path) => !texts.commands[path]?.short)).toEqual([]);
  });

  it('comments on each example', () => {
    const counts = (pick: (node: CommandNode) => number) => Object.fromEntries(commands.map((node) => [node.path, pick(node)]));
    expect(counts(({ path }) => texts.commands[path]?.examples?.length ?? 0)).toEqual(counts(({ command }) => command?.examples?.length ?? 0));
  });

  it('explains each flag', () => {
    const unexplained = commands.flatMap(({ path, command }) =>
      Object.entries(command?.flags ?? {})
        .filter(([name, spec]) => !spec.hidden && !texts.commands[path]?.flags?.[name] && !texts.flags[name])
        .map(([name]) => `${path} --${name}`),
    );
    expect(unexplained).toEqual([]);
    expect(Object.keys(globalFlags).filter((name) => !texts.flags[name])).toEqual([]);
  });
});
