import { forThisMachine } from '../../containers/remote-image.ts';
import type { Evidence } from '../evidence.ts';
import type { Login } from './secrets.ts';

/** An image in a registry, by tag: `host/path:tag`, read with a login where it is private. */
export interface RegistryImage {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
  readonly login?: Omit<Login, 'server'>;
}

/** Digests that mean what the registry gives for the tag now: of its manifest, and of the linux/amd64 image where that is a list. Empty where it gives none. */
export function digestsOf({ registries }: Evidence, { host, repository, tag, login }: RegistryImage): readonly string[] {
  const answer = registries.getManifest({ host, repository, reference: tag, ...(login && { credentials: login }) });
  if (!answer.ok) return [];
  const chosen = forThisMachine(answer.value);
  return chosen === undefined ? [answer.value.digest] : [answer.value.digest, chosen];
}
