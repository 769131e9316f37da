import type { Build, BuildRequest, InputStrategy } from '../../../../api/build.ts';
import type { EnvVar } from '../../../../api/pod.ts';
import { badRequest } from '../../../../api/status.ts';

/** The build with what its request asks for on top of the BuildConfig: variables, build arguments, cache and increments. */
// openshift-apiserver pkg/build/apiserver/buildgenerator/generator.go instantiate
export function withRequestOptions(
  build: Build,
  { env = [], dockerStrategyOptions: docker, sourceStrategyOptions: source }: BuildRequest,
  name: string,
): Build {
  const options = {
    ...(docker?.buildArgs?.length && { buildArgs: docker.buildArgs }),
    ...(docker?.noCache !== undefined && { noCache: docker.noCache }),
  };
  const isDocker = build.spec.strategy.dockerStrategy !== undefined;
  if (Object.keys(options).length > 0 && !isDocker) throw badRequest(`Cannot specify Docker build specific options on ${name}, not a Docker build.`);
  const withDocker = isDocker ? withDockerOptions(withBuildEnv(build, env), options) : withBuildEnv(build, env);
  if (source?.incremental === undefined) return withDocker;
  const { sourceStrategy } = withDocker.spec.strategy;
  if (!sourceStrategy) throw badRequest(`Cannot specify Source build specific options on ${name}, not a Source build.`);
  return withStrategy(withDocker, 'sourceStrategy', { ...sourceStrategy, incremental: source.incremental });
}

/** The variables of a request come last and replace those of the same name (updateBuildEnv). */
export function withBuildEnv(build: Build, env: readonly EnvVar[]): Build {
  const field = (['sourceStrategy', 'dockerStrategy', 'customStrategy'] as const).find((each) => build.spec.strategy[each]);
  if (!field || env.length === 0) return build;
  const strategy = build.spec.strategy[field] as InputStrategy;
  const kept = (strategy.env ?? []).filter((old) => !env.some(({ name }) => name === old.name));
  return withStrategy(build, field, { ...strategy, env: [...kept, ...env] });
}

interface DockerOptions {
  readonly buildArgs?: readonly EnvVar[];
  readonly noCache?: boolean;
}

/** (updateBuildArgs) */
export function withDockerOptions(build: Build, { buildArgs = [], noCache }: DockerOptions): Build {
  const strategy = build.spec.strategy.dockerStrategy as InputStrategy & DockerOptions;
  const { noCache: before, buildArgs: old = [], ...others } = strategy;
  const all = [...new Map([...old, ...buildArgs].map((argument) => [argument.name, argument])).values()];
  const cache = noCache ?? before ?? false;
  return withStrategy(build, 'dockerStrategy', { ...others, ...(all.length > 0 && { buildArgs: all }), ...(cache && { noCache: true }) });
}

function withStrategy(build: Build, field: 'sourceStrategy' | 'dockerStrategy' | 'customStrategy', strategy: InputStrategy): Build {
  return { ...build, spec: { ...build.spec, strategy: { ...build.spec.strategy, [field]: strategy } } };
}
