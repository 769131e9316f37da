import { describe, expect, it } from 'vitest';
import { readHelp } from '../../../src/cli/help-files.ts';
import { completeOc } from '../../../src/oc/completion.ts';
import type { OcHost } from '../../../src/oc/host.ts';
import { runOc } from '../../../src/oc/oc.ts';
import { ocTerminal } from './oc-terminal.ts';

const bare = { texts: await readHelp('en'), env: { HOME: '/' }, files: { exists: async () => false } } as unknown as OcHost;
const run = (...argv: string[]) => runOc(argv, bare);

describe('the command line', () => {
  it('says what may have been meant by an unknown command', async () => {
    expect(await run('gte', 'is')).toEqual({ stdout: '', stderr: 'error: unknown command "gte" for "oc"\n\nDid you mean this?\n\tget\n', exitCode: 1 });
    expect(await run('xyzzy')).toEqual({ stdout: '', stderr: 'error: unknown command "xyzzy" for "oc"\n', exitCode: 1 });
  });

  it('finds the command behind global flags', async () => {
    expect(await run('-n', 'get', 'get', '--nosuch')).toEqual({
      stdout: '',
      stderr: "error: unknown flag: --nosuch\nSee 'oc get --help' for usage.\n",
      exitCode: 1,
    });
  });

  it('says that a real command or flag is not modelled', async () => {
    expect((await run('rsync', 'a', 'b')).stderr).toBe('oc rsync is a real command, but this simulated cluster does not model it.\n');
    expect((await run('get', 'is', '-k', 'x')).stderr).toBe('--kustomize is a real flag of oc get, but this simulated cluster does not model it.\n');
  });

  it('says so for real commands that no help lists', async () => {
    const said = (command: string) => ({ stdout: '', stderr: `${command} is a real command, but this simulated cluster does not model it.\n`, exitCode: 1 });
    expect(await run('adm', 'drain', 'master01', '--ignore-daemonsets')).toEqual(said('oc adm drain'));
    expect(await run('adm', 'prune', 'builds', '--confirm')).toEqual(said('oc adm prune builds'));
    expect(await run('sa', 'get-token', 'default')).toEqual(said('oc sa'));
    expect((await run('adm', 'drains')).stderr).toBe('error: unknown command "drains"\nSee \'oc adm -h\' for help and examples\n');
  });

  it('asks for a kubeconfig where there is none', async () => {
    expect((await run('get', 'is')).stderr).toContain('error: Missing or incomplete configuration info.  Please point to an existing, complete config file:\n');
  });

  it('prints help wherever it is asked for', async () => {
    const [long, short, help] = [await run('project', '--help'), await run('project', '-h'), await run('help', 'project')];
    expect(long.stdout).toBe(short.stdout);
    expect(long.stdout).toBe(help.stdout);
    expect(long).toMatchObject({ exitCode: 0, stderr: '' });
    expect(long.stdout).toContain('\nUsage:\n  oc project [NAME] [flags] [options]\n');
  });
});

describe('completion', () => {
  const complete = (line: string) => completeOc(line.split(' '), bare);

  it('offers commands, sub-commands, flags and their values', async () => {
    expect(await complete('proj')).toEqual(['project', 'projects']);
    expect(await complete('secrets ')).toEqual(['link', 'unlink']);
    expect(await complete('get is --show-l')).toEqual(['--show-labels']);
    expect(await complete('get is -o ya')).toEqual(['yaml']);
    expect(await complete('get is --output=ya')).toEqual(['--output=yaml']);
  });

  it('offers resources and names from the cluster', async () => {
    const { host, oc } = await ocTerminal();
    await oc('create imagestream app');
    await oc('create imagestream api');
    expect(await completeOc(['get', 'imagestreamt'], host)).toEqual(['imagestreamtags']);
    expect(await completeOc(['get', 'is', 'ap'], host)).toEqual(['api', 'app']);
    expect(await completeOc(['describe', 'is/ap'], host)).toEqual(['is/api', 'is/app']);
    expect(await completeOc(['delete', 'is', 'app', ''], host)).toEqual(['api']);
    expect(await completeOc(['project', 'de'], host)).toEqual(['demo']);
  });
});
