import { tooDeep } from '../api/go-json-error.ts';
import { type Status, type StatusCause, StatusError } from '../api/status.ts';
import { OcError, SilentExit, UsageError } from './errors.ts';
import { goQuote } from './go-quote.ts';
import { FlagError } from './parse-flags.ts';

export interface PrintedError {
  /** For standard error, with its line end. */
  readonly text: string;
  readonly exitCode: number;
}

/** The one place that words failures (k8s.io/kubectl pkg/cmd/util/helpers.go checkErr). `path` is the command's, as `oc set triggers`. */
export function printError(error: unknown, path: string): PrintedError {
  if (error instanceof SilentExit) return { text: '', exitCode: error.exitCode };
  if (error instanceof FlagError) return line(`error: ${error.message}\nSee '${path} --help' for usage.`);
  if (error instanceof UsageError) return line(withPrefix(error.showHelpHint ? `${error.message}\nSee '${path} -h' for help and examples` : error.message));
  if (error instanceof StatusError && error.status.reason === 'Invalid') return line(invalidMessage(error.status));
  if (error instanceof AggregateError) return aggregate(error, path);
  if (error instanceof OcError) return line(withPrefix(error.message), error.exitCode);
  if (error instanceof RangeError) return line(`error: ${tooDeep}`); // nested deeper than the stack goes down
  return line(withPrefix(messageForError(error)));
}

/** What a failure says within a list of failures (messageForError). */
export function messageForError(error: unknown): string {
  if (error instanceof StatusError) return statusMessage(error.status);
  return error instanceof Error ? error.message : String(error);
}

function aggregate(error: AggregateError, path: string): PrintedError {
  const [only, ...more] = error.errors;
  if (only !== undefined && more.length === 0) return printError(only, path);
  return line(error.errors.map((each) => messageForError(each)).join('\n'));
}

function line(text: string, exitCode = 1): PrintedError {
  return { text: text.endsWith('\n') || text === '' ? text : `${text}\n`, exitCode };
}

const withPrefix = (message: string) =>
  /^(?:error: |Error from server|Unable to connect|Error in configuration)/.test(message) ? message : `error: ${message}`;

function statusMessage(status: Status): string {
  const said = status.message ?? '';
  if (status.reason === 'Unauthorized') return `error: You must be logged in to the server (${said})`;
  return status.reason ? `Error from server (${status.reason}): ${said}` : `Error from server: ${said}`;
}

function invalidMessage({ details, message }: Status): string {
  if (!details) return message ? `The request is invalid: ${message}` : 'The request is invalid';
  const causes = details.causes ?? [];
  const named = Boolean(details.kind || details.name);
  const start = named ? `The ${details.kind ?? ''} ${goQuote(details.name ?? '')} is invalid` : 'The request is invalid';
  if (causes.length === 0) return !named && message ? `${start}: ${message}` : start;
  const texts = [...new Set(causes.map(causeText))];
  return texts.length === 1 ? `${start}: ${texts[0]}` : `${start}: \n${texts.map((text) => `* ${text}\n`).join('')}`;
}

const causeText = ({ field, message }: StatusCause) => `${field ?? ''}: ${message ?? ''}`;
