import type { EmbeddedImage, Image, ImageImportStatus, ImportMode, ImportStatus, RepositoryImportStatus } from '../../../../api/image.ts';
import type { RegistryManifest, RegistryResult, RegistryTransport } from '../../../../api/registry-transport.ts';
import { badRequest } from '../../../../api/status.ts';
import type { DockerKeyring } from '../../../../imageutil/docker-keyring.ts';
import { dockerClientDefaults, exact, type ImageReference, mostSpecific, parseImageReference, repositoryName } from '../../../../imageutil/image-reference.ts';
import { prioritizeTags } from '../../../../imageutil/tag-order.ts';
import { imageOfManifest, imageOfManifestList, isManifestList, manifestsOfList } from '../image/image-metadata.ts';
import { blockedRegistry, importFailure, repositoryFailure, statusOf, success } from './import-errors.ts';

export interface ImportOptions {
  readonly insecure: boolean;
  readonly importMode: ImportMode;
  readonly preferArch?: string;
  readonly preferOs?: string;
}

/** What the importer works with: the registries, logins for them, and the time for what has none. */
export interface ImportSurroundings {
  readonly registries: RegistryTransport;
  readonly keyring: DockerKeyring;
  readonly now: string;
  /** What the cluster says of registries as such. */
  readonly policy: RegistryPolicy;
}

/** `spec.registrySources` of image.config.openshift.io/cluster. */
export interface RegistryPolicy {
  readonly blocked: readonly string[];
  readonly insecure: readonly string[];
}

/** How many tags of a repository are imported at once; the others are only named. */
const maximumTagsPerRepository = 50;

/** Imports one image by tag or digest. (openshift-apiserver importer/importer.go importImages) */
export function importImage(from: string, options: ImportOptions, around: ImportSurroundings): ImageImportStatus {
  const parsed = parseImageReference(from);
  if (!parsed.ok) return { status: invalidName(from, parsed.error) };
  const { reference } = parsed;
  const { registry, tag, id } = dockerClientDefaults(reference);
  if (around.policy.blocked.includes(registry)) return { status: blockedRegistry(reference.registry) };
  const named = id === '' ? { tag } : {};
  const fetched = fetchImage({ ...reference, tag: id === '' ? tag : '' }, options, around);
  if ('status' in fetched) return { status: fetched.status, ...named };
  return { status: success, ...named, ...placed(fetched, reference, id === '' ? tag : '') };
}

/** Imports the foremost tags of a repository. (importFromRepository) */
export function importRepository(from: string, options: ImportOptions, around: ImportSurroundings): RepositoryImportStatus {
  const parsed = parseImageReference(from);
  if (!parsed.ok) return { status: invalidName(from, parsed.error) };
  const { reference } = parsed;
  if (around.policy.blocked.includes(dockerClientDefaults(reference).registry)) return { status: blockedRegistry(reference.registry) };
  const place = placeOf(reference, options, around);
  const listed = around.registries.listTags(place);
  if (!listed.ok) return { status: repositoryFailure(exact(reference), `https://${place.host}/v2/${place.repository}/tags/list`, listed) };
  const tags = prioritizeTags([...new Set(listed.value.map((tag) => tag || 'latest'))].sort());
  const images = tags.slice(0, maximumTagsPerRepository).map((tag): ImageImportStatus => {
    const fetched = fetchImage({ ...reference, tag, id: '' }, options, around);
    return 'status' in fetched ? { status: fetched.status, tag } : { status: success, tag, ...placed(fetched, reference, tag) };
  });
  const additionalTags = tags.slice(maximumTagsPerRepository);
  return { status: summary(images), ...(images.length > 0 && { images }), ...(additionalTags.length > 0 && { additionalTags }) };
}

interface Fetched {
  readonly image: Image;
  readonly manifests: readonly Image[];
}

function fetchImage(reference: ImageReference, options: ImportOptions, around: ImportSurroundings): Fetched | { readonly status: ImportStatus } {
  const manifest = getManifest(reference, reference.id || reference.tag, options, around);
  if (!manifest.ok) return failed(reference, reference.id || reference.tag, manifest, options, around);
  if (!isManifestList(manifest.value)) return imageOf(reference, manifest.value, options, around);
  if (options.importMode === 'PreserveOriginal') return listImage(reference, manifest.value, options, around);
  const digest = choosePlatform(manifest.value.raw, options);
  if (digest === undefined) return { status: statusOf(badRequest('no manifests in manifest list')) };
  const chosen = getManifest(reference, digest, options, around);
  return chosen.ok ? imageOf(reference, chosen.value, options, around) : failed(reference, digest, chosen, options, around);
}

function imageOf(
  reference: ImageReference,
  manifest: RegistryManifest,
  options: ImportOptions,
  around: ImportSurroundings,
): Fetched | { readonly status: ImportStatus } {
  const digest = configDigest(manifest);
  const config = around.registries.getBlob({ ...placeOf(reference, options, around), reference: digest });
  if (!config.ok) return failed(reference, digest, config, options, around);
  return { image: imageOfManifest(manifest, config.value), manifests: [] };
}

/** A list is kept as one image; each manifest it names becomes an image beside it. */
function listImage(
  reference: ImageReference,
  list: RegistryManifest,
  options: ImportOptions,
  around: ImportSurroundings,
): Fetched | { readonly status: ImportStatus } {
  const manifests: Image[] = [];
  for (const { digest } of manifestsOfList(list.raw)) {
    const part = { ...reference, tag: '', id: digest };
    const fetched = fetchImage(part, { ...options, importMode: 'Legacy' }, around);
    if ('status' in fetched) return fetched;
    manifests.push({ ...fetched.image, dockerImageReference: exact(mostSpecific(part)) });
  }
  return { image: imageOfManifestList(list, around.now), manifests };
}

const configDigest = ({ raw }: RegistryManifest): string => (JSON.parse(raw) as { config?: { digest?: string } }).config?.digest ?? '';

/** The manifest for the platform that is preferred; else linux on amd64, else the first. (manifestFromManifestList) */
function choosePlatform(raw: string, { preferArch = 'amd64', preferOs = 'linux' }: ImportOptions): string | undefined {
  const manifests = manifestsOfList(raw);
  const find = (architecture: string, os: string) => manifests.find((manifest) => manifest.architecture === architecture && manifest.os === os);
  return (find(preferArch, preferOs) ?? find('amd64', 'linux') ?? manifests[0])?.digest;
}

function getManifest(reference: ImageReference, wanted: string, options: ImportOptions, around: ImportSurroundings): RegistryResult<RegistryManifest> {
  return around.registries.getManifest({ ...placeOf(reference, options, around), reference: wanted });
}

/** Host, repository and the first login that fits. (importer/staticcredentials.go Repository) */
function placeOf(reference: ImageReference, options: ImportOptions, { keyring, policy }: ImportSurroundings) {
  const full = dockerClientDefaults(reference);
  const insecure = options.insecure || policy.insecure.includes(full.registry);
  const credentials = keyring.lookup(exact({ ...full, id: '' }))[0];
  return { host: full.registry, repository: repositoryName(full), ...(credentials && { credentials }), ...(insecure && { insecure }) };
}

function failed(
  reference: ImageReference,
  wanted: string,
  failure: Exclude<RegistryResult<unknown>, { readonly ok: true }>,
  options: ImportOptions,
  around: ImportSurroundings,
): { readonly status: ImportStatus } {
  const { host, repository } = placeOf(reference, options, around);
  return { status: importFailure(normalized(reference), `https://${host}/v2/${repository}/manifests/${wanted}`, failure) };
}

/** The reference as the registry library names it: Docker Hub always under its own name. */
function normalized(reference: ImageReference): string {
  const full = dockerClientDefaults(reference);
  const registry = full.registry === 'index.docker.io' ? 'docker.io' : full.registry;
  return exact({ ...full, registry, tag: reference.tag });
}

/** The image under the name that was asked for, by its digest. */
function placed(
  { image, manifests }: Fetched,
  reference: ImageReference,
  tag: string,
): { readonly image: EmbeddedImage; readonly manifests?: readonly EmbeddedImage[] } {
  const dockerImageReference = exact(mostSpecific({ ...reference, tag, id: image.metadata.name }));
  return { image: { ...image, dockerImageReference }, ...(manifests.length > 0 && { manifests }) };
}

const invalidName = (name: string, why: string): ImportStatus => ({
  metadata: {},
  status: 'Failure',
  reason: 'Invalid',
  message: ` "" is invalid: from.name: Invalid value: ${JSON.stringify(name)}: invalid name: ${why}`,
  code: 422,
});

function summary(images: readonly ImageImportStatus[]): ImportStatus {
  const failures = images.filter(({ status }) => status.status !== 'Success').length;
  if (failures === 0) return success;
  const message = `${failures === 1 ? 'one' : failures} of the images from this repository failed to import`;
  return { metadata: {}, status: 'Failure', reason: 'ImportFailed', message };
}
