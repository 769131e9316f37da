import type { Exercise, ExerciseMessages, MistakeTexts } from '../grading/index.ts';
import type { OcTexts } from '../oc/help-texts.ts';

/** The page's editor: gets a file's text, gives the new one, or undefined when it was closed without saving. */
export type Editor = (path: string, text: string) => Promise<string | undefined>;

/** What a lab is opened with. */
export interface LabOptions {
  readonly exercise: Exercise;
  readonly messages: ExerciseMessages;
  readonly texts: OcTexts;
  /** The sentences of the mistake atlas. */
  readonly mistakes: MistakeTexts;
  readonly edit?: Editor;
  /** What `save()` gave earlier. */
  readonly saved?: string;
  /** Called for each line that is replayed, with the prompt it was typed at and what it printed, piece by piece; awaited, so that the page can breathe. */
  readonly replayed?: (prompt: string, line: string, printed: readonly PrintedPiece[]) => void | Promise<void>;
  /** Awaited between the parts of the lab's start. */
  readonly breathe?: () => Promise<void>;
}

/** Some output, in the order in which it came. */
export interface PrintedPiece {
  readonly stream: 'stdout' | 'stderr' | 'news';
  readonly text: string;
}
