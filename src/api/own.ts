/** What a record itself holds under a key. Keys are names that people choose: `constructor` or `toString`, which every object inherits, is no value of theirs. */
export const own = <T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined =>
  record !== undefined && record !== null && Object.hasOwn(record, key) ? record[key] : undefined;

/** Writes a value under any key; an assignment to `__proto__` would put another prototype in place instead. */
export function setOwn<T>(record: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(record, key, { value, writable: true, enumerable: true, configurable: true });
}
