import type { LabSession } from '../../lab/lab-session.ts';
import type { Storage } from '../storage.ts';
import type { LabStrings } from './lab-strings.ts';

/** What a page does with a lab: an ordinary one tells at once how its goals stand, an exam keeps silent until it ends. */
export interface LabDesk {
  /** Draws what follows from the cluster: after the lab has opened, and after each command. */
  show(session: LabSession): Promise<void>;
  /** The lab starts anew. */
  reset(): void;
  /** `lab start`, `lab grade` and `lab finish`: each gives what the terminal prints. */
  start(session: LabSession): Promise<string>;
  grade(session: LabSession): Promise<string>;
  finish(session: LabSession): Promise<string>;
  /** Why nothing else may be typed now. */
  refusal(): string | undefined;
}

/** What a desk finds on its page. */
export interface DeskSurroundings {
  readonly root: HTMLElement;
  readonly strings: LabStrings;
  readonly storage: Storage;
  readonly exercise: string;
  /** The session, once it is open. */
  session(): LabSession | undefined;
  /** Puts a command into the terminal's line. */
  insert(command: string): void;
  /** Starts the lab anew and types these commands. */
  replay(commands: readonly string[]): void;
  /** Ends what runs in the terminal. */
  stop(): Promise<void>;
  /** Says something in the page's live region. */
  announce(text: string): void;
}
