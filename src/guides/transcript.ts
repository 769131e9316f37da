/** One command of a console block and what it printed. Lines count from 0, from the block's first line. */
export interface Exchange {
  readonly prompt: string;
  readonly command: string;
  readonly output: string;
  readonly line: number;
  readonly outputLine: number;
}

const promptPattern = /^((?:\[[^\]]*\][$#]|\$)\s)(.*)$/;

/** Takes a console block apart: each prompt starts a command, which goes on over backslashes, open quotes and here-documents. */
export function parseTranscript(text: string): readonly Exchange[] {
  const lines = text.split('\n');
  const starts = commandStarts(lines);
  return starts.map(({ line, end, prompt, command }, index) => {
    const outputEnd = starts[index + 1]?.line ?? lines.length;
    return { prompt, command, line, outputLine: end, output: lines.slice(end, outputEnd).join('\n').trimEnd() };
  });
}

interface CommandStart {
  readonly prompt: string;
  readonly command: string;
  readonly line: number;
  /** The first line that no longer belongs to the command. */
  readonly end: number;
}

function commandStarts(lines: readonly string[]): readonly CommandStart[] {
  const starts: CommandStart[] = [];
  for (let line = 0; line < lines.length; line += 1) {
    const [, prompt, first] = promptPattern.exec(lines[line]!) ?? [];
    if (prompt === undefined || first === undefined) continue;
    let command = first;
    let end = line + 1;
    while (needsAnotherLine(command) && end < lines.length) {
      command += `\n${lines[end]}`;
      end += 1;
    }
    starts.push({ prompt, command, line, end });
    line = end - 1;
  }
  return starts;
}

/** Would bash wait for another line here? */
function needsAnotherLine(command: string): boolean {
  if (hasOpenHereDocument(command)) return true;
  return endsInsideWord(command);
}

function hasOpenHereDocument(command: string): boolean {
  const lines = command.split('\n');
  for (const [index, line] of lines.entries()) {
    for (const [, , , word] of line.matchAll(/<<(-?)\s*(['"]?)(\w+)\2/g)) {
      const body = lines.slice(index + 1).map((text) => text.replace(/^\t+/, ''));
      if (!body.includes(word!)) return true;
    }
  }
  return false;
}

/** An open quote, or a backslash at the very end. */
function endsInsideWord(command: string): boolean {
  if (/<<-?\s*['"]?\w+/.test(command)) return false;
  let quote = '';
  for (let index = 0; index < command.length; index += 1) {
    const char = command[index]!;
    if (char === '\\' && quote !== "'") {
      if (index === command.length - 1) return true;
      index += 1;
    } else if (quote === '') {
      if (char === "'" || char === '"') quote = char;
    } else if (char === quote) quote = '';
  }
  return quote !== '';
}
