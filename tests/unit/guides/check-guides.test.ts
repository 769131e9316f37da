import { describe, expect, test } from 'vitest';
import { checkGuides } from '../../../src/guides/check-guides.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';
import type { SessionStart } from '../../../src/guides/guide-session.ts';
import { updateGuide } from '../../../src/guides/update-guides.ts';

/** A cluster that counts what it is told. */
function counting(starts: SessionStart[] = []) {
  return async (start: SessionStart) => {
    starts.push(start);
    let count = 0;
    return {
      run: async (line: string) => {
        count += 1;
        return line.startsWith('fail') ? { stdout: '', stderr: `error: ${line}\n`, exitCode: 1 } : { stdout: `${count}: ${line}\n`, stderr: '', exitCode: 0 };
      },
      writeFile: async () => {},
      take: async () => {},
    };
  };
}

const page = (text: string) => readGuidePage('content/docs/en/guides/tags.md', `---\ntitle: Tags\n---\n\n${text}\n`);
const block = (text: string, meta = '') => `\`\`\`console ${meta}\n${text}\n\`\`\`\n`;

describe('the commands of a guide', () => {
  test('hold when they answer as the page says, all in one session', async () => {
    const starts: SessionStart[] = [];
    const guide = page(`${block('$ one\n1: one')}\nThen\n\n${block('$ two\n2: two\n$ fail\nerror: fail')}`);
    expect(await checkGuides([guide], counting(starts))).toEqual([]);
    expect(starts).toEqual([{ user: 'developer', project: 'demo' }]);
  });

  test('are reported with file, line, expected and actual when they answer otherwise', async () => {
    const guide = page(`Text\n\n${block('$ one\n1: one\n$ two\n2: three')}`);
    expect(await checkGuides([guide], counting())).toEqual([
      'content/docs/en/guides/tags.md:10: two\n  expected\n    2: three\n  actual (exit code 0)\n    2: two',
    ]);
  });

  test('start afresh where a block names a scenario, as the user and in the project of the prompt', async () => {
    const starts: SessionStart[] = [];
    const guide = page(`${block('$ one\n1: one')}\n${block('[student@workstation shop]$ one\n1: one', 'scenario="shop"')}`);
    expect(await checkGuides([guide], counting(starts))).toEqual([]);
    expect(starts).toEqual([
      { user: 'developer', project: 'demo' },
      { scenario: 'shop', user: 'student', project: 'shop' },
    ]);
  });

  test('are not run where a block says why', async () => {
    expect(await checkGuides([page(block('$ podman\nanything', 'skip="needs a machine"'))], counting())).toEqual([]);
  });
});

describe('updating a guide', () => {
  test('rewrites what no longer holds, and leaves the rest as it is written', async () => {
    const text = `1. Do\n\n   ${block('$ one\n…\n$ two\nold\nolder\n$ three\n3: three').replaceAll('\n', '\n   ').trimEnd()}\n\nText\n\n${block('$ fail')}`;
    const guide = page(text);
    const updated = await updateGuide(guide, counting());
    expect(updated).toBe(guide.source.replace('   old\n   older\n', '   2: two\n').replace('$ fail\n', '$ fail\nerror: fail\n'));
    expect(await checkGuides([readGuidePage('again.md', updated)], counting())).toEqual([]);
  });
});
