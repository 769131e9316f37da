import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { connectionFailure, registryWords } from '../containers/registry-words.ts';
import { repositoryText, requestOf } from '../containers/remote-image.ts';
import { boolean, string } from '../oc/flags.ts';
import { parseImageName, placeOf } from './image-places.ts';

const flags = { authfile: string(), creds: string(), 'no-creds': boolean(), 'tls-verify': boolean({ default: true }) } as const;

/** `skopeo list-tags`. */
export const listTagsCommand: ToolCommand = toolCommand({
  path: 'list-tags',
  use: '[command options] SOURCE-IMAGE',
  about: 'List tags in the transport/repository specified by the SOURCE-IMAGE',
  flags,
  takes: [1, 1],
  async run({ args: [text = ''], flags: typed, host, out }: ToolInvocation<typeof flags>) {
    const named = parseImageName(text);
    if (named.transport !== 'docker') throw new ToolError(`Unsupported transport '${named.transport}' for tag listing. Only supported: docker, docker-archive`);
    if (/:[^/:]+$/.test(text.replace(/^docker:\/\//, ''))) throw new ToolError(`Error: No tag or digest allowed in reference: ${text}`);
    const { authfile, creds } = typed;
    const place = await placeOf(host, named.reference, { authfile, creds, isAnonymous: typed['no-creds'], insecure: !typed['tls-verify'] });
    const tags = host.registries.listTags(requestOf(place));
    if (!tags.ok)
      throw new ToolError(
        `Error listing repository tags: ${connectionFailure(named.reference.registry, tags) ?? `fetching tags list: ${registryWords(tags)}`}`,
      );
    out(`${JSON.stringify({ Repository: repositoryText(named.reference), Tags: tags.value }, null, 4)}\n`);
  },
});
