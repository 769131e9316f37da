import { button, element } from './elements.ts';
import type { LabStrings } from './lab-strings.ts';

export interface FilesActions {
  open(path: string): void;
}

/** Draws the learner's files, each a way into the editor, and a way to make one. */
export function drawFiles(place: HTMLElement, strings: LabStrings, files: readonly string[], { open }: FilesActions): void {
  const shown = files.filter((path) => !path.startsWith('.'));
  const name = element('input', { id: 'lab-file-name', type: 'text', autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  const form = element(
    'form',
    { class: 'lab-new-file' },
    element('label', { for: 'lab-file-name' }, strings['files.name']),
    name,
    element('button', { class: 'lab-button' }, strings['files.new']),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (name.value.trim() !== '') open(name.value.trim());
  });
  const list = element(
    'ul',
    { class: 'lab-files' },
    ...shown.map((path) =>
      element(
        'li',
        {},
        button(path, { class: 'lab-link' }, () => open(path)),
      ),
    ),
  );
  place.replaceChildren(shown.length > 0 ? list : element('p', { class: 'lab-quiet' }, strings['files.none']), form);
}
