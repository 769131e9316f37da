import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import { string } from './flags.ts';
import { parseBool } from './parse-value.ts';
import type { DryRun } from './printers/print-flags.ts';

/** `--dry-run[=none|client|server]`. */
export const dryRunFlag = string({ default: 'none', noOptDefault: 'unchanged', values: ['none', 'client', 'server'] });

/** Reads `--dry-run`; warns about its old spellings (kubectl pkg/cmd/util/helpers.go GetDryRunStrategy). */
export function dryRunStrategy(oc: OcContext, value: string): DryRun {
  if (value === 'client' || value === 'server' || value === 'none') return value;
  if (value === 'unchanged') {
    klogWarning(oc, 'helpers.go:703', '--dry-run is deprecated and can be replaced with --dry-run=client.');
    return 'client';
  }
  const isOn = asBool(value);
  if (isOn === undefined) throw new OcError(`Invalid dry-run value (${value}). Must be "none", "server", or "client".`);
  const instead = isOn ? 'client' : 'none';
  klogWarning(oc, `helpers.go:${isOn ? 717 : 720}`, `--dry-run=${value} is deprecated (boolean value) and can be replaced with --dry-run=${instead}.`);
  return instead;
}

function asBool(value: string): boolean | undefined {
  try {
    return parseBool(value);
  } catch {
    return undefined;
  }
}

/** A line of the client's own log, as klog writes warnings. */
export function klogWarning(oc: OcContext, place: string, text: string): void {
  const now = new Date(oc.host.now()).toISOString();
  oc.err(`W${now.slice(5, 7)}${now.slice(8, 10)} ${now.slice(11, 23)}000 ${'1'.padStart(7)} ${place}] ${text}\n`);
}
