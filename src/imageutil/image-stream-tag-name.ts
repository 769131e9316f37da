import { defaultImageTag } from '../api/image.ts';

/** `stream:tag` taken apart; `ok` says whether there was a colon. (imageutil SplitImageStreamTag) */
export function splitImageStreamTag(nameAndTag: string): { readonly name: string; readonly tag: string; readonly ok: boolean } {
  const colon = nameAndTag.indexOf(':');
  const tag = colon < 0 ? '' : nameAndTag.slice(colon + 1);
  return { name: colon < 0 ? nameAndTag : nameAndTag.slice(0, colon), tag: tag === '' ? defaultImageTag : tag, ok: colon >= 0 };
}

/** `stream@digest` taken apart. (imageutil SplitImageStreamImage) */
export function splitImageStreamImage(nameAndId: string): { readonly name: string; readonly id: string; readonly ok: boolean } {
  const at = nameAndId.indexOf('@');
  return { name: at < 0 ? nameAndId : nameAndId.slice(0, at), id: at < 0 ? '' : nameAndId.slice(at + 1), ok: at >= 0 };
}

/** `stream:tag`, with `latest` for an empty tag. */
export const joinImageStreamTag = (name: string, tag: string): string => `${name}:${tag === '' ? defaultImageTag : tag}`;

/** `stream@digest`. */
export const joinImageStreamImage = (name: string, id: string): string => `${name}@${id}`;

export type ParsedName<Part extends string> =
  | ({ readonly ok: true } & Readonly<Record<'name' | Part, string>>)
  | { readonly ok: false; readonly error: string };

/** The strict form: exactly one colon, both sides there. (imageutil ParseImageStreamTagName) */
export function parseImageStreamTagName(istag: string): ParsedName<'tag'> {
  const quoted = JSON.stringify(istag);
  if (istag.includes('@')) return { ok: false, error: `${quoted} is an image stream image, not an image stream tag` };
  const [name = '', tag = '', ...more] = istag.split(':');
  if (more.length > 0 || !istag.includes(':')) return { ok: false, error: `expected exactly one : delimiter in the istag ${quoted}` };
  if (name === '' || tag === '') return { ok: false, error: `image stream tag name ${quoted} must have a name and a tag` };
  return { ok: true, name, tag };
}

/** The strict form: exactly one @, both sides there. (imageutil ParseImageStreamImageName) */
export function parseImageStreamImageName(input: string): ParsedName<'id'> {
  const quoted = JSON.stringify(input);
  const [name = '', id = '', ...more] = input.split('@');
  if (more.length > 0 || !input.includes('@')) return { ok: false, error: `expected exactly one @ in the isimage name ${quoted}` };
  if (name === '' || id === '') return { ok: false, error: `image stream image name ${quoted} must have a name and ID` };
  return { ok: true, name, id };
}
