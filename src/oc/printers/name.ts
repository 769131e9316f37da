import type { KubeObject } from '../../api/meta.ts';

/** `imagestream.image.openshift.io/app`: an object as messages name it (cli-runtime printers/name.go). */
export function objectName(object: KubeObject): string {
  const at = object.apiVersion.indexOf('/');
  const group = at < 0 ? '' : `.${object.apiVersion.slice(0, at)}`;
  return `${object.kind.toLowerCase()}${group}/${object.metadata?.name || '<unknown>'}`;
}
