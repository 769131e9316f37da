import type { RegistryCredentials } from '../../api/registry-transport.ts';
import { credentialsOfDockerConfig } from '../../imageutil/docker-keyring.ts';
import { type ImageReference, parseImageReference } from '../../imageutil/image-reference.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { describeRemoteImage } from '../image-info/describe-remote-image.ts';
import { type PlatformManifest, type RemoteSource, readImages, readTags } from '../image-info/remote-image.ts';
import { remoteImagesJson } from '../image-info/remote-image-json.ts';
import { alignTabs } from '../printers/tabwriter.ts';

/** `oc image info` (oc pkg/cli/image/info/info.go). */
export const imageInfo = defineCommand({
  path: 'image info',
  use: 'image info IMAGE [...]',
  flags: {
    'filter-by-os': string(),
    insecure: boolean(),
    output: string({ shorthand: 'o', values: ['json'] }),
    'registry-config': string({ shorthand: 'a' }),
    'show-multiarch': boolean(),
  },
  examples: [
    'oc image info quay.io/openshift/cli:latest',
    'oc image info quay.io/openshift/cli:4.*',
    'oc image info library/busybox:latest --filter-by-os=linux/arm64',
  ],
  async run({ args, flags, oc }) {
    if (args.length === 0) throw new OcError('info expects at least one argument, an image pull spec');
    const filter = filterOf(flags['filter-by-os']);
    const source = await remoteSource(oc, flags['registry-config'], flags.insecure);
    const choose = (all: readonly PlatformManifest[]) => choosePlatforms(all, filter, flags['show-multiarch']);
    for (const reference of args.flatMap((text) => referencesFor(source, text))) {
      const images = readImages(source, reference, choose);
      if (flags.output === 'json') oc.out(remoteImagesJson(images));
      else if (flags.output === '') for (const image of images) oc.out(describeRemoteImage(image, oc.host.now()));
      else throw new OcError("unrecognized --output, only 'json' is supported");
    }
  },
});

function filterOf(pattern: string): RegExp | undefined {
  if (pattern === '') return undefined;
  try {
    return new RegExp(pattern);
  } catch (error) {
    throw new OcError(`--filter-by-os was not a valid regular expression: ${(error as Error).message}`);
  }
}

/** The registries with the logins of a file: the one that was named, else those that container tools keep. */
async function remoteSource({ host }: OcContext, named: string, insecure: boolean): Promise<RemoteSource> {
  const { HOME = '', XDG_RUNTIME_DIR = '', REGISTRY_AUTH_FILE = '' } = host.env;
  const places =
    named !== '' ? [named] : [REGISTRY_AUTH_FILE, `${XDG_RUNTIME_DIR}/containers/auth.json`, `${HOME}/.docker/config.json`].filter((path) => path !== '');
  if (named !== '' && !(await host.files.exists(named))) throw new OcError(`unable to load --registry-config: stat ${named}: no such file or directory`);
  const logins = new Map<string, RegistryCredentials>();
  for (const place of places) {
    if (!(await host.files.exists(place))) continue;
    for (const { key, credentials } of credentialsOfDockerConfig(await host.files.read(place))) if (!logins.has(key)) logins.set(key, credentials);
  }
  return { registries: host.registries, insecure, credentialsFor: (registry) => logins.get(registry) };
}

// oc pkg/cli/image/imagesource ParseSourceReference
function referencesFor(source: RemoteSource, text: string): readonly ImageReference[] {
  const wildcard = /:([\w.*-]*\*[\w.*-]*)$/.exec(text)?.[1];
  const reference = parse(wildcard === undefined ? text : text.replace(/:[^:]*$/, ':tag'));
  if (wildcard === undefined && (reference.tag !== '' || reference.id !== '')) return [reference];
  const pattern = new RegExp(`^${(wildcard ?? '*').split('*').map(escapeForPattern).join('.*')}$`);
  const tags = readTags(source, reference).filter((tag) => pattern.test(tag));
  return tags.map((tag) => ({ ...reference, tag }));
}

const escapeForPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function parse(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new OcError(`${goQuote(text)} is not a valid image reference: ${parsed.error}`);
  return parsed.reference;
}

function choosePlatforms(all: readonly PlatformManifest[], filter: RegExp | undefined, showAll: boolean): readonly PlatformManifest[] {
  const chosen = all.filter((manifest) => filter?.test(platformText(manifest)) ?? true);
  if (chosen.length === 1 || showAll) return chosen;
  const rows = ['  OS\tDIGEST', ...all.map((manifest) => `  ${platformText(manifest)}\t${manifest.digest}`)].map((row) => `${row}\n`).join('');
  throw new OcError(
    `the image is a manifest list and contains multiple images - use --filter-by-os to select from:\n\n${alignTabs(rows, { minWidth: 0, padding: 1 })}\n`,
  );
}

const platformText = ({ platform: { os, architecture, variant } }: PlatformManifest) => `${os}/${architecture}${variant ? `/${variant}` : ''}`;
