import type { ApiClient } from '../../api/client.ts';
import type { DockerConfig, DockerImage, ImageImportStatus, ImageStreamImport } from '../../api/image.ts';
import { StatusError } from '../../api/status.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import { goQuote } from '../go-quote.ts';
import type { ComponentMatch, Searcher, SearchResult } from './component-match.ts';
import { imageResources, shortImageId } from './image-streams.ts';

export interface ImageSearcherOptions {
  readonly client: ApiClient;
  readonly namespace: string;
  readonly insecure: boolean;
  /** '' where none was typed. */
  readonly importMode: string;
}

/** Looks in registries by letting the server import, with the secrets of the project (oc pkg/helpers/newapp/app/dockerimagelookup.go ImageImportSearcher). */
export function imageSearcher(options: ImageSearcherOptions): Searcher {
  return { type: 'local docker images', search: async (_precise, term) => searchImages(options, term) };
}

/** Takes any name for an image that will be there one day (MissingImageSearcher). */
export const missingImageSearcher: Searcher = {
  type: 'images not found in container image registry nor locally',
  search: async (_precise, term) => ({ matches: [{ value: term, argument: '', name: '', description: '', score: 0, localOnly: true }], errors: [] }),
};

/** Failures that only mean that there is nothing of that name for us. */
const quietReasons = ['InternalError', 'Unauthorized', 'Invalid', 'NotFound'];

function searchImages(options: ImageSearcherOptions, term: string): SearchResult {
  if (term === 'scratch') return { matches: [{ value: term, argument: '', name: '', description: '', score: 0, localOnly: true }], errors: [] };
  if (!tryParseImageReference(term) && term !== '*') return { matches: [], errors: [] };
  try {
    const imported = importOf(options, term);
    if (!imported) return { matches: [], errors: [] };
    if (imported.status.status === 'Success') return { matches: matchesOf(options, term, imported), errors: [] };
    if (quietReasons.includes(imported.status.reason ?? '')) return { matches: [], errors: [] };
    return { matches: [], errors: [new Error(`can't look up container image ${goQuote(term)}: ${imported.status.message}`)] };
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { matches: [], errors: [new Error(`can't lookup images: ${error.message}`)] };
  }
}

function importOf({ client, namespace, insecure, importMode }: ImageSearcherOptions, term: string): ImageImportStatus | undefined {
  const importPolicy = { ...(insecure && { insecure }), ...(importMode !== '' && { importMode }) };
  const asked = {
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStreamImport',
    metadata: { name: 'newapp', creationTimestamp: null },
    spec: { import: false, images: [{ from: { kind: 'DockerImage', name: term }, importPolicy, referencePolicy: { type: '' } }] },
    status: {},
  };
  return (client.create(imageResources.imageStreamImports, namespace, asked) as ImageStreamImport).status.images?.[0];
}

function matchesOf(options: ImageSearcherOptions, term: string, imported: ImageImportStatus): readonly ComponentMatch[] {
  const reference = tryParseImageReference(term);
  const metadata = imported.image?.dockerImageMetadata;
  if (!reference || !metadata) return [];
  const dockerImage = withListConfig(metadata, imported.manifests?.[0]?.dockerImageConfig);
  const tag = reference.tag === '' ? 'latest' : reference.tag;
  const registry = reference.registry === '' ? 'Docker Hub' : reference.registry;
  const match = {
    value: term,
    argument: `--image=${goQuote(term)}`,
    name: term,
    description: descriptionOf(dockerImage, term, registry, tag),
    score: 0,
    dockerImage,
    importMode: options.importMode,
    imageTag: tag,
    insecure: options.insecure,
    registry,
    directTag: true,
  };
  return [match];
}

/** The image of a manifest list has no configuration of its own: that of its first platform stands in. */
function withListConfig(image: DockerImage, firstConfig: string | undefined): DockerImage {
  if (image.Config || firstConfig === undefined) return image;
  const { config } = JSON.parse(firstConfig) as { readonly config?: DockerConfig };
  return config ? { ...image, Config: config } : image;
}

function descriptionOf(image: DockerImage, value: string, from: string, tag: string): string {
  const parts = [`container image ${goQuote(value)} (tag ${goQuote(tag)})`, shortImageId(image), `from ${from}`];
  if ((image.Size ?? 0) > 0) parts.push(`${((image.Size ?? 0) / (1024 * 1024)).toFixed(3)}mb`);
  if (image.Author) parts.push(`author ${image.Author}`);
  if (typeof image.Comment === 'string' && image.Comment !== '') parts.push(image.Comment);
  return parts.join(', ');
}
