import { goQuote } from '../../go-quote.ts';
import { goPrint, goSyntax } from '../../go-value.ts';

/** fmt.Sprintf for values that came from JSON. */
export function goPrintf(format: string, args: readonly unknown[]): string {
  let next = 0;
  const text = format.replace(
    /%([-+# 0]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/g,
    (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (next >= args.length) return `%!${verb}(MISSING)`;
      const shown = formatted(verb, args[next++], flags, precision);
      return padded(shown, flags, Number(width ?? 0));
    },
  );
  const left = args.slice(next);
  return left.length === 0 ? text : `${text}%!(EXTRA ${left.map((arg) => `${typeof arg}=${goPrint(arg)}`).join(', ')})`;
}

function padded(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  return text.padStart(width, flags.includes('0') ? '0' : ' ');
}

function formatted(verb: string, value: unknown, flags: string, precision: string | undefined): string {
  switch (verb) {
    case 'v':
      return flags.includes('#') ? goSyntax(value) : goPrint(value);
    case 's':
      return precision === undefined ? goPrint(value) : goPrint(value).slice(0, Number(precision));
    case 'q':
      return goQuote(goPrint(value));
    case 'd':
      return typeof value === 'number' ? String(Math.trunc(value)) : `%!d(string=${goPrint(value)})`;
    case 'f':
    case 'g':
    case 'e':
      return typeof value === 'number' ? (verb === 'f' ? value.toFixed(Number(precision ?? 6)) : String(value)) : `%!${verb}(string=${goPrint(value)})`;
    case 't':
      return typeof value === 'boolean' ? String(value) : `%!t(string=${goPrint(value)})`;
    case 'x':
      return typeof value === 'number'
        ? value.toString(16)
        : [...new TextEncoder().encode(goPrint(value))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    case 'T':
      return typeof value;
    default:
      return `%!${verb}(${typeof value}=${goPrint(value)})`;
  }
}
