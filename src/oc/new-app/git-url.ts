/** A place of source code as git understands it (oc pkg/helpers/source-to-image/git/url.go URL). */
export interface GitUrl {
  readonly type: 'url' | 'scp' | 'local';
  readonly host: string;
  readonly path: string;
  readonly fragment: string;
  /** As typed, without the fragment. */
  readonly location: string;
}

const scheme = /^[a-z][-a-z0-9+.]*:/i;
const scpLike = /^(?:([^@/]*)@)?([^/]*):(.*)$/;

/** Takes what was typed for a git URL: nearly everything with a colon before the first slash is a remote one. */
export function parseGitUrl(text: string): GitUrl {
  const at = text.indexOf('#');
  const location = at < 0 ? text : text.slice(0, at);
  const fragment = at < 0 ? '' : text.slice(at + 1);
  if (scheme.test(text)) return { type: 'url', ...hostAndPath(location), fragment, location };
  const scp = scpLike.exec(location);
  if (scp) return { type: 'scp', host: scp[2] ?? '', path: scp[3] ?? '', fragment, location };
  return { type: 'local', host: '', path: location, fragment, location };
}

function hostAndPath(location: string): { readonly host: string; readonly path: string } {
  const rest = location.slice(location.indexOf(':') + 1);
  if (!rest.startsWith('//')) return { host: '', path: rest.startsWith('/') ? rest : '' };
  const [, host = '', path = ''] = /^\/\/(?:[^@/]*@)?([^/]*)(.*)$/.exec(rest) ?? [];
  return { host, path };
}

export const isLocal = (url: GitUrl): boolean => url.type === 'local' || (url.type === 'url' && /^file:\//i.test(url.location));

export const localPath = (url: GitUrl): string => (url.type === 'url' ? url.path : url.location);

/** The name an application gets from its repository: the last part of the path without `.git`. */
export function nameFromGitUrl(url: GitUrl): string | undefined {
  const last = url.path.replace(/\/+$/, '').split('/').at(-1) ?? '';
  const name = last.replace(/\.git$/, '');
  if (name !== '' && name !== '.') return name;
  return url.host === '' ? undefined : url.host.replace(/:\d+$/, '');
}
