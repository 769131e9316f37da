import { ChangeRefused } from '../set-objects.ts';
import type { ImageChangeTrigger, TriggerDefinition } from './trigger-definition.ts';

interface NamedContainers {
  readonly containers?: readonly { readonly name: string }[];
  readonly initContainers?: readonly { readonly name: string }[];
}

/** Refuses triggers on webhooks for what only images can trigger; `who` stands before the complaint. */
export function refuseWebHooks({ github, generic, gitlab, bitbucket }: TriggerDefinition, who: string): void {
  const kinds = [
    [github, 'GitHub web hooks'],
    [generic, 'web hooks'],
    [gitlab, 'GitLab web hooks'],
    [bitbucket, 'Bitbucket web hooks'],
  ] as const;
  for (const [hooks, what] of kinds) if (hooks.length > 0) throw new ChangeRefused(`${who} not support ${what}`);
}

/** Refuses a trigger that names no container, or one that is not there. */
export function checkContainers({ names }: ImageChangeTrigger, { containers = [], initContainers = [] }: NamedContainers): void {
  if (names.length === 0) throw new ChangeRefused('you must specify --containers when setting --from-image');
  const known = [...new Set([...containers, ...initContainers].map(({ name }) => name))].sort();
  const unknown = [...new Set(names)].filter((name) => !known.includes(name)).sort();
  if (unknown.length > 0) throw new ChangeRefused(`not all container names exist: ${unknown.join(', ')} (accepts: ${known.join(', ')})`);
}

/** A project that goes without saying is left out. */
export const otherNamespace = (namespace: string | undefined, own: string | undefined): string => (namespace === own ? '' : (namespace ?? ''));
