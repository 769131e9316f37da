/** Uids, generated name endings and cluster addresses that come out the same in every replay. */
export class Identity {
  #counter: number;

  constructor(counter = 1) {
    this.#counter = counter;
  }

  /** A version 4 uuid drawn from the counter. */
  uid(): string {
    const hex = Array.from({ length: 4 }, () => this.#draw().toString(16).padStart(8, '0')).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }

  /** `length` characters of the alphabet Kubernetes takes for generated names (k8s.io/apimachinery util/rand). */
  suffix(length: number): string {
    const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
    return Array.from({ length }, () => alphabet[this.#draw() % alphabet.length]).join('');
  }

  /** An unsigned 32-bit number. */
  number(): number {
    return this.#draw();
  }

  fork(): Identity {
    return new Identity(this.#counter);
  }

  // splitmix32 over a counter: well mixed, and replays
  #draw(): number {
    this.#counter = (this.#counter + 0x9e3779b9) | 0;
    let mixed = this.#counter ^ (this.#counter >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  }
}
