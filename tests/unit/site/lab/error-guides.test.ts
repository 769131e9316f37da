import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createErrorGuides } from '../../../../src/site/lab/error-guides.ts';

describe('what a terminal printed', () => {
  test.each([
    ['error: no image stream named "web" exists, pass --confirm to create and import', 'import-an-image'],
    ['  ! error: Import failed (Unauthorized): you may not have access to the container image "r/x:1"', 'registry-credentials'],
    ['web-1   0/1     ImagePullBackOff   0          2s', 'registry-credentials'],
    ['  ! error: Import failed (NotFound): dockerimage.image.openshift.io "r/x:9" not found', 'import-an-image'],
    ['error: unable to locate any images in image streams with name "web"', 'deploy-from-an-image-stream'],
    ['Error from server (NotFound): imagestreams.image.openshift.io "web" not found', 'what-an-image-stream-is'],
  ])('%s leads to %s, which is there', (output, guide) => {
    expect(createErrorGuides().guideFor(output)).toBe(guide);
    expect(existsSync(`content/docs/en/guides/${guide}.md`)).toBe(true);
  });

  test('leads nowhere where all is well, or where a guide has nothing to add', () => {
    expect(createErrorGuides().guideFor('secret/registry-credentials created')).toBeUndefined();
    expect(createErrorGuides().guideFor('error: unknown flag: --x')).toBeUndefined();
  });

  test('leads there once for each cause', () => {
    const guides = createErrorGuides();
    const output = 'error: no image stream named "web" exists';
    expect([guides.guideFor(output), guides.guideFor(output)]).toEqual(['import-an-image', undefined]);
  });
});
