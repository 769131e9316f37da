import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/package/make-package.ts';

const root = join(import.meta.dirname, '../../..');
const run = (script: string, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/cli/${script}.ts`, ...args], { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
  writeFileSync(join(folder, 'index.html'), '<p>home</p>');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run package', () => {
  it('refuses what it does not know, before it builds', () => {
    for (const args of [['--thrice'], ['--twice=yes'], ['somewhere']]) {
      const { status, stderr } = run('package', ...args);
      expect([args, status, stderr.includes('usage: npm run package')]).toEqual([args, 2, true]);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('says that a build failed', async () => {
    const project = join(folder, 'project');
    mkdirSync(join(project, 'src/package'), { recursive: true });
    writeFileSync(join(project, 'src/package/build-site.ts'), 'process.exit(3);');
    await expect(buildSite(project, join(project, 'work'))).rejects.toThrow('The site could not be built');
  });
});

describe('npm run serve', () => {
  it('refuses wrong arguments and folders that are no site', () => {
    const refusals = {
      '--prot=80': 'usage: npm run serve',
      '--port=http': '--port http: a port is a number',
      '--port=70000': '--port 70000: a port is a number',
      '--path=/../': '--path /../: write it as /a/b/',
      '/no/such/folder': 'there is no folder /no/such/folder',
      [tmpdir()]: 'has no index.html',
    };
    for (const [arg, words] of Object.entries(refusals)) {
      const { status, stderr } = run('serve', arg);
      expect([arg, status, stderr]).toEqual([arg, 2, expect.stringContaining(words)]);
      expect(stderr).not.toContain('    at ');
    }
  });

  it('says when the port that was asked for is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const { status, stderr } = run('serve', folder, '--host', '127.0.0.1', '--port', String(port));
    other.close();
    expect([status, stderr]).toEqual([1, expect.stringContaining('The port is taken')]);
  });

  it('prints where it serves, under the path that was asked for', async () => {
    const serving = spawn(process.execPath, ['src/cli/serve.ts', folder, '--host', '127.0.0.1', '--port', '0', '--path', 'class/one'], { cwd: root });
    try {
      const text = await printed(serving, 'Ctrl+C');
      const address = /http:\/\/127\.0\.0\.1:\d+\/class\/one\//.exec(text)?.[0] ?? '';
      expect(text).toContain('installs no app');
      expect(await (await fetch(address)).text()).toBe('<p>home</p>');
    } finally {
      serving.kill();
    }
  });
});

/** What a program has printed once it has printed `words`. */
function printed(program: ChildProcess, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    program.stdout?.on('data', (part) => {
      text += part;
      if (text.includes(words)) resolve(text);
    });
    program.once('exit', (status) => reject(new Error(`ended with ${status}: ${text}`)));
  });
}
