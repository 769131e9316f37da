import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitDay } from '../../../src/package/commit-day.ts';
import { shippedPackages } from '../../../src/package/components.ts';
import { licensesOf } from '../../../src/package/licenses.ts';
import { dependenciesOf, type LockedPackages } from '../../../src/package/lock-file.ts';
import { makePackage } from '../../../src/package/make-package.ts';
import { readmeOf } from '../../../src/package/readme.ts';
import { sbomOf } from '../../../src/package/sbom.ts';
import { packageFolder } from '../../../src/package/shipped-modules.ts';
import { languageCodes } from '../../../src/site/languages.ts';

const root = join(import.meta.dirname, '../../..');
const described = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: LockedPackages };
const shipped = shippedPackages(['node_modules/yaml'], packages);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('the package that a module belongs to', () => {
  it('is the innermost folder of node_modules', () => {
    expect(packageFolder('/home/me/node_modules/@scope/name/dist/x.js?raw')).toBe('node_modules/@scope/name');
    expect(packageFolder('\0/home/me/node_modules/a/node_modules/b/x.js')).toBe('node_modules/a/node_modules/b');
    expect(packageFolder('C:\\site\\node_modules\\yaml\\index.js')).toBe('node_modules/yaml');
    expect(packageFolder('/home/me/src/site/x.ts')).toBeUndefined();
  });
});

describe('dependencies', () => {
  const locked: LockedPackages = {
    'node_modules/a': { dependencies: { b: '1', c: '1', gone: '1' } },
    'node_modules/a/node_modules/b': { dependencies: { c: '1' } },
    'node_modules/b': {},
    'node_modules/c': {},
  };
  it('are found nearest first', () => {
    expect(dependenciesOf('node_modules/a', locked)).toEqual(['node_modules/a/node_modules/b', 'node_modules/c']);
    expect(dependenciesOf('node_modules/a/node_modules/b', locked)).toEqual(['node_modules/c']);
  });
});

describe('the day of a package', () => {
  it('is that of the last commit, or the one that is given', () => {
    const lastCommit = () => new Date(execFileSync('git', ['log', '-1', '--format=%cI'], { cwd: root, encoding: 'utf8' }).trim()).toISOString();
    expect(commitDay(root, undefined)).toBe(existsSync(join(root, '.git')) ? lastCommit().slice(0, 10) : '1980-01-01');
    expect(commitDay(root, '1700000000')).toBe('2023-11-14');
    expect(commitDay(tmpdir(), undefined)).toBe('1980-01-01');
    for (const wrong of ['', 'today', '-1', '99999999999']) expect(() => commitDay(root, wrong)).toThrow('SOURCE_DATE_EPOCH gives no time');
  });

  it('is asked for where the history cannot be read', () => {
    const broken = mkdtempSync(join(tmpdir(), 'history-'));
    mkdirSync(join(broken, '.git'));
    expect(() => commitDay(broken, undefined)).toThrow('SOURCE_DATE_EPOCH can give it');
    rmSync(broken, { recursive: true });
  });
});

describe('the list of parts', () => {
  it('has what is shipped, and not what builds and tests it', () => {
    const names = JSON.parse(sbomOf(described, shipped, packages, { day: '2026-03-29', sums: '' })).components.map(({ name }: { name: string }) => name);
    for (const name of ['just-bash', 'minimatch', 'yaml', '@astrojs/starlight', 'pagefind', 'JetBrains Mono']) expect(names).toContain(name);
    for (const name of ['vitest', 'typescript', 'lighthouse', 'sql.js', 'undici', '@mongodb-js/zstd']) expect(names).not.toContain(name);
    expect(() => shippedPackages(['node_modules/unheard-of'], packages)).toThrow('has no node_modules/unheard-of');
  });

  it('follows from the content alone, its serial number too', () => {
    const [one, again, other] = ['a', 'a', 'b'].map((content) => sbomOf(described, shipped, packages, { day: '2026-03-29', sums: content }));
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    const list = JSON.parse(one ?? '');
    expect(list.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(list.metadata.timestamp).toBe('2026-03-29T12:00:00Z');
  });

  it('names each part once, with its sum, its license and what it depends on', () => {
    const { components, dependencies } = JSON.parse(sbomOf(described, shipped, packages, { day: '2026-03-29', sums: '' }));
    const refs = components.map((part: { readonly 'bom-ref': string }) => part['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    for (const part of components) expect(part.licenses, part.name).toHaveLength(1);
    const yaml = components.find(({ name }: { name: string }) => name === 'yaml');
    expect(yaml.hashes[0]).toMatchObject({ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) });
    for (const { dependsOn } of dependencies) for (const ref of dependsOn) expect(refs).toContain(ref);
  });

  it('comes with the text of every license', async () => {
    const licenses = await licensesOf(root, shipped, packages);
    expect(licenses).toContain('just-bash 3.4.2: Apache-2.0');
    expect(licenses.split('-'.repeat(80))).toHaveLength(shipped.length);
  });
});

describe('the README of the package', () => {
  it('speaks every language, runs no script and says the same in each', async () => {
    const page = await readmeOf(root, { version: '1.2.3', zip: 'site-1.2.3.zip' });
    expect(page).not.toMatch(/<script|\{\w+\}/);
    const sections = languageCodes.map((language) => new RegExp(`<section lang="${language}" id="${language}">[^]*?</section>`).exec(page)?.[0] ?? '');
    const shape = (section: string) => [...section.matchAll(/<h2|<li>|<pre>|href="[^"]*"|<code>[^<]*/g)].map(([part]) => part);
    for (const section of sections) expect(shape(section).sort()).toEqual(shape(sections[0] ?? '').sort());
    expect(sections[0]).toContain('1.2.3');
  });

  it('leads to files of the package', async () => {
    const site = new Map([['index.html', new Uint8Array()]]);
    const { files, name } = await makePackage(root, { site, modules: ['node_modules/yaml'] }, '2026-03-29');
    expect(name).toBe(`imagestream-labs-${described.version}`);
    const links = [...text(files.get('README.html')).matchAll(/href="([^"#]+)"/g)].map(([, link = '']) => link);
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter((link) => !files.has(link))).toEqual([]);
    expect(text(files.get('NOTICE.txt'))).toContain('licenses/JetBrains-Mono-OFL.txt');
    expect([...files.keys()].sort()).toEqual(
      [
        'LICENSE.txt',
        'NOTICE.txt',
        'README.html',
        'SHA256SUMS',
        'index.html',
        'licenses/JetBrains-Mono-OFL.txt',
        'licenses/third-party.txt',
        'sbom.cdx.json',
      ].sort(),
    );
  });
});
