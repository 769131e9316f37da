import { parse } from 'just-bash';

/** Is this text a whole command, or does bash wait for more: an open quote, a here-document, a trailing backslash, `do` without `done`? */
export function isCompleteCommand(text: string): boolean {
  if (endsInContinuation(text)) return false;
  try {
    return !isLeftOpen(parse(text));
  } catch (error) {
    return !waitsForMore(error) && !waitsForMore(parseError(`${text}\n:\n`));
  }
}

// an odd number of backslashes before the end
function endsInContinuation(text: string): boolean {
  const whole = text.replace(/\n$/, '');
  let at = whole.length;
  while (whole[at - 1] === '\\') at -= 1;
  return (whole.length - at) % 2 === 1 && !/(^|\s)#[^\n'"]*$/.test(text);
}

const waitsForMore = (error: unknown) => error instanceof Error && /got EOF|unexpected EOF while looking|unexpected end of file/.test(error.message);

function parseError(text: string): unknown {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error;
  }
}

type Node = {
  readonly type?: string;
  readonly terminated?: boolean;
  readonly commands?: readonly Node[];
  readonly pipelines?: readonly Node[];
  readonly operators?: readonly string[];
};

/** Here-documents without their end, and `|`, `&&`, `||` with nothing after them. */
function isLeftOpen(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(isLeftOpen);
  if (typeof node !== 'object' || node === null) return false;
  const { type, terminated, commands, pipelines, operators } = node as Node;
  if (type === 'HereDoc') return terminated === false;
  if (type === 'Statement' && operators?.length && isEmptyCommand(pipelines?.at(-1)?.commands?.at(-1))) return true;
  if (type === 'Pipeline' && commands && commands.length > 1 && isEmptyCommand(commands.at(-1))) return true;
  return Object.values(node).some(isLeftOpen);
}

function isEmptyCommand(node: Node | undefined): boolean {
  const { type, name, args, assignments, redirections } = (node ?? {}) as Record<string, unknown>;
  return type === 'SimpleCommand' && name === null && [args, assignments, redirections].every((part) => Array.isArray(part) && part.length === 0);
}
