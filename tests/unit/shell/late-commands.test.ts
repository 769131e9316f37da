import { expect, test } from 'vitest';
import { lateCommands } from '../../../src/shell/late-commands.ts';
import type { Workstation } from '../../../src/shell/oc-command.ts';

const commands = lateCommands({ texts: { language: 'en' } } as Workstation);

test.each(commands.flatMap((command) => ('load' in command ? [command] : [])))('$name is there when it is first typed', async ({ name, load }) =>
  expect((await load()).name).toBe(name),
);
