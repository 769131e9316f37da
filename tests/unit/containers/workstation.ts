import type { Shell, ShellResult } from '../../../src/shell/shell.ts';
import { createShell } from '../../../src/shell/shell-session.ts';
import { createSimulation, type Simulation } from '../../../src/simulation/simulation.ts';
import { recordedScenario } from '../../support/test-cluster.ts';

/** The public address of the cluster's own registry, once a route leads there. */
export const publicRegistry = 'default-route-openshift-image-registry.apps.ocp4.example.com';

export interface ContainerWorkstation {
  readonly simulation: Simulation;
  readonly shell: Shell;
  run(line: string, as?: string): Promise<ShellResult>;
  /** What a line prints on standard output; it must succeed. */
  out(line: string, as?: string): Promise<string>;
  /** What a line prints on standard error; it must fail. */
  error(line: string): Promise<string>;
}

const texts = { language: 'en', commands: {}, flags: {}, notices: {} } as const;

/** A terminal with the container tools, in a project `demo`, with a Containerfile of three steps. */
export async function containerWorkstation(): Promise<ContainerWorkstation> {
  const simulation = createSimulation({ ...recordedScenario, hasRegistryOperator: true });
  const shell = await createShell({ simulation, texts, user: 'developer', files: { Containerfile: containerfile, 'app.js': 'listen(8080)\n' } });
  await shell.run('oc new-project demo');
  return over(simulation, shell);
}

/** The same with another shell. */
export function over(simulation: Simulation, shell: Shell): ContainerWorkstation {
  const run = (line: string, as?: string) => shell.run(line, as === undefined ? {} : { as });
  return {
    simulation,
    shell,
    run,
    out: async (line, as) => demand(line, await run(line, as), true).stdout,
    error: async (line) => demand(line, await run(line), false).stderr,
  };
}

const containerfile = 'FROM scratch\nCOPY app.js /app/\nCMD ["node", "/app/app.js"]\n';

function demand(line: string, result: ShellResult, succeeds: boolean): ShellResult {
  if ((result.exitCode === 0) !== succeeds) throw new Error(`${line}: exit code ${result.exitCode}\n${result.stdout}${result.stderr}`);
  return result;
}

/** Opens the registry to the world, and logs in to it. */
export async function exposeAndLogin({ out }: ContainerWorkstation): Promise<void> {
  await out('oc create route reencrypt default-route --service=image-registry -n openshift-image-registry', 'admin');
  await out(`podman login -u developer -p $(oc whoami -t) ${publicRegistry}`);
}
