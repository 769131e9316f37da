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
});
