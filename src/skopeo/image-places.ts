import { findLogin, podmanAuthFile } from '../containers/auth-file.ts';
import type { ContainerHost } from '../containers/container-host.ts';
import { qualify } from '../containers/image-names.ts';
import { ToolError } from '../containers/program.ts';
import type { RemotePlace } from '../containers/remote-image.ts';
import { dockerHub, type ImageReference, parseImageReference, repositoryName } from '../imageutil/image-reference.ts';

/** How a command line says who it is to a registry. */
export interface Access {
  readonly authfile: string;
  readonly creds: string;
  readonly isAnonymous: boolean;
  readonly insecure: boolean;
}

/** An image named with its transport. */
export type NamedImage =
  | { readonly transport: 'docker'; readonly reference: ImageReference }
  | { readonly transport: 'containers-storage'; readonly name: string };

/** Takes `docker://…` or `containers-storage:…` apart. */
export function parseImageName(text: string): NamedImage {
  const colon = text.indexOf(':');
  const transport = colon < 0 ? '' : text.slice(0, colon);
  if (colon < 0) throw new ToolError(`Invalid image name "${text}", expected colon-separated transport:reference`);
  if (transport === 'containers-storage') return { transport, name: text.slice(colon + 1) };
  if (transport !== 'docker') throw new ToolError(`Invalid image name "${text}", unknown transport "${transport}"`);
  const rest = text.slice(colon + 1);
  if (!rest.startsWith('//')) throw new ToolError(`Invalid image name "${text}", docker: image reference ${rest} does not start with //`);
  const parsed = parseImageReference(rest.slice(2));
  if (!parsed.ok)
    throw new ToolError(`Invalid source name ${text}: ${parsed.error.startsWith('repository') ? `invalid reference format: ${parsed.error}` : parsed.error}`);
  return { transport, reference: qualify(parsed.reference, dockerHub) };
}

/** Where an image is in a registry, with the login that fits. */
export async function placeOf(host: ContainerHost, reference: ImageReference, { authfile, creds, isAnonymous, insecure }: Access): Promise<RemotePlace> {
  const colon = creds.indexOf(':');
  const typed = creds === '' ? undefined : { username: colon < 0 ? creds : creds.slice(0, colon), password: colon < 0 ? '' : creds.slice(colon + 1) };
  const files = [podmanAuthFile(host, authfile), `${host.env.HOME ?? ''}/.docker/config.json`];
  const credentials = isAnonymous ? undefined : (typed ?? (await findLogin(host, files, reference.registry, repositoryName(reference))));
  return { registries: host.registries, reference, insecure, ...(credentials && { credentials }) };
}
