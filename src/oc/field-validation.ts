import type { CallOptions } from '../api/client.ts';
import { own } from '../api/own.ts';
import { OcError } from './errors.ts';
import { string } from './flags.ts';
import { goQuote } from './go-quote.ts';

/** `--validate[=strict|warn|ignore]`. */
export const validateFlag = string({ default: 'ignore', noOptDefault: 'strict', values: ['strict', 'warn', 'ignore'] });

const modes: Readonly<Record<string, NonNullable<CallOptions['fieldValidation']>>> = {
  strict: 'Strict',
  true: 'Strict',
  warn: 'Warn',
  ignore: 'Ignore',
  false: 'Ignore',
};

/** What `--validate` asks the server for (kubectl pkg/cmd/util GetValidationDirective). */
export function fieldValidation(text: string): NonNullable<CallOptions['fieldValidation']> {
  const mode = own(modes, text.toLowerCase());
  if (mode === undefined) throw new OcError(`invalid - validate option ${goQuote(text)}; must be one of: strict (or true), warn, ignore (or false)`);
  return mode;
}
