/** How a command was typed is wrong. Printed as `error: <message>`, or with `See 'oc <path> -h' for help and examples` below it. */
export class UsageError extends Error {
  readonly showHelpHint: boolean;
  constructor(message: string, { showHelpHint = false }: { readonly showHelpHint?: boolean } = {}) {
    super(message);
    this.name = 'UsageError';
    this.showHelpHint = showHelpHint;
  }
}

/** A failure in the client's own words. Printed as `error: <message>` with exit code 1. */
export class OcError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.name = 'OcError';
    this.exitCode = exitCode;
  }
}

/** The failure has been printed already; only the exit code is left (kcmdutil.ErrExit). */
export class SilentExit extends Error {
  readonly exitCode: number;
  constructor(exitCode = 1) {
    super(`exit ${exitCode}`);
    this.name = 'SilentExit';
    this.exitCode = exitCode;
  }
}
