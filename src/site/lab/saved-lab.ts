import { progressName } from '../lab-marks.ts';
import type { Storage } from '../storage.ts';

/** What was typed in a lab, as the browser keeps it. */
export interface SavedLab {
  /** The saved text, if any. What cannot be read has been set aside under a name. */
  read(): { readonly text?: string; readonly aside?: string };
  /** Moves a text that no lab can read out of the way; gives the name under which it is kept. */
  setAside(text: string): string;
  /** False where the browser refuses. */
  write(text: string): boolean;
  remove(): void;
}

/** Opens what is kept of one lab. */
export function openSavedLab(storage: Storage, exercise: string): SavedLab {
  const name = progressName(exercise);
  return {
    read() {
      const stored = storage.read(name);
      if (stored.kind === 'unreadable') return { aside: fullName(stored.asideName) };
      if (stored.kind === 'absent') return {};
      return { text: typeof stored.value === 'string' ? stored.value : JSON.stringify(stored.value) };
    },
    setAside(text) {
      const aside = `${name}.set-aside.${Date.now()}`;
      storage.write(aside, text);
      storage.remove(name);
      return fullName(aside);
    },
    write: (text) => storage.write(name, text),
    remove: () => storage.remove(name),
  };
}

const fullName = (name: string) => `imagestream-labs/${name}`;
