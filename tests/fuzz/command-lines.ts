import fc from 'fast-check';
import { allCommands } from '../../src/oc/commands.ts';

const commands = await allCommands();

/** Words that commands of the labs are made of: names, references, kinds, and what a cat walks over the keyboard. */
const words = fc.oneof(
  fc.constantFrom(
    'app',
    'app:latest',
    'app:1.0',
    'quay.io/keycloak/keycloak:19.0',
    'is',
    'is/app',
    'istag',
    'deployment/app',
    'pods',
    'secret',
    'all',
    'default',
    'x/y/z',
    'app@sha256:0',
    'constructor',
    '__proto__',
    'toString:valueOf',
    '-',
    '--',
    '.',
    '',
  ),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const values = fc.oneof(
  words,
  fc.constantFrom(
    'json',
    'yaml',
    'wide',
    'name',
    'jsonpath={.items[*].metadata.name}',
    'jsonpath={',
    'custom-columns=A:.b',
    'go-template={{.x}}',
    'go-template={{.constructor}}',
    'constructor',
    'true',
    '0',
    '-1',
    'server',
    'client',
  ),
);

/** A line of `oc`: a command of the table, with flags of its own, right and wrong ones, and arguments in any order. */
export const ocLines: fc.Arbitrary<string> = fc.constantFrom(...commands).chain(({ path, flags }) => {
  const flag = fc.oneof(
    fc.constantFrom(...Object.keys(flags), 'namespace', 'no-such-flag').chain((name) =>
      fc.oneof(
        fc.constant(`--${name}`),
        values.map((value) => `--${name}=${value}`),
      ),
    ),
    fc.constantFrom('-n', '-o', '-l', '-f', '-A', '-x'),
  );
  return fc.array(fc.oneof(flag, words), { maxLength: 5 }).map((rest) => ['oc', ...path.split(' '), ...rest.map(quoted)].join(' '));
});

/** Anything that may be typed or pasted: lines of `oc`, shell syntax, noise. */
export const anyLines: fc.Arbitrary<string> = fc.oneof(
  ocLines,
  fc.tuple(ocLines, fc.constantFrom(' | grep a', ' > f', ' && ', ' || true', '; ls', ' | jq .', ' <<EOF\nEOF', ' &')).map(([line, tail]) => line + tail),
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.stringMatching(/^[a-z$(){}<>|&;'"`\\ \n*?![\]~#=]{0,30}$/),
);

const quoted = (word: string) => (/^[\w./:=@,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`);
