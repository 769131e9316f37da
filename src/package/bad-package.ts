/** Why there is no package, in words for the one who asked for it. */
export class BadPackage extends Error {}
