/** A cause of trouble that a guide explains: how it shows in a terminal, and which guide, or `guide#section`, to read about it. */
interface Cause {
  readonly shows: RegExp;
  readonly guide: string;
}

const causes: readonly Cause[] = [
  { shows: /ErrImagePull|ImagePullBackOff|Failed to pull image/, guide: 'troubleshoot-pulls#read-the-events' },
  { shows: /you may not have access to the container image|unauthorized: /, guide: 'troubleshoot-imports#unauthorized' },
  { shows: /cloning repository "/, guide: 'the-forms-of-new-app#from-source-code' },
  { shows: /no such host/, guide: 'troubleshoot-imports#no-such-host' },
  { shows: /x509: /, guide: 'troubleshoot-imports#certificate' },
  { shows: /toomanyrequests/, guide: 'troubleshoot-imports#limits' },
  { shows: /no image stream named/, guide: 'import-an-image#confirm' },
  { shows: /error: Import failed|imported completed with errors/, guide: 'troubleshoot-imports#read-the-reason' },
  { shows: /unable to locate any|no tags found on matching image stream/, guide: 'the-forms-of-new-app#when-the-tag-is-missing' },
  { shows: /imagestreamtags\.image\.openshift\.io "/, guide: 'stream-tags-and-stream-images' },
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
