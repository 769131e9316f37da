import { describe, expect, test } from 'vitest';
import type { OcHost } from '../../../../src/oc/host.ts';
import { detectSource, lastBaseImage, lastExposedPorts, sourceRepository } from '../../../../src/oc/new-app/source-repository.ts';

const hostWith = (files: Readonly<Record<string, string>>) =>
  ({
    files: {
      exists: async (path: string) => path === 'src',
      list: async () => Object.keys(files),
      read: async (path: string) => files[path.slice('src/'.length)] ?? '',
    },
  }) as unknown as OcHost;

async function detected(files: Readonly<Record<string, string>>, strategy: '' | 'docker' | 'pipeline' = '') {
  const repository = sourceRepository('src', strategy);
  await detectSource(repository, hostWith(files), strategy);
  return repository.info;
}

describe('source code', () => {
  test('is known by its files', async () => {
    expect(await detected({ 'package.json': '', 'requirements.txt': '' })).toEqual({
      path: 'src',
      platforms: ['nodejs', 'python'],
      dockerfile: undefined,
      jenkinsfile: false,
    });
    expect((await detected({ Dockerfile: 'FROM a' }))?.dockerfile).toBe('FROM a');
  });

  test('must be what the strategy needs', async () => {
    await expect(detected({ 'readme.md': '' })).rejects.toThrow('No language matched the source repository');
    await expect(detected({ 'package.json': '' }, 'docker')).rejects.toThrow(
      "No Dockerfile was found in the repository and the requested build strategy is 'docker'",
    );
    await expect(detected({ 'package.json': '' }, 'pipeline')).rejects.toThrow(
      "No Jenkinsfile was found in the repository and the requested build strategy is 'pipeline'",
    );
  });

  test('that is elsewhere cannot be fetched', async () => {
    const elsewhere = sourceRepository('https://github.com/sclorg/nodejs-ex', '');
    await expect(detectSource(elsewhere, hostWith({}), '')).rejects.toThrow('Could not resolve host: github.com');
  });
});

describe('a Dockerfile', () => {
  const text = 'FROM --platform=linux/amd64 golang AS build\nEXPOSE 1\n\nfrom ubi9\nEXPOSE 80 443/tcp\nexpose 53/udp\n';

  test('builds on the image of its last stage', () => {
    expect(lastBaseImage(text)).toBe('ubi9');
    expect(lastBaseImage('RUN true')).toBe('');
  });

  test('exposes the ports of its last stage', () => {
    expect(lastExposedPorts(text)).toEqual(['80', '443/tcp', '53/udp']);
    expect(lastExposedPorts('FROM a')).toEqual([]);
  });
});
