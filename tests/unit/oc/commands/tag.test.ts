import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc tag', () => {
  test('sets tags to external images, to what another tag holds now, and to follow it', async () => {
    const { out } = await ocTerminal();
    const first = 'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a';
    expect(await out('tag quay.io/myorg/myapp:1.0 app:1.0')).toBe('Tag app:1.0 set to quay.io/myorg/myapp:1.0.\n');
    expect(await out('tag app:1.0 app:prod app:stage')).toBe(`Tag app:prod set to app@${first}.\nTag app:stage set to app@${first}.\n`);
    expect(await out('tag --alias app:1.0 app:stable')).toBe('Tag app:stable set up to track app:1.0.\n');
    expect(await out('tag quay.io/myorg/myapp:2.0 app:2.0 --scheduled')).toBe('Tag app:2.0 set to import quay.io/myorg/myapp:2.0 periodically.\n');
    expect(await out('get is app -o jsonpath={.spec.tags[*].from.kind}')).toBe('DockerImage DockerImage ImageStreamImage ImageStreamTag ImageStreamImage');
  });

  test('deletes tags, and stops at the first that is not there', async () => {
    const { out, oc } = await ocTerminal();
    await out('tag quay.io/myorg/myapp:1.0 app:1');
    expect(await oc('tag -d app:1 app:nosuch')).toEqual({
      stdout: 'Deleted tag demo/app:1.\n',
      stderr: 'Error from server (NotFound): imagestreamtags.image.openshift.io "app:nosuch" not found\n',
      exitCode: 1,
    });
  });

  test.each([
    ['tag', "error: you must specify a source and at least one destination or one or more tags to delete\nSee 'oc tag -h' for help and examples\n"],
    ['tag -d', 'error: at least a destination is required\n'],
    ['tag NGINX app:1', 'error: invalid SOURCE: repository name must be lowercase\n'],
    ['tag nginx app', 'error: "app" must be of the form <stream_name>:<tag>\n'],
    ['tag nginx a/b/c:1', 'error: invalid image stream "a/b/c:1"\n'],
    ['tag nginx /c:1', 'error: invalid namespace "" for image stream "/c:1"\n'],
    ['tag nginx:latest web:2', 'Error from server (NotFound): imagestreams.image.openshift.io "nginx" not found\n'],
    ['tag --alias app:1 other:1', 'error: cannot set alias across different Image Streams\n'],
    ['tag --alias --scheduled app:1 app:s', 'error: only container images can have importing flags set\n'],
    ['tag -d app:1 --alias', 'error: --alias and --delete may not be both specified\n'],
    ['tag -d app:1 --source=istag', 'error: cannot specify a source kind when deleting\n'],
    ['tag -d app:1 --scheduled', 'error: cannot set flags for importing images when deleting a tag\n'],
    ['tag -d app:1 --import-mode=Legacy', 'error: cannot specify an import mode when deleting\n'],
    ['tag nginx app:1 --reference-policy=Local', "error: reference policy must be set to 'source' or 'local'\n"],
    ['tag nginx app:1 --import-mode=Other', 'error: valid ImportMode values are Legacy or PreserveOriginal\n'],
    [
      'tag nginx app:.dot',
      "error: invalid tag \".dot\" format, tags must start with an alphanumeric character followed by alphanumeric, '.' or '-' characters, and have a maximum of 128 characters\n",
    ],
    [
      'tag --source=is nginx app:1',
      'error: invalid source "is"; valid values are docker, dockerimage, imagestreamimage, imagestreamtag, isimage, istag\nSee \'oc tag -h\' for help and examples\n',
    ],
    ['tag --source=istag quay.io/a/b:1 app:1', 'error: server in SOURCE is only allowed when providing a container image\n'],
  ])('refuses `oc %s`', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(line)).toBe(message);
  });
});
