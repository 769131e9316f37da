/** The search as one classic script: its dialog, and the engine that the build puts in the place of the one that is fetched. */
export { PagefindUI } from '@pagefind/default-ui';
