/** What package-lock.json says of an installed package, by its folder (`node_modules/yaml`). */
export interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

export type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** `node_modules/just-bash/node_modules/@scope/diff` is `@scope/diff`. */
export const nameOf = (folder: string): string => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The folders of what a package depends on, each found as Node finds it: nearest first. Optional ones that are not installed are left out. */
export function dependenciesOf(folder: string, locked: LockedPackages): readonly string[] {
  return Object.keys(locked[folder]?.dependencies ?? {}).flatMap(
    (name) =>
      placesAbove(folder)
        .map((place) => `${place}node_modules/${name}`)
        .find((place) => locked[place]) ?? [],
  );
}

/** `node_modules/a/node_modules/b` looks in itself, in `node_modules/a`, at the top. */
function placesAbove(folder: string): readonly string[] {
  const parts = folder.split(/(?<=^|\/)node_modules\//).slice(1);
  return [...parts.keys(), parts.length]
    .map((depth) =>
      parts
        .slice(0, depth)
        .map((part) => `node_modules/${part.replace(/\/?$/, '/')}`)
        .join(''),
    )
    .reverse();
}

/** A package with all that it depends on, but for the packages named in `leftOut`. */
export function closureOf(folder: string, locked: LockedPackages, leftOut: readonly string[] = []): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next) || leftOut.includes(nameOf(next))) continue;
    reached.add(next);
    open.push(...dependenciesOf(next, locked));
  }
  return reached;
}
