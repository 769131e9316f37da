/** Progress as it is saved: what was typed, in order. A reload replays it, so no state is ever migrated. */
export interface SavedProgress {
  readonly version: 1;
  readonly exercise: string;
  readonly entries: readonly ProgressEntry[];
  /** How many rungs of each goal's hint ladder were opened. */
  readonly hintsShown: HintsShown;
  readonly solutionShown: boolean;
}

/** By goal id. */
export type HintsShown = Readonly<Record<string, number>>;

/** A typed line, with the texts that its editor gave back and where Ctrl-C ended it; or a file that the page's editor wrote. */
export type ProgressEntry = TypedLine | { readonly file: string; readonly text: string };

export interface TypedLine {
  readonly line: string;
  readonly edits?: readonly (string | null)[];
  /** The shell's own count of where it was. */
  readonly interruptAt?: number;
}

const currentVersion = 1;

export const writeProgress = (progress: Omit<SavedProgress, 'version'>): string => JSON.stringify({ version: currentVersion, ...progress });

/** The progress that a saved text holds, or undefined where it cannot be read: another version, another exercise, or no such text at all. */
export function readProgress(text: string, exercise: string): SavedProgress | undefined {
  const value = parse(text);
  const isOurs = value?.version === currentVersion && value.exercise === exercise;
  if (!isOurs || !Array.isArray(value.entries) || !value.entries.every(isEntry)) return undefined;
  const { entries, hintsShown, solutionShown } = value as unknown as SavedProgress;
  return { version: currentVersion, exercise, entries, hintsShown: asHintsShown(hintsShown), solutionShown: solutionShown === true };
}

function asHintsShown(value: unknown): HintsShown {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter(([, count]) => typeof count === 'number'));
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is ProgressEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { line, edits, interruptAt, file, text } = value as Record<string, unknown>;
  const hasEdits = edits === undefined || (Array.isArray(edits) && edits.every((edit) => edit === null || typeof edit === 'string'));
  if (typeof line === 'string') return hasEdits && (interruptAt === undefined || typeof interruptAt === 'number');
  return typeof file === 'string' && typeof text === 'string';
}
