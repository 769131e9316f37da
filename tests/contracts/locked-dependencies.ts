/** What `package.json` says of dependencies. */
export interface Manifest {
  readonly dependencies?: Names;
  readonly devDependencies?: Names;
  readonly overrides?: Names;
  readonly allowScripts?: Readonly<Record<string, boolean>>;
}

/** One package of `package-lock.json`. */
export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
}

export type Lock = { readonly packages: Readonly<Record<string, LockedPackage>> };
type Names = Readonly<Record<string, string>>;

/** Licences under which a text or program may be passed on with the site, unchanged or bundled. */
const permissive = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Python-2.0',
  'OFL-1.1',
  'WTFPL',
  'Unlicense',
];

/** Packages with other licences: programs of the build and the tests, of which nothing is in the site. */
const usedNotShipped: readonly (readonly [name: RegExp, license: string])[] = [
  [/^@axe-core\/playwright$|^axe-core$/, 'MPL-2.0'],
  [/^lightningcss(-[a-z0-9-]+)?$/, 'MPL-2.0'],
  [/^@img\/sharp-/, 'LGPL-3.0-or-later'],
  [/^node-liblzma$/, 'LGPL-3.0'],
];

/** Packages whose `package.json` tells its licence in no form that npm reads, with what their LICENSE file says. */
const licenseToldElsewhere: Names = { format: 'MIT' };

/** What is wrong with the dependencies, as sentences. */
export function dependencyProblems(manifest: Manifest, lock: Lock): readonly string[] {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  return [
    ...notExact(manifest, lock),
    ...packages.flatMap(([path, locked]) => sourceProblems(nameOf(path), locked)),
    ...scriptProblems(manifest, packages),
    ...packages.flatMap(([path, locked]) => licenseProblems(nameOf(path), locked)),
    ...needlessOverrides(manifest, packages),
  ];
}

/** `node_modules/a/node_modules/@b/c` is `@b/c`. */
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

function notExact({ dependencies, devDependencies, overrides }: Manifest, { packages }: Lock): readonly string[] {
  const named = Object.entries({ ...dependencies, ...devDependencies });
  return [...named, ...Object.entries(overrides ?? {})].flatMap(([name, version]) => {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) return [`${name}: ${version} is no exact version`];
    const locked = packages[`node_modules/${name}`]?.version;
    return locked === version ? [] : [`${name}: ${version} in package.json, ${locked} in package-lock.json`];
  });
}

function sourceProblems(name: string, { integrity = '', resolved, link }: LockedPackage): readonly string[] {
  return [
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity) ? [] : [`${name}: no sha512 of what is installed`]),
    ...(link || (resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'))
      ? [`${name}: comes from ${resolved}, not from the npm registry`]
      : []),
  ];
}

function scriptProblems({ allowScripts = {} }: Manifest, packages: readonly (readonly [string, LockedPackage])[]): readonly string[] {
  const withScript = new Set(packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path)));
  return [
    ...[...withScript]
      .filter((name) => !Object.hasOwn(allowScripts, name))
      .map((name) => `${name}: runs a script when it is installed, and allowScripts does not say whether it may`),
    ...Object.keys(allowScripts)
      .filter((name) => !withScript.has(name))
      .map((name) => `${name}: is in allowScripts and runs nothing`),
  ];
}

function licenseProblems(name: string, { license = licenseToldElsewhere[name] ?? 'no license' }: LockedPackage): readonly string[] {
  const choices = license.replace(/[()]/g, '').split(' OR ');
  const isFine = choices.some((choice) => choice.split(' AND ').every((part) => isAccepted(name, part)));
  return isFine ? [] : [`${name}: ${license} is on no list`];
}

const isAccepted = (name: string, license: string) =>
  permissive.includes(license) || usedNotShipped.some(([pattern, exception]) => exception === license && pattern.test(name));

/** An override is there for a range that would let in another version. */
function needlessOverrides({ overrides = {} }: Manifest, packages: readonly (readonly [string, LockedPackage])[]): readonly string[] {
  return Object.entries(overrides).flatMap(([name, version]) => {
    const ranges = packages.flatMap(([, { dependencies, optionalDependencies }]) => ({ ...dependencies, ...optionalDependencies })[name] ?? []);
    return ranges.some((range) => range !== version) ? [] : [`${name}: overridden, though nothing asks for another version`];
  });
}
