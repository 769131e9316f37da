/** just-bash's guard against scripts that break out of it. It is switched off: what a learner types harms nobody else's page. */
export class a extends Error {}

const run = (work) => work();

export const b = {
  getInstance: () => undefined,
  isInSandboxedContext: () => false,
  getCurrentExecutionId: () => undefined,
  bindCurrentContext: (work) => work,
  runTrusted: run,
  runTrustedAsync: run,
  runUntrustedAsync: run,
};
