import { qualify } from '../containers/image-names.ts';
import { findImage, type LocalImage, type LocalImages } from '../containers/local-images.ts';
import { ToolError } from '../containers/program.ts';
import { dockerHub, exact, type ImageReference, parseImageReference } from '../imageutil/image-reference.ts';

/** The reference of a text with Docker's defaults. */
export function dockerReference(text: string): ImageReference {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new ToolError(problemOf(text, parsed.error));
  return qualify(parsed.reference, dockerHub);
}

// distribution/reference ParseNormalizedNamed
function problemOf(text: string, error: string): string {
  if (!error.endsWith('must be lowercase')) return 'invalid reference format';
  const path = text.replace(/^[^/]*[.:][^/]*\//, '').replace(/[:@].*$/, '');
  return `invalid reference format: repository name (${text.includes('/') ? '' : 'library/'}${path}) must be lowercase`;
}

/** Says what is wrong with a text that should be a reference; undefined where nothing is. */
export function referenceProblem(text: string): string | undefined {
  const parsed = parseImageReference(text);
  return parsed.ok ? undefined : problemOf(text, parsed.error);
}

/** Without `docker.io/` and `library/`: `nginx:latest`. */
export const familiar = (name: string): string => name.replace(/^docker\.io\/(library\/)?/, '');

/** The local image that a text names, and the full name it was found under ('' for an ID). */
export function dockerImage(images: LocalImages, text: string): { readonly image: LocalImage; readonly name: string } | undefined {
  const reference = dockerReference(text);
  return findImage(images, [exact(reference)], text);
}
