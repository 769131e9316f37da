/** A cause of trouble that a guide explains: how it shows in a terminal, and which guide, or `guide#section`, to read about it. */
interface Cause {
  readonly shows: RegExp;
  readonly guide: string;
}

const causes: readonly Cause[] = [
  { shows: /you may not have access to the container image|unauthorized: /, guide: 'registry-credentials' },
  { shows: /ErrImagePull|ImagePullBackOff/, guide: 'registry-credentials' },
  { shows: /no image stream named|error: Import failed|imported completed with errors/, guide: 'import-an-image' },
  { shows: /unable to locate any|no tags found on matching image stream|imagestreamtags\.image\.openshift\.io "/, guide: 'deploy-from-an-image-stream' },
  { shows: /Error from server \(NotFound\): imagestreams\.image\.openshift\.io "/, guide: 'what-an-image-stream-is' },
];

/** Every guide, or section of one, that an error may lead to. A page of a lab brings the links along. */
export const explainingGuides: readonly string[] = [...new Set(causes.map(({ guide }) => guide))];

/** Which guide explains what was printed; each cause is told once. */
export function createErrorGuides(): { guideFor(output: string): string | undefined } {
  const told = new Set<Cause>();
  return {
    guideFor(output) {
      const cause = causes.find(({ shows }) => shows.test(output));
      if (!cause || told.has(cause)) return undefined;
      told.add(cause);
      return cause.guide;
    },
  };
}
