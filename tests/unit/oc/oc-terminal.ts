import type { FileAccess, OcHost, OcResult } from '../../../src/oc/host.ts';
import { runOc } from '../../../src/oc/oc.ts';
import { type TestCluster, testCluster } from '../../support/test-cluster.ts';

/** A place to type `oc` at, logged in as developer in a project of his. */
export interface OcTerminal extends TestCluster {
  /** Runs one command, words parted by blanks (those within double quotes stay), and lets the cluster come to rest. */
  oc(line: string): Promise<OcResult>;
  /** Standard output of a command that must succeed. */
  out(line: string): Promise<string>;
  /** Standard error of a command that must fail. */
  error(line: string): Promise<string>;
  readonly files: Map<string, string>;
  readonly host: OcHost;
}

const home = '/home/user';

/** Starts a cluster and logs in. */
export async function ocTerminal({ project = 'demo' }: { readonly project?: string } = {}): Promise<OcTerminal> {
  const cluster = testCluster({ project });
  const { simulation } = cluster;
  const files = new Map<string, string>();
  const host: OcHost = {
    api: simulation.api,
    server: simulation.server,
    registries: simulation.registries,
    requestToken: (user, password) => simulation.requestToken(user, password),
    now: () => simulation.clock.now(),
    sleep: async (milliseconds) => simulation.advance(milliseconds),
    cwd: home,
    env: { HOME: home },
    stdin: '',
    files: filesIn(files),
    texts: { language: 'en', commands: {}, flags: {}, notices: {} },
  };
  const oc = async (line: string) => {
    const result = await runOc(words(line), host);
    simulation.settle();
    return result;
  };
  const terminal: OcTerminal = {
    ...cluster,
    files,
    host,
    oc,
    out: async (line) => demand(await oc(line), 0).stdout,
    error: async (line) => demand(await oc(line), 1).stderr,
  };
  await terminal.out(`login -u developer -p developer ${simulation.server}`);
  await terminal.out(`project ${project}`);
  return terminal;
}

function demand(result: OcResult, exitCode: number): OcResult {
  if (result.exitCode !== exitCode) throw new Error(`exit code ${result.exitCode}\n${result.stdout}${result.stderr}`);
  return result;
}

const words = (line: string) => [...line.matchAll(/"([^"]*)"|\S+/g)].map(([whole, quoted]) => quoted ?? whole);

const missing = () => new Error('no such file or directory');

function filesIn(files: Map<string, string>): FileAccess {
  const at = (path: string) => (path.startsWith('/') ? path : `${home}/${path}`);
  return {
    read: async (path) => files.get(at(path)) ?? Promise.reject(missing()),
    write: async (path, text) => void files.set(at(path), text),
    exists: async (path) => files.has(at(path)) || [...files.keys()].some((file) => file.startsWith(`${at(path)}/`)),
    isDirectory: async (path) => [...files.keys()].some((file) => file.startsWith(`${at(path)}/`)),
    list: async (path) =>
      [...files.keys()]
        .filter((file) => file.startsWith(`${at(path)}/`))
        .map((file) => file.slice(at(path).length + 1))
        .sort(),
    makeDirectory: async () => {},
  };
}
