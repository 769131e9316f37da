import { describe, expect, it } from 'vitest';
import { boolean, duration, int, string, stringArray, stringSlice, stringToString } from '../../../src/oc/flags.ts';
import { indexFlags, parseFlags, UnmodelledFlag } from '../../../src/oc/parse-flags.ts';

const index = indexFlags(
  [
    {
      all: boolean(),
      env: stringToString(),
      filename: stringSlice({ shorthand: 'f' }),
      literal: stringArray(),
      namespace: string({ shorthand: 'n' }),
      'dry-run': string({ default: 'none', noOptDefault: 'unchanged' }),
      interactive: boolean({ shorthand: 'i' }),
      old: boolean({ deprecated: 'use --all instead' }),
      replicas: int(),
      timeout: duration(),
      tty: boolean({ shorthand: 't' }),
      unknownHere: string(),
    },
  ],
  new Set(['unknownHere']),
);
const parse = (...argv: string[]) => parseFlags(index, argv);
const values = (...argv: string[]) => {
  const parsed = parse(...argv);
  return Object.fromEntries([...parsed.changed].map((name) => [name, parsed.values[name]]));
};
const message = (...argv: string[]) => {
  try {
    parse(...argv);
  } catch (error) {
    return (error as Error).message;
  }
  return undefined;
};

describe('parseFlags', () => {
  it('takes values behind =, behind a blank, and stuck to a shorthand', () => {
    expect(values('--namespace=a')).toEqual({ namespace: 'a' });
    expect(values('--namespace', 'a')).toEqual({ namespace: 'a' });
    expect(values('-n', 'a')).toEqual({ namespace: 'a' });
    expect(values('-na')).toEqual({ namespace: 'a' });
    expect(values('-n=a')).toEqual({ namespace: 'a' });
  });

  it('takes shorthands in a cluster, the last with a value', () => {
    expect(values('-itn', 'x')).toEqual({ interactive: true, tty: true, namespace: 'x' });
    expect(values('-itnx')).toEqual({ interactive: true, tty: true, namespace: 'x' });
    expect(values('-i=false')).toEqual({ interactive: false });
  });

  it('lets flags stand between arguments, until --', () => {
    expect(parse('a', '--all', 'b', '--', '--all', 'c')).toMatchObject({ args: ['a', 'b', '--all', 'c'], dashAt: 2 });
    expect(parse('a', '-').args).toEqual(['a', '-']);
    expect(parse('a').dashAt).toBe(-1);
  });

  it('splits slices at commas but leaves arrays whole', () => {
    expect(values('-f', 'a,b', '-f', '"c,d"')).toEqual({ filename: ['a', 'b', 'c,d'] });
    expect(values('--literal', 'a,b', '--literal', 'c')).toEqual({ literal: ['a,b', 'c'] });
    expect(values('--env', 'A=1,B=2', '--env', 'C=x=y')).toEqual({ env: { A: '1', B: '2', C: 'x=y' } });
  });

  it('gives a flag that stands alone its own value', () => {
    expect(values('--dry-run')).toEqual({ 'dry-run': 'unchanged' });
    expect(values('--dry-run=client')).toEqual({ 'dry-run': 'client' });
    expect(parse('--dry-run', 'client').args).toEqual(['client']);
  });

  it('reads durations and numbers as Go does', () => {
    expect(values('--timeout=1m30s', '--replicas=0x10')).toEqual({ timeout: 90_000, replicas: 16 });
    expect(message('--timeout=5')).toBe('invalid argument "5" for "--timeout" flag: time: missing unit in duration "5"');
    expect(message('--timeout=soon')).toBe('invalid argument "soon" for "--timeout" flag: time: invalid duration "soon"');
    expect(message('--replicas=two')).toBe('invalid argument "two" for "--replicas" flag: strconv.ParseInt: parsing "two": invalid syntax');
  });

  it.each([
    [['--nosuch'], 'unknown flag: --nosuch'],
    [['-nx', '-z'], "unknown shorthand flag: 'z' in -z"],
    [['-iz'], "unknown shorthand flag: 'z' in -z"],
    [['--namespace'], 'flag needs an argument: --namespace'],
    [['-n'], "flag needs an argument: 'n' in -n"],
    [['--all=perhaps'], 'invalid argument "perhaps" for "--all" flag: strconv.ParseBool: parsing "perhaps": invalid syntax'],
    [['-i=perhaps'], 'invalid argument "perhaps" for "-i, --interactive" flag: strconv.ParseBool: parsing "perhaps": invalid syntax'],
    [['---x'], 'bad flag syntax: ---x'],
    [['--=x'], 'bad flag syntax: --=x'],
  ])('refuses %j', (argv, expected) => expect(message(...argv)).toBe(expected));

  it('notes deprecated flags and stops at those that are not modelled', () => {
    expect(parse('--old').notes).toEqual(['Flag --old has been deprecated, use --all instead\n']);
    expect(() => parse('--unknownHere=x')).toThrow(UnmodelledFlag);
  });
});
