import fc from 'fast-check';
import { expect, test } from 'vitest';
import { workstation } from './workstation.ts';

const pieces = [
  'oc get pods',
  'oc',
  ' ',
  '\n',
  ';',
  '|',
  '||',
  '&&',
  '&',
  '(',
  ')',
  '{',
  '}',
  '$(',
  '`',
  '"',
  "'",
  '\\',
  '<<EOF',
  'EOF',
  '>',
  '>>',
  '<',
  '<(',
  '2>&1',
  '$x',
  '${',
  '${x',
  '[[',
  ']]',
  '((',
  '))',
  '!',
  '*',
  '?',
  '~',
  '#',
  '=',
  'x=1',
];
const words = [
  'if',
  'then',
  'fi',
  'for i in 1 2',
  'do',
  'done',
  'while',
  'until',
  'case x in',
  'esac',
  'f()',
  'function',
  'echo',
  'cat',
  'sed s/a/b/',
  'grep -o a',
  'awk 1',
  'jq .',
  'xargs -n1',
  'cd /',
  'exit',
  'return',
  'break',
  'Việt',
  '이미지',
  '\u0000',
  '\u001b[2J',
];
const parts = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...words), fc.string({ maxLength: 6 })), { maxLength: 12 });
const line = fc.tuple(parts, fc.constantFrom('', ' ')).map(([all, between]) => all.join(between));

test('any line is answered: the shell neither rejects nor forgets itself', async () => {
  await fc.assert(
    fc.asyncProperty(line, async (text) => {
      const { shell } = await workstation();
      shell.isComplete(text);
      await shell.complete(text, text.length);
      const { stdout, stderr, exitCode } = await shell.run(text);
      expect([typeof stdout, typeof stderr]).toEqual(['string', 'string']);
      expect(exitCode).toBeGreaterThanOrEqual(0);
      expect(stderr).not.toMatch(/\[object |TypeError|is not a function|Cannot read|at .*\.js:/);
      expect((await shell.run('echo alive')).stdout).toBe('alive\n');
    }),
    { numRuns: 1500, seed: 4180 },
  );
});
