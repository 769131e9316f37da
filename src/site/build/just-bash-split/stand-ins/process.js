/** The few things of Node's `process` that just-bash looks at, where there is none. */
globalThis.process ??= {
  env: {},
  argv: [],
  versions: {},
  platform: 'linux',
  pid: 1,
  ppid: 0,
  stdout: {},
  stderr: {},
  cwd: () => '/',
  on() {},
  off() {},
  emitWarning() {},
  nextTick: (work, ...args) => queueMicrotask(() => work(...args)),
  memoryUsage: () => ({ heapUsed: 0 }),
  hrtime: Object.assign(() => [0, 0], { bigint: () => BigInt(Math.round(performance.now() * 1e6)) }),
};
