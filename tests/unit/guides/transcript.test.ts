import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../../src/guides/transcript.ts';

const commandsOf = (text: string) => parseTranscript(text).map(({ command }) => command);

describe('a console block', () => {
  test('is taken apart into commands and what they printed', () => {
    const text = '[developer@workstation demo]$ oc whoami\ndeveloper\n\n$ oc project -q\ndemo';
    expect(parseTranscript(text)).toEqual([
      { prompt: '[developer@workstation demo]$ ', command: 'oc whoami', output: 'developer', line: 0, outputLine: 1 },
      { prompt: '$ ', command: 'oc project -q', output: 'demo', line: 3, outputLine: 4 },
    ]);
  });

  test('continues a command over backslashes', () => {
    expect(parseTranscript('$ oc tag \\\n  a:1 a:2\nTag a:2 set to a:1.')).toEqual([
      { prompt: '$ ', command: 'oc tag \\\n  a:1 a:2', output: 'Tag a:2 set to a:1.', line: 0, outputLine: 2 },
    ]);
  });

  test('continues a command over open quotes', () => {
    expect(commandsOf('$ oc patch is a -p \'{\n  "spec": {}\n}\'\nimagestream.image.openshift.io/a patched')).toEqual([
      'oc patch is a -p \'{\n  "spec": {}\n}\'',
    ]);
  });

  test('keeps a here-document whole, quotes and prompts in it included', () => {
    expect(commandsOf("$ oc apply -f - <<'EOF'\nname: it's\n$ not a prompt\nEOF\napplied\n$ oc whoami")).toEqual([
      "oc apply -f - <<'EOF'\nname: it's\n$ not a prompt\nEOF",
      'oc whoami',
    ]);
  });

  test('does not take a backslash in single quotes for a continuation', () => {
    expect(commandsOf("$ grep 'a\\' file\nout")).toEqual(["grep 'a\\' file"]);
  });

  test('does not take output that begins with # or $HOME for a prompt', () => {
    expect(parseTranscript('$ oc extract secret/a --to=-\n# .dockerconfigjson\n{}')).toEqual([
      { prompt: '$ ', command: 'oc extract secret/a --to=-', output: '# .dockerconfigjson\n{}', line: 0, outputLine: 1 },
    ]);
    expect(commandsOf('[root@node ~]# crictl images\n$HOME')).toEqual(['crictl images']);
  });
});
