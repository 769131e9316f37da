import type { Evidence } from '../evidence.ts';
import type { Login } from './secrets.ts';

/** An image in a registry, by tag: `host/path:tag`, read with a login where it is private. */
export interface RegistryImage {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  readonly login?: Omit<Login, 'server'>;
}

/** The digest that the registry gives for the tag now; undefined where it gives none. */
export function digestOf({ registries }: Evidence, { host, repository, tag, login }: RegistryImage): string | undefined {
  const answer = registries.getManifest({ host, repository, reference: tag, ...(login && { credentials: login }) });
  return answer.ok ? answer.value.digest : undefined;
}
