import { type ContainerImage, configOf, manifestOf } from '../containers/container-image.ts';
import { renderTemplate } from '../containers/go-template.ts';
import { podmanStorage, readImages } from '../containers/local-images.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { readingFailure } from '../containers/registry-words.ts';
import { fetchImage, fetchManifest, type RemotePlace, repositoryText, requestOf } from '../containers/remote-image.ts';
import { exact } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { parseImageName, placeOf } from './image-places.ts';

const flags = {
  authfile: string(),
  config: boolean(),
  creds: string(),
  format: string({ shorthand: 'f' }),
  'no-creds': boolean(),
  'no-tags': boolean({ shorthand: 'n' }),
  raw: boolean(),
  'tls-verify': boolean({ default: true }),
} as const;

/** `skopeo inspect`. */
export const inspectCommand: ToolCommand = toolCommand({
  path: 'inspect',
  use: '[command options] IMAGE-NAME',
  about: 'Inspect image IMAGE-NAME',
  flags,
  takes: [1, 1],
  run: inspect,
});

async function inspect({ args: [text = ''], flags: typed, host, out }: ToolInvocation<typeof flags>): Promise<void> {
  const named = parseName(text);
  if (named.transport !== 'docker') {
    const { images } = await readImages(host, podmanStorage(host));
    const image = images.find(({ names }) => names.includes(named.name));
    if (!image) throw new ToolError(`Error parsing image name "${text}": identifier is not an image`);
    out(typed.raw ? image.manifest.raw : typed.config ? image.config : `${JSON.stringify(describe(image, named.name.replace(/:[^:/]*$/, ''), []), null, 4)}\n`);
    return;
  }
  const { authfile, creds } = typed;
  const place = await placeOf(host, named.reference, { authfile, creds, isAnonymous: typed['no-creds'], insecure: !typed['tls-verify'] });
  if (typed.raw && !typed.config) {
    const manifest = fetchManifest(place);
    if (!manifest.ok) throw new ToolError(`Error parsing image name "${text}": ${readingFailure(named.reference, manifest)}`);
    out(manifest.value.raw);
    return;
  }
  const fetched = fetchImage(place);
  if (!fetched.ok) throw new ToolError(`Error parsing image name "${text}": ${readingFailure(named.reference, fetched)}`);
  const top = fetchManifest(place);
  const data = typed.config
    ? configOf(fetched.value)
    : describe(fetched.value, repositoryText(named.reference), typed['no-tags'] ? [] : tagsOf(place), top.ok ? top.value.digest : '');
  if (typed.config && typed.raw) out(fetched.value.config);
  else out(typed.format === '' ? `${JSON.stringify(data, null, 4)}\n` : `${renderTemplate(typed.format, data)}\n`);
}

function parseName(text: string) {
  try {
    return parseImageName(text);
  } catch (error) {
    throw error instanceof ToolError ? new ToolError(`Error parsing image name "${text}": ${error.message}`) : error;
  }
}

function tagsOf(place: RemotePlace): readonly string[] {
  const tags = place.registries.listTags(requestOf(place));
  if (!tags.ok) throw new ToolError(`Error determining repository tags: ${tags.message} (${exact(place.reference)})`);
  return tags.value;
}

function describe(image: ContainerImage, name: string, tags: readonly string[], digest = image.manifest.digest): Readonly<Record<string, unknown>> {
  const { created, config, architecture, os } = configOf(image);
  const { layers } = manifestOf(image);
  return {
    Name: name,
    Digest: digest,
    RepoTags: tags,
    Created: created,
    DockerVersion: '',
    Labels: config.Labels ?? null,
    Architecture: architecture,
    Os: os,
    Layers: layers.map((layer) => layer.digest),
    LayersData: layers.map((layer) => ({ MIMEType: layer.mediaType, Digest: layer.digest, Size: layer.size, Annotations: null })),
    Env: config.Env ?? null,
  };
}
