import { digestError, isDigest } from './digest.ts';

/** A pull spec taken apart; parts that were not named are empty (library-go image/reference DockerImageReference). */
export interface ImageReference {
  readonly registry: string;
  readonly namespace: string;
  readonly name: string;
  readonly tag: string;
  readonly id: string;
}

export type ParsedImageReference = { readonly ok: true; readonly reference: ImageReference } | { readonly ok: false; readonly error: string };

/** Takes a pull spec apart, or says why it is none in the words that validation prints (reference.Parse). */
export function parseImageReference(spec: string): ParsedImageReference {
  const match = referencePattern.exec(spec);
  if (!match) return { ok: false, error: whyNoReference(spec) };
  const [, name = '', tag = '', digest = ''] = match;
  if (name.length > nameTotalLengthMax) return { ok: false, error: `repository name must not be more than ${nameTotalLengthMax} characters` };
  const wrongDigest = digest === '' ? undefined : digestError(digest);
  if (wrongDigest !== undefined) return { ok: false, error: wrongDigest };
  return { ok: true, reference: split(name, tag, digest) };
}

/** The reference, or undefined where the text is none. */
export function tryParseImageReference(spec: string): ImageReference | undefined {
  const parsed = parseImageReference(spec);
  return parsed.ok ? parsed.reference : undefined;
}

/** A `namespace/name` may not be longer than this. */
export const nameTotalLengthMax = 255;

const emptyReference: ImageReference = { registry: '', namespace: '', name: '', tag: '', id: '' };

/** A reference of the parts that are given. */
export const imageReference = (parts: Partial<ImageReference>): ImageReference => ({ ...emptyReference, ...parts });

/** The name with its tag or digest; nothing where there is no name. */
export function nameString({ name, tag, id }: ImageReference): string {
  if (name === '') return '';
  if (id !== '') return isDigest(id) ? `${name}@${id}` : `${name}:${id}`;
  return tag === '' ? name : `${name}:${tag}`;
}

/** All the parts that are set, with nothing added. */
export function exact(reference: ImageReference): string {
  const name = nameString(reference);
  if (name === '') return '';
  return [reference.registry, reference.namespace, name].filter((part) => part !== '').join('/');
}

/** As `exact`, with `library` where Docker Hub needs a namespace. */
export function imageReferenceString(reference: ImageReference): string {
  return exact(reference.namespace === '' && isDockerHub(reference.registry) ? { ...reference, namespace: 'library' } : reference);
}

/** What the Docker client takes for parts that are missing. */
export function dockerClientDefaults(reference: ImageReference): ImageReference {
  const registry = reference.registry === '' ? dockerHub : reference.registry;
  const namespace = reference.namespace === '' && isDockerHub(registry) ? 'library' : reference.namespace;
  return { ...reference, registry, namespace, tag: reference.tag === '' ? 'latest' : reference.tag };
}

/** Without `latest`. */
export const minimal = (reference: ImageReference): ImageReference => (reference.tag === 'latest' ? { ...reference, tag: '' } : reference);

/** Without what Docker assumes by itself: Hub's other names, `library`, `latest`. */
export function daemonMinimal(reference: ImageReference): ImageReference {
  const registry = isDockerHub(reference.registry) ? dockerHub : reference.registry;
  const namespace = isDockerHub(registry) && reference.namespace === 'library' ? '' : reference.namespace;
  return minimal({ ...reference, registry, namespace });
}

/** Without tag and digest. */
export const asRepository = (reference: ImageReference): ImageReference => ({ ...reference, tag: '', id: '' });

/** The path in its registry. */
export const repositoryName = (reference: ImageReference): string => exact({ ...asRepository(reference), registry: '' });

/** The digest rather than the tag, where there is one. */
export function mostSpecific(reference: ImageReference): ImageReference {
  if (reference.id === '') return reference;
  if (isDigest(reference.id)) return { ...reference, tag: '' };
  return reference.tag === '' ? { ...reference, tag: reference.id, id: '' } : reference;
}

/** Do both mean the same once Docker's defaults are filled in? */
export function isSameReference(a: ImageReference, b: ImageReference): boolean {
  return JSON.stringify(ordered(dockerClientDefaults(a))) === JSON.stringify(ordered(dockerClientDefaults(b)));
}

export const dockerHub = 'docker.io';

/** Docker Hub goes by three names. */
export const isDockerHub = (registry: string): boolean => registry === dockerHub || registry === 'index.docker.io' || registry === 'registry-1.docker.io';

const ordered = ({ registry, namespace, name, tag, id }: ImageReference) => [registry, namespace, name, tag, id];

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const hostComponent = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const host = `${hostComponent}(?:\\.${hostComponent})*(?::[0-9]+)?`;
const digestText = '[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}';
const referencePattern = new RegExp(`^((?:${host}/)?${component}(?:/${component})*)(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(?:@(${digestText}))?$`);

function whyNoReference(spec: string): string {
  if (spec === '') return 'repository name must have at least one component';
  return referencePattern.test(spec.toLowerCase()) ? 'repository name must be lowercase' : 'invalid reference format';
}

function split(path: string, tag: string, id: string): ImageReference {
  const slash = path.indexOf('/');
  const first = slash < 0 ? path : path.slice(0, slash);
  if (slash < 0 && (first.includes('.') || first.startsWith('localhost'))) {
    // a bare host: nothing in it is a name, not even what follows its colon
    const registry = `${path}${tag === '' ? '' : `:${tag}`}${id === '' ? '' : `@${id}`}`;
    return { ...emptyReference, registry, id };
  }
  const hasRegistry = slash >= 0 && (/[:.]/.test(first) || first === 'localhost');
  const rest = hasRegistry ? path.slice(slash + 1) : path;
  const next = rest.indexOf('/');
  return { registry: hasRegistry ? first : '', namespace: next < 0 ? '' : rest.slice(0, next), name: rest.slice(next + 1), tag, id };
}
