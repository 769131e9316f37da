import { createInterface } from 'node:readline/promises';
import type { LabSession, Report } from '../lab/lab-session.ts';

/** A report as text: each goal, and what there is to say of it. */
export function reportText({ score, max, goals }: Report): string {
  const lines = goals.flatMap(({ passed, points, max: of, title, why }) => [
    `${passed ? '✔' : '○'} ${title} (${points}/${of})`,
    ...(why ? [`    ${why.found}`, `    → ${why.expected}`, ...(why.lastWrittenBy ? [`    ← ${why.lastWrittenBy.command}`] : []), `    $ ${why.seeWith}`] : []),
  ]);
  return `${[...lines, `${score}/${max}`].join('\n')}\n`;
}

/** A prompt in the reader's own terminal. `check` judges, Ctrl-D leaves. */
export async function play(session: LabSession): Promise<number> {
  const { messages } = session;
  process.stdout.write(
    `${messages.title}\n${Object.values(messages.goals)
      .map(({ title }) => `○ ${title}`)
      .join('\n')}\n`,
  );
  const terminal = createInterface({ input: process.stdin, output: process.stdout, completer: (line: string) => completion(session, line) });
  let open = '';
  const prompt = () => {
    terminal.setPrompt(open === '' ? `${session.prompt} ` : '> ');
    terminal.prompt();
  };
  prompt();
  for await (const line of terminal) {
    open = open === '' ? line : `${open}\n${line}`;
    if (session.isComplete(open)) {
      await answer(session, open);
      open = '';
    }
    prompt();
  }
  process.stdout.write('\n');
  return 0;
}

async function answer(session: LabSession, line: string): Promise<void> {
  if (line.trim() === 'check') {
    process.stdout.write(reportText(await session.check()));
    return;
  }
  const { stdout, stderr, news } = await session.run(line);
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  for (const text of news) process.stdout.write(`* ${text}\n`);
}

async function completion(session: LabSession, line: string): Promise<[string[], string]> {
  const { from, candidates } = await session.complete(line, line.length);
  return [[...candidates], line.slice(from)];
}
