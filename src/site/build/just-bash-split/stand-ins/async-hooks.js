/** One storage for the one line that runs at a time. */
export class AsyncLocalStorage {
  run(store, work, ...args) {
    const outer = this.store;
    this.store = store;
    try {
      return work(...args);
    } finally {
      this.store = outer;
    }
  }
  getStore() {
    return this.store;
  }
  exit(work, ...args) {
    return work(...args);
  }
  enterWith(store) {
    this.store = store;
  }
  disable() {
    this.store = undefined;
  }
}

export class AsyncResource {
  runInAsyncScope(work, receiver, ...args) {
    return work.apply(receiver, args);
  }
  static bind(work) {
    return work;
  }
}
