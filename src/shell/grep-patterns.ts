/**
 * The arguments of `grep` with all its patterns in one `-e`: the bundled version takes the last one alone, and `-e` as a word of its own. Lines of
 * a pattern are patterns, as POSIX has it.
 */
export function joinGrepPatterns(args: readonly string[]): readonly string[] {
  const patterns: string[] = [];
  const others: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--') {
      others.push(...args.slice(index));
      break;
    }
    const { flags, pattern, takesNext } = readArgument(arg);
    const next = takesNext ? args[++index] : undefined;
    if (flags !== '') others.push(flags);
    if (pattern !== undefined) patterns.push(pattern === '' ? (next ?? '') : pattern);
    else if (next !== undefined) others.push(next);
  }
  return patterns.length === 0 ? others : ['-e', patterns.join('\n'), ...others];
}

interface Argument {
  /** What is left of it for the program. */
  readonly flags: string;
  /** The pattern that it brings; empty where that is the next argument. */
  readonly pattern?: string;
  readonly takesNext: boolean;
}

function readArgument(arg: string): Argument {
  if (arg === '--regexp') return { flags: '', pattern: '', takesNext: true };
  if (arg.startsWith('--regexp=')) return { flags: '', pattern: arg.slice('--regexp='.length), takesNext: false };
  if (/^--colou?r(?:=|$)/.test(arg)) return { flags: '', takesNext: false };
  // of letters that share a dash, the first one that takes a value has the rest
  const [, letters = '', valued, value = ''] = /^-((?!-)[^ABCDdefm]*)([ABCDdefm])?(.*)$/s.exec(arg) ?? [];
  if (valued !== 'e') return { flags: arg, takesNext: valued !== undefined && value === '' };
  return { flags: letters === '' ? '' : `-${letters}`, pattern: value, takesNext: value === '' };
}
