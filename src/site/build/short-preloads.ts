/** A command of the shell. What it needs beside itself is little, and found when it comes: a list for each would weigh more than it gains. */
const ofBash = /-[A-Z0-9]{8}\.[\w-]+\.js$/;

/** A Vite plugin: keeps the lists short of what is to be preloaded with each `import()`. */
export function shortPreloads() {
  return {
    name: 'short-preloads',
    // Astro sets these options for all environments, so that they are given for this one.
    configEnvironment: (name: string) =>
      name === 'client'
        ? { build: { modulePreload: { polyfill: false, resolveDependencies: (file: string, needed: string[]) => (ofBash.test(file) ? [] : needed) } } }
        : undefined,
  };
}
