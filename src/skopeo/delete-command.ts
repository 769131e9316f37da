import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { connectionFailure, readingFailure, registryWords } from '../containers/registry-words.ts';
import { fetchManifest, requestOf } from '../containers/remote-image.ts';
import { exact } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { parseImageName, placeOf } from './image-places.ts';

const flags = { authfile: string(), creds: string(), 'no-creds': boolean(), 'tls-verify': boolean({ default: true }) } as const;

/** `skopeo delete`: the manifest goes, and with it every tag that names it. */
export const deleteCommand: ToolCommand = toolCommand({
  path: 'delete',
  use: '[command options] IMAGE-NAME',
  about: 'Delete image IMAGE-NAME',
  flags,
  takes: [1, 1],
  async run({ args: [text = ''], flags: typed, host }: ToolInvocation<typeof flags>) {
    const named = parseImageName(text);
    if (named.transport !== 'docker') throw new ToolError(`Deleting images not implemented for ${named.transport}: images`);
    const { authfile, creds } = typed;
    const place = await placeOf(host, named.reference, { authfile, creds, isAnonymous: typed['no-creds'], insecure: !typed['tls-verify'] });
    const manifest = fetchManifest(place);
    if (!manifest.ok) throw new ToolError(readingFailure(named.reference, manifest));
    const deleted = host.registries.deleteManifest({ ...requestOf(place), reference: manifest.value.digest });
    if (!deleted.ok)
      throw new ToolError(connectionFailure(named.reference.registry, deleted) ?? `deleting ${exact(named.reference)}: ${registryWords(deleted)}`);
  },
});
