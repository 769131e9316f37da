import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

const invalid = 'invalid reference format';

test.each([
  ['docker tag app [[HOST_IP]]:5000/demo/app', 1, `Error parsing reference: "[[HOST_IP]]:5000/demo/app" is not a valid repository/tag: ${invalid}\n`],
  ['docker push [[HOST_IP]]:5000/demo/app', 1, `${invalid}\n`],
  ['docker pull App:1', 1, `${invalid}: repository name (library/App) must be lowercase\n`],
  ['docker run nginx', 127, 'docker run: not available in this terminal\n'],
])('%s', async (line, exitCode, stderr) => {
  expect(await (await workstation()).shell.run(line)).toEqual({ stdout: '', stderr, exitCode });
});
