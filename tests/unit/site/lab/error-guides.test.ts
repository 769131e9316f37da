import { describe, expect, test } from 'vitest';
import { readDocs } from '../../../../src/guides/guide-files.ts';
import { type GuidePage, readGuidePage } from '../../../../src/guides/guide-page.ts';
import { createErrorGuides, explainingGuides } from '../../../../src/site/lab/error-guides.ts';
import { languageCodes } from '../../../../src/site/languages.ts';

describe('what a terminal printed', () => {
  test.each([
    ['error: no image stream named "web" exists, pass --confirm to create and import', 'import-an-image#confirm'],
    ['  ! error: Import failed (Unauthorized): you may not have access to the container image "r/x:1"', 'troubleshoot-imports#unauthorized'],
    ['web-1   0/1     ImagePullBackOff   0          2s', 'troubleshoot-pulls#read-the-events'],
    ['Failed to pull image "r/x:1": unauthorized: access denied', 'troubleshoot-pulls#read-the-events'],
    ['dial tcp: lookup r on 10.0.0.1:53: no such host', 'troubleshoot-imports#no-such-host'],
    ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'troubleshoot-imports#certificate'],
    ['  ! error: Import failed (NotFound): dockerimage.image.openshift.io "r/x:9" not found', 'troubleshoot-imports#read-the-reason'],
    ['error: unable to locate any images in image streams with name "web"', 'the-forms-of-new-app#when-the-tag-is-missing'],
    ['Error from server (NotFound): imagestreamtags.image.openshift.io "web:1" not found', 'stream-tags-and-stream-images'],
    ['Error from server (NotFound): imagestreams.image.openshift.io "web" not found', 'what-an-image-stream-is'],
  ])('%s leads to %s', (output, guide) => {
    expect(createErrorGuides().guideFor(output)).toBe(guide);
  });

  test('leads nowhere where all is well, or where a guide has nothing to add', () => {
    expect(createErrorGuides().guideFor('secret/registry-credentials created')).toBeUndefined();
    expect(createErrorGuides().guideFor('error: unknown flag: --x')).toBeUndefined();
  });

  test('leads there once for each cause', () => {
    const guides = createErrorGuides();
    const output = 'error: no image stream named "web" exists';
    expect([guides.guideFor(output), guides.guideFor(output)]).toEqual(['import-an-image#confirm', undefined]);
  });
});

describe('the guides that errors lead to', () => {
  /** Those of `named`, as `guide` or `guide#section`, that are not there in a language. */
  const missing = (named: readonly string[], pages: readonly GuidePage[], language: string) =>
    named.filter((guide) => {
      const [name, section] = guide.split('#');
      const page = pages.find(({ file }) => file === `content/docs/${language}/guides/${name}.md`);
      return !page || (section !== undefined && !page.sections.some(({ id }) => id === section));
    });

  test.each(languageCodes)('are there in %s, and their sections', async (language) => {
    expect(missing(explainingGuides, await readDocs('.'), language)).toEqual([]);
  });

  test('are noticed when they are not', () => {
    const pages = [readGuidePage('content/docs/en/guides/a.md', '## Why {#why}\n')];
    expect(missing(['a', 'a#why', 'a#how', 'b'], pages, 'en')).toEqual(['a#how', 'b']);
  });
});
