import { StatusError } from '../api/status.ts';
import { OcError } from './errors.ts';

/** Says which file a failure belongs to: `error when creating "is.yaml": …` (kubectl pkg/cmd/util AddSourceToErr). */
export function withSource(error: unknown, verb: string, source: string | undefined): unknown {
  if (!source || !(error instanceof Error)) return error;
  const message = `error when ${verb} ${JSON.stringify(source)}: ${error.message}`;
  return error instanceof StatusError ? new StatusError({ ...error.status, message }) : new OcError(message);
}
