import { button, element } from './elements.ts';
import { fill, type LabStrings } from './lab-strings.ts';

/** A plain editor for one file, in place: resolves with the new text, or undefined when it is closed without saving. */
export function openEditor(place: HTMLElement, strings: LabStrings, path: string, text: string): Promise<string | undefined> {
  const area = element('textarea', {
    class: 'lab-editor-text',
    rows: '14',
    spellcheck: 'false',
    autocapitalize: 'off',
    autocomplete: 'off',
    id: 'lab-editor-text',
  });
  area.value = text;
  return new Promise((resolve) => {
    const close = (edited: string | undefined) => {
      editor.remove();
      resolve(edited);
    };
    const editor = element(
      'div',
      { class: 'lab-editor' },
      element('label', { for: 'lab-editor-text' }, fill(strings['editor.label'], { file: path })),
      area,
      element(
        'div',
        { class: 'lab-buttons' },
        button(strings.save, { class: 'lab-button lab-button-main' }, () => close(area.value)),
        button(strings.cancel, { class: 'lab-button' }, () => close(undefined)),
      ),
    );
    place.append(editor);
    area.focus();
    area.setSelectionRange(0, 0);
    area.scrollTop = 0;
  });
}
