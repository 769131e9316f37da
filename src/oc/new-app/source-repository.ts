import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { FileAccess, OcHost } from '../host.ts';
import type { Strategy } from './app-config.ts';
import { type GitUrl, isLocal, localPath, parseGitUrl } from './git-url.ts';

/** Source code that may become the input of a build (oc pkg/helpers/newapp/app/sourcelookup.go SourceRepository). */
export interface SourceRepository {
  readonly location: string;
  readonly url: GitUrl | undefined;
  readonly binary: boolean;
  strategy: Strategy;
  contextDir: string;
  info: SourceInfo | undefined;
  /** Does a component build it already? */
  inUse: boolean;
  /** Credentials may be needed: nobody answered git. */
  requiresAuth: boolean;
}

export interface SourceInfo {
  readonly path: string;
  /** Platforms that the files speak of, for instance `nodejs`. */
  readonly platforms: readonly string[];
  readonly dockerfile: string | undefined;
  readonly jenkinsfile: boolean;
}

/** Source at a place that was typed; nothing is read of it yet. */
export function sourceRepository(location: string, strategy: Strategy): SourceRepository {
  return { location, url: parseGitUrl(location), binary: false, strategy, contextDir: '', info: undefined, inUse: false, requiresAuth: false };
}

/** Source that is sent with `oc start-build --from-dir` later. */
export function binaryRepository(strategy: Strategy): SourceRepository {
  return { location: '', url: undefined, binary: true, strategy, contextDir: '', info: undefined, inUse: false, requiresAuth: false };
}

/** A repository that consists of the text of a Dockerfile. */
export function dockerfileRepository(dockerfile: string): SourceRepository {
  const info = { path: '', platforms: [], dockerfile, jenkinsfile: false };
  return { location: '', url: undefined, binary: false, strategy: 'docker', contextDir: '', info, inUse: false, requiresAuth: false };
}

/** Looks what kind of source there is; fails where it cannot be fetched or is of no known kind (cmd/resolve.go DetectSource). */
export async function detectSource(repository: SourceRepository, host: OcHost, strategy: Strategy): Promise<void> {
  if (repository.info || !repository.url) return;
  if (!isLocal(repository.url)) throw cloneError(repository.url);
  const path = joinPath(localPath(repository.url), repository.contextDir);
  if (!(await host.files.exists(path))) {
    throw new OcError(`supplied context directory '${repository.contextDir}' does not exist in '${repository.location}'`);
  }
  const platformsWanted = strategy !== 'docker' && strategy !== 'pipeline';
  repository.info = await sourceInfo(host.files, path, platformsWanted);
  checkInfo(repository.info, strategy);
}

function checkInfo({ dockerfile, jenkinsfile, platforms }: SourceInfo, strategy: Strategy): void {
  if (strategy === 'docker' && dockerfile === undefined)
    throw new OcError("No Dockerfile was found in the repository and the requested build strategy is 'docker'");
  if (strategy === 'pipeline' && !jenkinsfile) throw new OcError("No Jenkinsfile was found in the repository and the requested build strategy is 'pipeline'");
  if (dockerfile === undefined && !jenkinsfile && platforms.length === 0) throw new OcError('No language matched the source repository');
}

function cloneError(url: GitUrl): OcError {
  const host = url.host.replace(/:\d+$/, '');
  const said = `Cloning into '/tmp/gen'...\nfatal: unable to access '${url.location}/': Could not resolve host: ${host}`;
  const how = url.fragment === '' ? 'shallow cloning' : 'cloning';
  return new OcError(`${how} repository ${goQuote(url.location)} to "/tmp/gen" failed: ${said}`);
}

/** Files that tell a platform (oc pkg/helpers/newapp/source/detector.go). */
const platformFiles: readonly (readonly [string, RegExp])[] = [
  ['ruby', /^(?:Gemfile|Rakefile|config\.ru)$/],
  ['jee', /^pom\.xml$/],
  ['nodejs', /^(?:app|package)\.json$/],
  ['php', /^(?:index\.php|composer\.json)$/],
  ['python', /^(?:requirements\.txt|setup\.py)$/],
  ['perl', /^(?:index\.pl|cpanfile)$/],
  ['scala', /^build\.sbt$/],
  ['dotnet', /^project\.json$|\.csproj$/],
  ['.net', /^project\.json$|\.csproj$/],
  ['golang', /^(?:main\.go|Godeps)$/],
  ['rust', /^Cargo\.toml$/],
];

async function sourceInfo(files: FileAccess, path: string, platformsWanted: boolean): Promise<SourceInfo> {
  const names = await files.list(path);
  const platforms = platformsWanted ? platformFiles.filter(([, pattern]) => names.some((name) => pattern.test(name))).map(([platform]) => platform) : [];
  const dockerfile = names.find((name) => name.toLowerCase() === 'dockerfile');
  return {
    path,
    platforms,
    dockerfile: dockerfile === undefined ? undefined : await files.read(joinPath(path, dockerfile)),
    jenkinsfile: names.includes('Jenkinsfile'),
  };
}

const joinPath = (folder: string, name: string): string => (name === '' ? folder : `${folder.replace(/\/$/, '')}/${name}`);

/** The image of the last FROM line (oc pkg/helpers/newapp/docker/dockerfile LastBaseImage). */
export function lastBaseImage(dockerfile: string): string {
  const images = [...dockerfile.matchAll(/^\s*FROM\s+(?:--\S+\s+)*(\S+)/gim)].map(([, image]) => image ?? '');
  return images.at(-1) ?? '';
}

/** The ports that the last stage exposes (LastExposedPorts). */
export function lastExposedPorts(dockerfile: string): readonly string[] {
  const lastStage = dockerfile.slice(Math.max(dockerfile.search(/^\s*FROM\s(?![\s\S]*^\s*FROM\s)/im), 0));
  return [...lastStage.matchAll(/^\s*EXPOSE\s+(.+)$/gim)].flatMap(([, ports]) => (ports ?? '').trim().split(/\s+/));
}
