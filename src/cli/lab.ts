import { readFile } from 'node:fs/promises';
import { splitCommands } from '../lab/command-file.ts';
import { createLabSession, type LabSession } from '../lab/lab-session.ts';
import { checkLab } from './check-lab.ts';
import { exerciseFolders, exerciseIds, readAttempts, readExercise, readMessages, WrongFiles } from './exercises.ts';
import { readHelp } from './help-files.ts';
import { BadInput, type LabArguments, readArguments } from './lab-arguments.ts';
import { play, reportText } from './lab-terminal.ts';
import { linkGuides } from './link-guides.ts';
import { readMistakes } from './mistake-texts.ts';
import { makeLab } from './new-lab.ts';

const root = new URL('../../', import.meta.url);
const print = (text: string) => void process.stdout.write(`${text}\n`);

/** Lists the labs, grades a file of commands, opens a lab in the reader's own terminal; and makes a lab, and checks it. */
async function main(): Promise<number> {
  const given = readArguments(process.argv.slice(2));
  const [verb, id, file] = given.words;
  if (verb === 'list') return list(given);
  if (id === undefined) throw new BadInput(given.notices.usage);
  if (verb === 'new') return make(id, given);
  if (verb === 'grade' && file !== undefined) return grade(id, file, given);
  if (verb === 'play') return play(await open(id, given));
  if (verb === 'link') return link(await known(id, given));
  if (verb === 'check') return check(await known(id, given));
  if (verb === 'feedback') return feedback(id, given);
  throw new BadInput(given.notices.usage);
}

/** The id of a lab that is there, whether the course names it or not. */
async function known(id: string, { notices }: LabArguments): Promise<string> {
  if (!(await exerciseFolders()).includes(id)) throw new BadInput(notices.noSuchLab(id));
  return id;
}

async function open(id: string, given: LabArguments): Promise<LabSession> {
  const { language } = given;
  const lab = await known(id, given);
  const [exercise, messages, texts, mistakes] = await Promise.all([readExercise(lab), readMessages(lab, language), readHelp(language), readMistakes(language)]);
  return (await createLabSession({ exercise, messages, texts, mistakes })).session;
}

async function list({ asJson, language }: LabArguments): Promise<number> {
  const labs = await Promise.all(
    exerciseIds().map(async (id) => {
      const [{ goals }, { title }] = await Promise.all([readExercise(id), readMessages(id, language)]);
      return { id, path: `exercises/${id}`, title, points: goals.reduce((sum, { points }) => sum + points, 0) };
    }),
  );
  print(asJson ? JSON.stringify(labs, null, 2) : labs.map(({ id, title, points }) => `${id}  ${title} (${points})`).join('\n'));
  return 0;
}

async function grade(id: string, file: string, given: LabArguments): Promise<number> {
  const session = await open(id, given);
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw new BadInput(given.notices.unreadable(file, error.message));
  });
  for (const command of splitCommands(text, (line) => session.isComplete(line))) await session.run(command);
  const report = await session.check();
  process.stdout.write(given.asJson ? `${JSON.stringify(report, null, 2)}\n` : reportText(report));
  return report.score === report.max ? 0 : 1;
}

async function make(id: string, { chapter, notices }: LabArguments): Promise<number> {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw new BadInput(notices.noLabId(id));
  if ((await exerciseFolders()).includes(id)) throw new BadInput(notices.labExists(id));
  const chapters = await chapterIds();
  const [first = ''] = chapters;
  if (chapter !== undefined && !chapters.includes(chapter)) throw new BadInput(notices.noSuchChapter(chapter, chapters.join(', ')));
  await makeLab(root, id, chapter ?? first);
  await linkGuides(root, id, (await readExercise(id)).guides);
  print(notices.made(id));
  return 0;
}

async function chapterIds(): Promise<readonly string[]> {
  const { chapters } = JSON.parse(await readFile(new URL('exercises/course.json', root), 'utf8')) as { readonly chapters: readonly { readonly id: string }[] };
  return chapters.map(({ id }) => id);
}

async function link(id: string): Promise<number> {
  for (const file of await linkGuides(root, id, (await readExercise(id)).guides)) print(file);
  return 0;
}

/** Every gate of one lab, with what each found. */
async function check(id: string): Promise<number> {
  let holds = true;
  for await (const { name, findings } of checkLab(id)) {
    if (findings.length > 0) holds = false;
    print(`${findings.length === 0 ? '✔' : '✘'} ${name}`);
    for (const finding of findings) print(finding.replace(/^/gm, '    '));
  }
  return holds ? 0 : 1;
}

/** What each wrong way of a lab is told, for its author to read. */
async function feedback(id: string, given: LabArguments): Promise<number> {
  const { wrong } = await readAttempts(await known(id, given));
  for (const [name, { run }] of Object.entries(wrong)) {
    const session = await open(id, given);
    for (const command of run) await session.run(command);
    const goal = (await session.check()).goals.find(({ passed }) => !passed);
    print(`${name}\n  ○ ${goal?.title}\n    ${goal?.why?.found}${goal?.why?.guide === undefined ? '' : ` (${goal.why.guide})`}\n    → ${goal?.why?.expected}`);
  }
  return 0;
}

process.exitCode = await main().catch((error: Error) => {
  process.stderr.write(`${error instanceof BadInput || error instanceof WrongFiles ? error.message : error.stack}\n`);
  return 2;
});
