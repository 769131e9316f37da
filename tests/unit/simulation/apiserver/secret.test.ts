import { describe, expect, test } from 'vitest';
import type { Secret } from '../../../../src/api/core.ts';
import { encodeBase64 } from '../../../../src/imageutil/base64.ts';
import { testCluster } from '../../../support/test-cluster.ts';

const secrets = { group: '', version: 'v1', resource: 'secrets' };

describe('secrets', () => {
  const { client } = testCluster();
  const create = (fields: Partial<Secret>) => client.create<Secret>(secrets, 'demo', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 's' }, ...fields });

  test('fold stringData into data and are Opaque by default', () => {
    const { data, type, stringData } = create({ stringData: { key: 'värde' } });
    expect({ data, type, stringData }).toEqual({ data: { key: encodeBase64('värde') }, type: 'Opaque', stringData: undefined });
  });

  test.each([
    [{ type: 'kubernetes.io/dockerconfigjson' }, 'data[.dockerconfigjson]: Required value'],
    [
      { type: 'kubernetes.io/dockerconfigjson', data: { '.dockerconfigjson': encodeBase64('nojson') } },
      "data[.dockerconfigjson]: Invalid value: \"<secret contents redacted>\": invalid character 'o' in literal null (expecting 'u')",
    ],
    [{ type: 'kubernetes.io/tls', data: { 'tls.crt': '' } }, 'data[tls.key]: Required value'],
  ])('of type %j are checked', (fields, message) => {
    expect(() => create(fields)).toThrow(`Secret "s" is invalid: ${message}`);
  });

  test('keep their type', () => {
    expect(() => client.patch(secrets, 'demo', 's', 'application/merge-patch+json', { type: 'other' })).toThrow(
      'Secret "s" is invalid: type: Invalid value: "other": field is immutable',
    );
  });

  test('show type and number of keys in tables', () => {
    expect(client.table(secrets, 'demo', 's').rows.map(({ cells }) => cells)).toEqual([['s', 'Opaque', 1, '0s']]);
  });
});
