import type { NamedTagEventList } from '../api/image.ts';

/** Tags by weight: latest, minor versions, full versions, then all others. The order of `import --all` and of `oc describe`. (imageutil PrioritizeTags) */
export function prioritizeTags(tags: readonly string[]): readonly string[] {
  return tags
    .map(weigh)
    .sort(compareWeights)
    .map(({ tag }) => tag);
}

/** Status tags, the newest image first. (image/sort.go SortStatusTags) */
export function sortStatusTags(tags: readonly NamedTagEventList[]): readonly string[] {
  const created = (list: NamedTagEventList) => list.items?.[0]?.created ?? '';
  return [...tags].sort((a, b) => compareTexts(created(b), created(a)) || compareTexts(a.tag, b.tag)).map(({ tag }) => tag);
}

const priorities = { latest: 0, minor: 1, full: 2, other: 3 } as const;

interface WeighedTag {
  readonly tag: string;
  readonly priority: number;
  readonly version?: SemanticVersion;
  readonly prefix: string;
}

interface SemanticVersion {
  readonly numbers: readonly [bigint, bigint, bigint];
  readonly pre: readonly string[];
}

function weigh(tag: string): WeighedTag {
  if (tag === 'latest') return { tag, priority: priorities.latest, prefix: '' };
  const prefix = tag.startsWith('v') ? 'v' : '';
  const short = tag.slice(prefix.length);
  const full = parseVersion(short);
  if (full) return { tag, priority: priorities.full, version: full, prefix };
  const minor = minorVersion(short);
  if (minor) return { tag, priority: priorities.minor, version: minor, prefix };
  return { tag, priority: priorities.other, prefix };
}

function minorVersion(short: string): SemanticVersion | undefined {
  if (/^\d+\.\d+$/.test(short)) return parseVersion(`${short}.0`);
  const match = /^(\d+\.\d+)-\w+$/.exec(short);
  return match ? parseVersion(short.replace(match[1] as string, `${match[1]}.0`)) : undefined;
}

function parseVersion(text: string): SemanticVersion | undefined {
  const match = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/.exec(text);
  if (!match) return undefined;
  const pre = match[4] === undefined ? [] : match[4].split('.');
  if (pre.some((part) => /^0\d+$/.test(part))) return undefined;
  return { numbers: [BigInt(match[1] as string), BigInt(match[2] as string), BigInt(match[3] as string)], pre };
}

function compareWeights(a: WeighedTag, b: WeighedTag): number {
  if (a.priority !== b.priority) return a.priority - b.priority;
  if (!a.version || !b.version) return compareTexts(a.tag, b.tag);
  return compareVersions(b.version, a.version) || compareTexts(a.prefix, b.prefix);
}

function compareVersions(a: SemanticVersion, b: SemanticVersion): number {
  for (let i = 0; i < 3; i++) {
    const left = a.numbers[i] as bigint;
    const right = b.numbers[i] as bigint;
    if (left !== right) return left < right ? -1 : 1;
  }
  return comparePreReleases(a.pre, b.pre);
}

function comparePreReleases(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return Math.sign(b.length) - Math.sign(a.length);
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareIdentifiers(a[i] as string, b[i] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** Numbers come before words, and compare as numbers. */
function compareIdentifiers(a: string, b: string): number {
  const numeric = [/^\d+$/.test(a), /^\d+$/.test(b)];
  if (numeric[0] && numeric[1]) return Number(a) - Number(b);
  if (numeric[0] !== numeric[1]) return numeric[0] ? -1 : 1;
  return compareTexts(a, b);
}

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
