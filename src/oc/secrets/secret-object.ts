import type { KubeObject } from '../../api/meta.ts';
import { setOwn } from '../../api/own.ts';
import { encodeBase64 } from '../../imageutil/base64.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import { withHash } from './append-hash.ts';
import { configKeyErrors } from './data-sources.ts';

/** Collects the keys of a secret and refuses bad or repeated ones (kubectl pkg/cmd/create addKeyFromLiteralToSecret). */
export class SecretData {
  readonly #data: Record<string, string> = {};

  add(key: string, value: string): void {
    const errors = configKeyErrors(key);
    if (errors.length > 0) throw new OcError(`${goQuote(key)} is not valid key name for a Secret ${errors.join(';')}`);
    if (Object.hasOwn(this.#data, key)) throw new OcError(`cannot add key ${key}, another key by that name already exists`);
    setOwn(this.#data, key, encodeBase64(value));
  }

  /** The secret, named with a hash of what is in it where that is asked for. */
  toSecret(oc: OcContext, name: string, type: string, appendHash: boolean): KubeObject {
    const data = this.#data;
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        creationTimestamp: null,
        name: appendHash ? withHash(name, { kind: 'Secret', type, data }) : name,
        ...(oc.namespaceIsExplicit && { namespace: oc.namespace }),
      },
      ...(Object.keys(data).length > 0 && { data }),
      ...(type !== '' && { type }),
    };
  }
}

export const secrets = { group: '', version: 'v1', resource: 'secrets' } as const;

/** How kubectl words a secret that the server did not take. */
export const secretRefused = (message: string): string => `failed to create secret ${message}`;
