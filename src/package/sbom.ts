import { shippedDependencies } from './components.ts';
import { type LockedPackages, nameOf } from './lock-file.ts';
import { sha256 } from './sha256-sums.ts';

interface Described {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
}

/** The font is no npm package: its files lie in src/site/fonts. */
const font = {
  type: 'data',
  'bom-ref': 'font:jetbrains-mono',
  name: 'JetBrains Mono',
  licenses: [{ license: { id: 'OFL-1.1' } }],
  externalReferences: [{ type: 'website', url: 'https://github.com/JetBrains/JetBrainsMono' }],
};

/** What the list describes: its serial number follows from the sums of the files, its time is their day. */
interface Content {
  readonly day: string;
  readonly sums: string;
}

/** A CycloneDX 1.6 list (https://cyclonedx.org/docs/1.6/json/) of what the package is made of; the same commit gives the same list whenever it is built. */
export function sbomOf(site: Described, shipped: readonly string[], locked: LockedPackages, { day, sums }: Content): string {
  const components = [...shipped.map((folder) => component(folder, locked)), font];
  const inner = new Set(shipped.flatMap((folder) => shippedDependencies(folder, shipped, locked)));
  const root = reference(site.name, site.version);
  const { name, version, description, license } = site;
  const body = {
    version: 1,
    metadata: {
      timestamp: `${day}T12:00:00Z`,
      component: { type: 'application', 'bom-ref': root, name, version, description, licenses: licensed(license), purl: root },
    },
    components,
    dependencies: [
      { ref: root, dependsOn: [...shipped.filter((folder) => !inner.has(folder)).map((folder) => referenceTo(folder, locked)), font['bom-ref']] },
      ...shipped.map((folder) => ({
        ref: referenceTo(folder, locked),
        dependsOn: shippedDependencies(folder, shipped, locked).map((dependency) => referenceTo(dependency, locked)),
      })),
    ],
  };
  const serialNumber = `urn:uuid:${uuidOf(`${sums}\n${JSON.stringify(body)}`)}`;
  return `${JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber, ...body }, null, 2)}\n`;
}

function component(folder: string, locked: LockedPackages) {
  const { version = '', license, integrity } = locked[folder] ?? {};
  const [, algorithm, sum] = /^(sha512|sha256)-(\S+)/.exec(integrity ?? '') ?? [];
  const alg = algorithm === 'sha256' ? 'SHA-256' : 'SHA-512';
  const purl = referenceTo(folder, locked);
  return {
    type: 'library',
    'bom-ref': purl,
    name: nameOf(folder),
    version,
    ...(sum && { hashes: [{ alg, content: Buffer.from(sum, 'base64').toString('hex') }] }),
    ...(license && { licenses: licensed(license) }),
    purl,
  };
}

const licensed = (license: string) => (/\s/.test(license) ? [{ expression: license }] : [{ license: { id: license } }]);
const referenceTo = (folder: string, locked: LockedPackages) => reference(nameOf(folder), locked[folder]?.version ?? '');
const reference = (name: string, version: string) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

/** A UUID of version 8 (RFC 9562: made by a rule of one's own) that follows from a text. */
function uuidOf(text: string): string {
  const digits = sha256(text);
  const variant = '89ab'[Number.parseInt(digits[16] ?? '0', 16) % 4];
  return [digits.slice(0, 8), digits.slice(8, 12), `8${digits.slice(13, 16)}`, `${variant}${digits.slice(17, 20)}`, digits.slice(20, 32)].join('-');
}
