import type { EnvVar } from '../../api/pod.ts';
import { warnAboutCommas } from '../comma-warning.ts';
import type { Invocation, OcContext } from '../command.ts';
import { UsageError } from '../errors.ts';
import type { FlagTable, FlagValues } from '../flags.ts';
import { FlagError } from '../parse-flags.ts';
import { parseLabels } from '../parse-labels.ts';
import { environmentChanges } from '../set-env/environment-changes.ts';
import type { AppConfig, GenerationOptions, Searchers, Strategy } from './app-config.ts';
import { type ClassifiedArguments, classifyArguments } from './classify-arguments.ts';
import { combineEnvironment } from './environment.ts';
import type { generatorFlags, newAppFlags, newBuildFlags } from './generator-flags.ts';
import { imageSearcher } from './image-searcher.ts';
import { imageStreamSearcher } from './image-stream-searcher.ts';
import { templateFileSearcher, templateSearcher } from './template-searcher.ts';

type Flags = FlagValues<typeof generatorFlags>;
/** Flags that only one of the two commands has. */
export type OwnFlags = Partial<FlagValues<typeof newAppFlags>> &
  Partial<Pick<FlagValues<typeof newBuildFlags>, 'build-arg' | 'dockerfile' | 'no-output' | 'push-secret' | 'to' | 'to-docker'>>;

export interface PreparedApp {
  readonly config: AppConfig;
  readonly classified: ClassifiedArguments;
}

/** From flags and arguments to the configuration of one run (oc pkg/cli/newapp/newapp.go CompleteAppConfig). */
export async function prepareApp(
  invocation: Pick<Invocation<FlagTable>, 'args' | 'oc'>,
  flags: Flags & Omit<OwnFlags, keyof Flags>,
  expectToBuild: boolean,
): Promise<PreparedApp> {
  const { oc, args } = invocation;
  warnAboutCommas(oc.err, flags.param ?? [], '--param');
  // new-build's -e is its --build-env under a short name
  warnAboutCommas(oc.err, expectToBuild ? [] : flags.env, '--env');
  warnAboutCommas(oc.err, expectToBuild ? [...flags['build-env'], ...flags.env] : flags['build-env'], '--build-env');
  const strategy = strategyOf(flags.strategy);
  const labels = flags.labels === '' ? {} : parseLabels(flags.labels);
  const classified = await classifyArguments(args, oc.host, oc.out);
  if (classified.unknown.length > 0) throw new UsageError(unknownText(classified), { showHelpHint: true });
  checkFlags(flags, strategy);
  const sources = [...flags.code, ...classified.sources];
  const typed = {
    sources,
    components: classified.components,
    imageStreams: flags['image-stream'],
    images: [...flags.image, ...flags['docker-image']],
    templates: Array.isArray(flags.template) ? flags.template : [],
    templateFiles: flags.file ?? [],
    groups: flags.group ?? [],
  };
  const environments = await environmentsOf(oc, flags, classified, expectToBuild);
  const config = {
    host: oc.host,
    client: oc.client,
    namespace: oc.namespace,
    arguments: typed,
    options: optionsOf(flags, strategy, labels, environmentChanges(flags['build-arg'] ?? [], oc.host.stdin, [], 'build-arg').set, expectToBuild),
    searchers: searchersOf(oc, flags),
    ...environments,
    report: flags.output === '' ? oc.out : () => undefined,
    warn: oc.err,
  };
  return { config, classified };
}

function strategyOf(text: string): Strategy {
  const strategy = text.toLowerCase();
  if (strategy === '' || strategy === 'docker' || strategy === 'pipeline' || strategy === 'source') return strategy;
  throw new FlagError(`invalid argument "${text}" for "--strategy" flag: invalid strategy: ${text}. Must be 'docker', 'pipeline' or 'source'.`);
}

function checkFlags(flags: Flags & Omit<OwnFlags, keyof Flags>, strategy: Strategy): void {
  if (flags['allow-missing-images'] && flags.search)
    throw new UsageError('--allow-missing-images and --search are mutually exclusive.', { showHelpHint: true });
  if (flags.binary && strategy === 'pipeline') {
    throw new UsageError('specifying binary builds and the pipeline strategy at the same time is not allowed.', { showHelpHint: true });
  }
}

function unknownText({ unknown }: ClassifiedArguments): string {
  const names = unknown.map(({ argument }) => argument).join(' ');
  const reasons = unknown.map(({ argument, reasons: lines }) => `${argument}:\n${lines.map((line) => `${line}\n`).join('')}\n`).join('');
  return `Did not recognize the following arguments: [${names}]\n\n${reasons}`;
}

async function environmentsOf({ host, err }: OcContext, flags: Flags & Omit<OwnFlags, keyof Flags>, classified: ClassifiedArguments, expectToBuild: boolean) {
  // new-build's -e is its --build-env under a short name
  const build = {
    typed: expectToBuild ? [...flags['build-env'], ...flags.env, ...classified.environment] : flags['build-env'],
    files: expectToBuild ? [...flags['build-env-file'], ...flags['env-file']] : flags['build-env-file'],
    what: 'Build Environment variable',
  };
  const run = {
    typed: expectToBuild ? [] : [...flags.env, ...classified.environment],
    files: expectToBuild ? [] : flags['env-file'],
    what: 'Environment variable',
  };
  return {
    environment: await combineEnvironment(run, host, err),
    buildEnvironment: await combineEnvironment(build, host, err),
    parameters: await combineEnvironment({ typed: flags.param ?? [], files: flags['param-file'] ?? [], what: 'Template parameter' }, host, err),
  };
}

function optionsOf(
  flags: Flags & Omit<OwnFlags, keyof Flags>,
  strategy: Strategy,
  labels: Readonly<Record<string, string>>,
  buildArgs: readonly EnvVar[],
  expectToBuild: boolean,
): GenerationOptions {
  return {
    name: flags.name,
    labels,
    strategy,
    contextDir: flags['context-dir'],
    binary: flags.binary,
    expectToBuild,
    deploy: !expectToBuild,
    asDeploymentConfig: flags['as-deployment-config'] ?? false,
    asTest: flags['as-test'] ?? false,
    importMode: flags['import-mode'],
    to: flags.to ?? '',
    toDocker: flags['to-docker'] ?? false,
    noOutput: flags['no-output'] ?? false,
    dockerfile: flags.dockerfile ?? '',
    buildArgs,
    sourceSecret: flags['source-secret'],
    pushSecret: flags['push-secret'] ?? '',
    ignoreUnknownParameters: flags['ignore-unknown-parameters'] ?? false,
  };
}

function searchersOf({ client, namespace, host }: OcContext, flags: Flags): Searchers {
  const namespaces = namespace === 'openshift' ? [namespace] : [namespace, 'openshift'];
  return {
    imageStreams: imageStreamSearcher({ client, namespaces, allowMissingTags: flags['allow-missing-imagestream-tags'] }),
    images: imageSearcher({ client, namespace, insecure: flags['insecure-registry'], importMode: flags['import-mode'] }),
    templates: templateSearcher(client, namespaces),
    templateFiles: templateFileSearcher(host),
    allowMissingImages: flags['allow-missing-images'],
  };
}
