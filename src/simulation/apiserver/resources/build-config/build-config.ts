import type { BuildConfig, BuildConfigSpec, BuildStrategy, BuildTriggerPolicy, InputStrategy } from '../../../../api/build.ts';
import { deepEqual } from '../../../../api/deep-equal.ts';
import type { ResourceInfo } from '../../../../api/resource.ts';
import type { RestStorage, Strategy } from '../../rest-storage.ts';
import { standardStorage } from '../../standard-storage.ts';
import { buildConfigTable } from '../../tables/build.ts';
import { defaultSource } from './default-source.ts';
import { instantiateBinaryStorage, instantiateBuildStorage } from './instantiate.ts';
import { validateBuildConfig } from './validation.ts';

/** BuildConfigs. */
export const buildConfigStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<BuildConfig>(info, strategy, {
    table: buildConfigTable,
    subresources: { instantiate: instantiateBuildStorage, instantiatebinary: instantiateBinaryStorage },
  });

// openshift-apiserver pkg/build/apiserver/registry/buildconfig/strategy.go
const strategy: Strategy<BuildConfig> = {
  setDefaults: (config) => ({ ...config, spec: defaultSpec(config.spec), status: { ...config.status, lastVersion: config.status?.lastVersion ?? 0 } }),
  prepareForCreate: (config) => ({
    ...config,
    metadata: { ...config.metadata, generation: 1 },
    spec: { failedBuildsHistoryLimit: 5, successfulBuildsHistoryLimit: 5, ...config.spec },
  }),
  prepareForUpdate,
  validate: validateBuildConfig,
};

/** Versions never go back: builds of them exist. */
function prepareForUpdate(next: BuildConfig, old: BuildConfig): BuildConfig {
  const lastVersion = Math.max(next.status?.lastVersion ?? 0, old.status?.lastVersion ?? 0);
  const isSame = deepEqual(next.spec, old.spec) && lastVersion === (old.status?.lastVersion ?? 0);
  const generation = (old.metadata.generation ?? 1) + (isSame ? 0 : 1);
  return { ...next, metadata: { ...next.metadata, generation }, status: { ...next.status, lastVersion } };
}

// openshift-apiserver pkg/build/apis/build/v1/defaults.go
function defaultSpec(spec: BuildConfigSpec | undefined): BuildConfigSpec {
  const { triggers, ...given } = spec ?? ({ strategy: {} } as BuildConfigSpec);
  return {
    nodeSelector: null,
    output: {},
    postCommit: {},
    resources: {},
    runPolicy: 'Serial',
    ...given,
    source: defaultSource(given.source ?? {}),
    strategy: defaultStrategy(given.strategy ?? {}),
    ...(triggers?.length && { triggers: triggers.map(defaultTrigger) }),
  };
}

function defaultStrategy(strategy: BuildStrategy): BuildStrategy {
  const { dockerStrategy, sourceStrategy, customStrategy, jenkinsPipelineStrategy } = strategy;
  const type = dockerStrategy ? 'Docker' : sourceStrategy ? 'Source' : customStrategy ? 'Custom' : jenkinsPipelineStrategy ? 'JenkinsPipeline' : strategy.type;
  return {
    ...strategy,
    ...(dockerStrategy && { dockerStrategy: withKind(dockerStrategy) }),
    ...(!dockerStrategy && strategy.type === 'Docker' && { dockerStrategy: {} }),
    ...(sourceStrategy && { sourceStrategy: withKind(sourceStrategy) }),
    ...(customStrategy && { customStrategy: withKind(customStrategy) }),
    ...(type !== undefined && { type }),
  };
}

const withKind = (strategy: InputStrategy): InputStrategy =>
  strategy.from ? { ...strategy, from: { ...strategy.from, kind: strategy.from.kind || 'ImageStreamTag' } } : strategy;

const defaultTrigger = (trigger: BuildTriggerPolicy): BuildTriggerPolicy =>
  trigger.type === 'ImageChange' ? { ...trigger, imageChange: trigger.imageChange ?? {} } : trigger;
