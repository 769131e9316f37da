import { readFile } from 'node:fs/promises';
import { createLabWorld } from '../lab/lab-world.ts';
import type { CommandResult, GuideSession, SessionStart } from './guide-session.ts';

/** Scenarios that a console block may begin with: `scenario="fresh"`. */
const scenarios: Readonly<Record<string, { readonly setup?: readonly { readonly run: string }[] }>> = { fresh: {} };

const help = readFile(new URL('../oc/help/en.json', import.meta.url), 'utf8').then((text) => JSON.parse(text));

/** A session for the commands of a guide: the user logged in, in a fresh project. */
export async function openGuideSession({ scenario = 'fresh', user, project }: SessionStart): Promise<GuideSession> {
  const known = scenarios[scenario];
  if (!known) throw new Error(`scenario="${scenario}" is not known; there are ${Object.keys(scenarios).join(', ')}`);
  const { shell } = await createLabWorld({ scenario: { user, project, ...known }, texts: await help });
  return { run: (line): Promise<CommandResult> => shell.run(line) };
}
