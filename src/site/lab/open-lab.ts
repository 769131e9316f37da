import { createLabSession, type LabOptions, type LabSession, type Restored } from '../../lab/lab-session.ts';
import type { HelpTexts, Notices } from '../../oc/help-texts.ts';

type Loaders<T> = Readonly<Record<string, () => Promise<T>>>;

const exercises = import.meta.glob('../../../exercises/*/exercise.ts', { import: 'default' }) as Loaders<LabOptions['exercise']>;
const messages = import.meta.glob('../../../exercises/*/messages/*.json', { import: 'default' }) as Loaders<LabOptions['messages']>;
const mistakes = import.meta.glob('../../../content/mistakes/*.json', { import: 'default' }) as Loaders<LabOptions['mistakes']>;
const notices = import.meta.glob('../../oc/notices/*.json', { import: 'default' }) as Loaders<Notices>;
const helpPages = import.meta.glob('../../oc/help/*.json', { import: 'default' }) as Loaders<HelpTexts>;

/** Opens the lab of an exercise in a language. All that is heavy comes with this module, which pages load when they are ready to be typed in. */
export async function openLab(
  exercise: string,
  language: string,
  options: Pick<LabOptions, 'edit' | 'saved' | 'replayed' | 'breathe'>,
): Promise<{ readonly session: LabSession; readonly restored: Restored }> {
  const [definition, words, sentences, said] = await Promise.all([
    load(exercises, `../../../exercises/${exercise}/exercise.ts`),
    load(messages, `../../../exercises/${exercise}/messages/${language}.json`),
    load(mistakes, `../../../content/mistakes/${language}.json`),
    load(notices, `../../oc/notices/${language}.json`),
  ]);
  return createLabSession({
    exercise: definition,
    messages: words,
    mistakes: sentences,
    texts: { ...said, loadHelp: () => load(helpPages, `../../oc/help/${language}.json`) },
    ...options,
  });
}

function load<T>(loaders: Loaders<T>, path: string): Promise<T> {
  const loader = loaders[path];
  if (!loader) throw new Error(`there is no ${path}`);
  return loader();
}
