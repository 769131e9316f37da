import type { OcHost } from '../oc/host.ts';

/** Everything around one run of a container tool: the workstation it is typed on, and the registries. */
export interface ContainerHost extends Pick<OcHost, 'registries' | 'now' | 'cwd' | 'env' | 'stdin' | 'files'> {
  /** What to say of a part of the tool that is not simulated, in the reader's language. */
  readonly notAvailable: string;
}

export interface ContainerResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}
