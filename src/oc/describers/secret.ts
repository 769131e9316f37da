import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { sortedKeys, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface Secret extends KubeObject {
  readonly type?: string;
  /** Base64. */
  readonly data?: Readonly<Record<string, string>>;
}

/** A Secret, its values as sizes only (k8s.io/kubectl pkg/describe describeSecret). */
export const describeSecret: Describer<Secret> = (secret) =>
  kubectlText((text) => {
    const { type = '', data = {} } = secret;
    writeNameAndNamespace(text, secret);
    writeLabelsAndAnnotations(text, secret);
    text.write(0, `\nType:\t${type}\n`);
    text.write(0, '\nData\n====\n');
    for (const key of sortedKeys(data)) {
      const value = data[key] ?? '';
      const isToken = key === 'token' && type === 'kubernetes.io/service-account-token';
      text.write(0, `${key}:\t${isToken ? atob(value) : `${decodedLength(value)} bytes`}\n`);
    }
  });

/** How many bytes a base64 text stands for. */
export const decodedLength = (base64: string): number => Math.floor((base64.replace(/=+$/, '').length * 3) / 4);
