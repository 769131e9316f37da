import { describe, expect, it } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc get', () => {
  it.each([
    ['get is --show-labels -o yaml', 'error: --show-labels option cannot be used with yaml printer\n'],
    ['get is --output-watch-events', 'error: --output-watch-events option can only be used with --watch or --watch-only\n'],
    ['get is app --subresource=log', 'error: invalid subresource value: "log". Must be one of [status scale]\n'],
    ['get is --raw /version', 'error: arguments may not be passed when --raw is specified\n'],
    ['get --raw version', 'error: --raw must be a valid URL path: parse "version": invalid URI for request\n'],
    [
      'get is --field-selector spec.x=1',
      'Error from server (BadRequest): Unable to find "image.openshift.io/v1, Resource=imagestreams" that match label selector "", field selector "spec.x=1": "spec.x" is not a known field selector: only "metadata.name", "metadata.namespace"\n',
    ],
    [
      'get pods -l "a b"',
      'Error from server (BadRequest): Unable to find "/v1, Resource=pods" that match label selector "a b", field selector "": unable to parse requirement: found \'b\', expected: in, notin, =, ==, !=, gt, lt\n',
    ],
  ])('refuses %s', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(line)).toBe(message);
  });

  it('draws names and ages itself where the server is not to', async () => {
    const { out } = await ocTerminal();
    await out('create imagestream app');
    expect(await out('get is --server-print=false')).toBe('NAME   AGE\napp    0s\n');
  });

  it('shows the scale of a workload', async () => {
    const { out } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0 --replicas=2');
    expect(await out('get deployment web --subresource=scale --no-headers')).toMatch(/^web {3}2 {5}\d {5}\d+s\n$/);
  });

  it('reads any URL of the server raw', async () => {
    const { out, error } = await ocTerminal();
    await out('create imagestream app');
    const streams = '/apis/image.openshift.io/v1/namespaces/demo/imagestreams';
    expect(await out(`get --raw ${streams}/app/layers`)).toMatch(
      /^{"kind":"ImageStreamLayers","apiVersion":"image.openshift.io\/v1",.*"blobs":{},"images":{}}\n$/,
    );
    expect(await out(`get --raw ${streams}`)).toMatch(/^{"kind":"ImageStreamList",.*"items":\[{"metadata":{.*"name":"app".*}}\]}\n$/);
    expect(await out(`get --raw ${streams}?labelSelector=a%3Db`)).toContain('"items":[]');
    expect(JSON.parse(await out('get --raw /api/v1/namespaces/demo')).kind).toBe('Namespace');
    expect(JSON.parse(await out('get --raw /apis/image.openshift.io/v1')).resources).toContainEqual(
      expect.objectContaining({ name: 'imagestreams/layers', namespaced: true, kind: 'ImageStreamLayers', verbs: ['get'] }),
    );
    expect(await error(`get --raw ${streams}/none`)).toBe('Error from server (NotFound): imagestreams.image.openshift.io "none" not found\n');
    expect(await error(`get --raw ${streams.replace('demo', 'other')}`)).toContain(
      'Error from server (Forbidden): imagestreams.image.openshift.io is forbidden',
    );
    expect(await error('get --raw /apis/apps/v2/x')).toBe('Error from server (NotFound): the server could not find the requested resource\n');
  });
});
