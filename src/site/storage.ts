/** What survives a reload, where the browser allows it. The only place of ours that touches `localStorage`. */
export interface Storage {
  /** The value written last under this name by this version, or what was found instead. */
  read(name: string): Stored;
  /** False when the browser refuses: full, blocked, or no storage at all. The value is then kept until the page goes. */
  write(name: string, value: unknown): boolean;
  remove(name: string): void;
  /** Is anything kept under this name, readable or not? */
  has(name: string): boolean;
}

export type Stored =
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: unknown }
  /** Unreadable, or of another version. It stays where it was put aside, under `asideName`. */
  | { readonly kind: 'unreadable'; readonly reason: string; readonly asideName: string };

/** Bumped when the shape of stored values changes. */
export const storageVersion = 1;

const prefix = 'imagestream-labs/';

/** Opens the browser's storage, or a stand-in that lasts as long as the page. */
export function openStorage(backend: StringStore | undefined = browserStorage(), version = storageVersion): Storage {
  const memory = new Map<string, string>();
  const get = (key: string) => memory.get(key) ?? attempt(() => backend?.getItem(key)) ?? undefined;
  const set = (key: string, text: string) => {
    const kept = attempt(() => {
      if (!backend) return false;
      backend.setItem(key, text);
      return true;
    });
    if (kept) memory.delete(key);
    else memory.set(key, text);
    return kept ?? false;
  };
  const remove = (key: string) => {
    memory.delete(key);
    attempt(() => backend?.removeItem(key));
  };
  const freeName = (name: string): string => {
    let count = 1;
    while (get(`${prefix}${name}-${count}`) !== undefined) count += 1;
    return `${name}-${count}`;
  };
  return {
    read(name) {
      const key = prefix + name;
      const text = get(key);
      if (text === undefined) return { kind: 'absent' };
      const parsed = parseStamped(text, version);
      if (parsed.kind === 'value') return parsed;
      const asideName = freeName(`${name}.unreadable`);
      if (set(prefix + asideName, text)) remove(key);
      return { ...parsed, asideName };
    },
    write: (name, value) => set(prefix + name, JSON.stringify({ version, value })),
    remove: (name) => remove(prefix + name),
    has: (name) => get(prefix + name) !== undefined,
  };
}

/** The part of the Web Storage API that is used. */
export interface StringStore {
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

function browserStorage(): StringStore | undefined {
  return attempt(() => ('temporary' in globalThis.localStorage ? undefined : globalThis.localStorage));
}

function parseStamped(text: string, version: number): { kind: 'value'; value: unknown } | { kind: 'unreadable'; reason: string } {
  const stamped = attempt(() => JSON.parse(text) as { version?: unknown; value?: unknown } | null);
  if (typeof stamped !== 'object' || stamped === null || !('version' in stamped)) return { kind: 'unreadable', reason: 'not written by this site' };
  if (stamped.version !== version) return { kind: 'unreadable', reason: `version ${JSON.stringify(stamped.version)}, expected ${version}` };
  return { kind: 'value', value: stamped.value };
}

/** Storage throws where it is blocked or full; that is an answer, not an accident. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
