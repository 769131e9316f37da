import { expect, test } from 'vitest';
import { commonPrefix, editLine, withoutPrompts } from '../../../../src/site/lab/line-editing.ts';

/** `|` is the cursor. */
function press(shown: string, key: string, modifier: 'ctrl' | 'alt' = 'ctrl', cut = '') {
  const line = { text: shown.replace('|', ''), cursor: shown.indexOf('|') };
  const edited = editLine(line, { key, ctrlKey: modifier === 'ctrl', altKey: modifier === 'alt', metaKey: false }, cut);
  return edited && `${edited.line.text.slice(0, edited.line.cursor)}|${edited.line.text.slice(edited.line.cursor)}`;
}

test.each([
  ['oc get| pods', 'a', '|oc get pods'],
  ['oc get| pods', 'e', 'oc get pods|'],
  ['oc get| pods', 'k', 'oc get|'],
  ['oc get| pods', 'u', '| pods'],
  ['oc get  pods |x', 'w', 'oc get  |x'],
  ['oc get| pods', 'd', 'oc get|pods'],
  ['oc get| pods', 'h', 'oc ge| pods'],
  ['oc get| pods', 'b', 'oc ge|t pods'],
  ['oc get| pods', 'F', 'oc get |pods'],
])('Ctrl on %s with %s gives %s', (shown, key, expected) => {
  expect(press(shown, key)).toBe(expected);
});

test.each([
  ['oc import-image|', 'b', 'oc import-|image'],
  ['oc| import-image', 'f', 'oc import|-image'],
  ['oc| import-image', 'd', 'oc|-image'],
  ['gắn thẻ tiếng Việt|', 'b', 'gắn thẻ tiếng |Việt'],
  ['이미지 스트림|', 'Backspace', '이미지 |'],
])('Alt on %s with %s gives %s', (shown, key, expected) => {
  expect(press(shown, key, 'alt')).toBe(expected);
});

test('what was cut comes back with Ctrl-Y, and other keys are left to the browser', () => {
  expect(editLine({ text: 'oc get pods', cursor: 3 }, { key: 'k', ctrlKey: true, altKey: false, metaKey: false }, '')?.cut).toBe('get pods');
  expect(press('oc |', 'y', 'ctrl', 'get pods')).toBe('oc get pods|');
  expect([press('a|', 'v'), press('a|', 'a', 'alt'), editLine({ text: '', cursor: 0 }, { key: '@', ctrlKey: true, altKey: true, metaKey: false }, '')]).toEqual(
    [undefined, undefined, undefined],
  );
});

test('candidates share a beginning', () => {
  expect([commonPrefix(['istag', 'imagestream']), commonPrefix(['get']), commonPrefix([]), commonPrefix(['a', 'ab'])]).toEqual(['i', 'get', '', 'a']);
});

test('prompts copied along with commands are taken off, here-documents and plain text stay', () => {
  expect(withoutPrompts('[developer@workstation ~]$ oc get pods\n$ oc tag \\\n> a b\n')).toBe('oc get pods\noc tag \\\na b\n');
  expect(withoutPrompts('cat <<EOF\n> quoted\nEOF\n')).toBe('cat <<EOF\n> quoted\nEOF\n');
});
