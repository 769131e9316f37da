/** Pagefind's dialog comes without types of its own. */
declare module '@pagefind/default-ui' {
  export const PagefindUI: new (options: object) => unknown;
}
