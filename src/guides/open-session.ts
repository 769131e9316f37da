import { readdir, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { ExerciseScenario } from '../grading/index.ts';
import { createLabWorld, takeStep } from '../lab/lab-world.ts';
import type { GuideSession, SessionStart } from './guide-session.ts';

/** What a page finds beside an empty project: `content/scenarios/<name>.yaml`. */
type PageScenario = Pick<ExerciseScenario, 'setup' | 'timeline' | 'faults' | 'files'>;

const folder = new URL('../../content/scenarios/', import.meta.url);
const textsOf = async (kind: 'help' | 'notices') => JSON.parse(await readFile(new URL(`../oc/${kind}/en.json`, import.meta.url), 'utf8'));
const notices = textsOf('notices');

/** A session for the commands of a guide: the user logged in, in a fresh project. */
export async function openGuideSession({ scenario = 'fresh', user, project }: SessionStart): Promise<GuideSession> {
  const world = await createLabWorld({
    scenario: { user, project, ...(await readScenario(scenario)) },
    texts: { ...(await notices), loadHelp: () => textsOf('help') },
  });
  return {
    run: (line, as) => world.shell.run(line, as === undefined ? {} : { as }),
    writeFile: (path, text) => world.shell.writeFile(path, text),
    take: (step) => takeStep(step, world),
  };
}

async function readScenario(name: string): Promise<PageScenario> {
  const names = (await readdir(folder)).map((file) => file.replace(/\.yaml$/, '')).sort();
  if (!names.includes(name)) throw new Error(`scenario="${name}" is not known; there are ${names.join(', ')}`);
  return parse(await readFile(new URL(`${name}.yaml`, folder), 'utf8')) ?? {};
}
