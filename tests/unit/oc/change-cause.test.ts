import { describe, expect, test } from 'vitest';
import { ocTerminal } from './oc-terminal.ts';

describe('--record', () => {
  test('notes the command line for the history of a rollout', async () => {
    const { out, oc } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    const { stdout, stderr } = await oc('set image deploy/web myapp=quay.io/myorg/myapp:2.0 --record');
    expect([stdout, stderr]).toEqual(['deployment.apps/web image updated\n', 'Flag --record has been deprecated, --record will be removed in the future\n']);
    expect(await out('rollout history deploy/web')).toBe(`deployment.apps/web 
REVISION  CHANGE-CAUSE
1         <none>
2         oc set image deploy/web myapp=quay.io/myorg/myapp:2.0 --record=true

`);
  });
});

describe('an autoscaler', () => {
  test('goes by 80 % of the CPU where it was not told otherwise', async () => {
    const { out } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    await out('autoscale deploy/web --max=3');
    expect(await out('describe hpa web')).toContain('resource cpu on pods  (as a percentage of request):  <unknown> / 80%\n');
  });
});
