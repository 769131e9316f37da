import type { Command } from './command.ts';

/** Every modelled command. Add one import and one entry. */
export const commands: readonly Command[] = [];
