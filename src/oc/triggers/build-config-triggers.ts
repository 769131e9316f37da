import type { BuildConfig, BuildTriggerPolicy } from '../../api/build.ts';
import { deepEqual } from '../../api/deep-equal.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { otherNamespace } from './trigger-containers.ts';
import { type ImageChangeTrigger, noTriggers, type TriggerDefinition, type WebHookTrigger } from './trigger-definition.ts';

/** The triggers of a build config; the image that it builds from counts even where nothing follows it (oc pkg/cli/set NewBuildConfigTriggers). */
export function buildConfigTriggers(config: BuildConfig): TriggerDefinition {
  const triggers = config.spec.triggers ?? [];
  const ofStrategy = strategyTrigger(config);
  const followsStrategy = triggers.some(({ type, imageChange }) => type === 'ImageChange' && !imageChange?.from) && ofStrategy !== undefined;
  const imageChange = triggers.flatMap(({ type, imageChange: change }): ImageChangeTrigger[] => {
    if (type !== 'ImageChange') return [];
    if (!change?.from) return ofStrategy ? [{ ...ofStrategy, auto: true }] : [];
    return [{ auto: true, from: change.from.name ?? '', namespace: otherNamespace(change.from.namespace, config.metadata.namespace), names: [] }];
  });
  const hooks = (wanted: string, field: string) => triggers.filter(({ type }) => type === wanted).map((trigger) => (trigger[field] ?? {}) as WebHookTrigger);
  return {
    ...noTriggers,
    configChange: triggers.some(({ type }) => type === 'ConfigChange'),
    imageChange: followsStrategy || !ofStrategy ? imageChange : [...imageChange, ofStrategy],
    generic: hooks('Generic', 'generic'),
    github: hooks('GitHub', 'github'),
    gitlab: hooks('GitLab', 'gitlab'),
    bitbucket: hooks('Bitbucket', 'bitbucket'),
  };
}

/** The config with these triggers; those it had and keeps stay in front, with what the server has noted on them. */
export function withBuildConfigTriggers(config: BuildConfig, triggers: TriggerDefinition): BuildConfig {
  const ofStrategy = strategyTrigger(config);
  let existing = config.spec.triggers ?? [];
  const wanted: BuildTriggerPolicy[] = [
    ...(triggers.configChange ? [{ type: 'ConfigChange' }] : []),
    ...triggers.generic.map((generic) => ({ type: 'Generic', generic })),
    ...triggers.github.map((github) => ({ type: 'GitHub', github })),
    ...triggers.gitlab.map((gitlab) => ({ type: 'GitLab', gitlab })),
    ...triggers.bitbucket.map((bitbucket) => ({ type: 'Bitbucket', bitbucket })),
  ];
  for (const trigger of triggers.imageChange) {
    const isOfStrategy = ofStrategy !== undefined && ofStrategy.from === trigger.from && ofStrategy.namespace === trigger.namespace;
    if (trigger.auto) wanted.push({ type: 'ImageChange', imageChange: isOfStrategy ? {} : { from: referenceTo(trigger) } });
    else existing = existing.filter((policy) => !follows(policy, trigger, ofStrategy));
  }
  const kept = existing.filter((policy) => wanted.some((other) => isSamePolicy(other, policy)));
  const added = wanted.filter((policy) => !kept.some((other) => isSamePolicy(other, policy)));
  return { ...config, spec: { ...config.spec, triggers: [...kept, ...added] } };
}

// oc pkg/cli/set strategyTrigger
function strategyTrigger({ metadata, spec }: BuildConfig): ImageChangeTrigger | undefined {
  const { sourceStrategy, dockerStrategy, customStrategy } = spec.strategy;
  const from = (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from;
  if (from?.kind !== 'ImageStreamTag') return undefined;
  return { auto: false, from: from.name ?? '', namespace: otherNamespace(from.namespace, metadata.namespace), names: [] };
}

const referenceTo = ({ from, namespace }: ImageChangeTrigger): ObjectReference => ({
  kind: 'ImageStreamTag',
  ...(namespace !== '' && { namespace }),
  name: from,
});

// oc pkg/cli/set triggerMatchesBuildImageChange
function follows({ imageChange }: BuildTriggerPolicy, trigger: ImageChangeTrigger, ofStrategy: ImageChangeTrigger | undefined): boolean {
  if (!imageChange) return false;
  if (!imageChange.from) return ofStrategy !== undefined && ofStrategy.from === trigger.from && ofStrategy.namespace === trigger.namespace;
  return imageChange.from.name === trigger.from && otherNamespace(imageChange.from.namespace, ofStrategy?.namespace) === trigger.namespace;
}

/** What the server noted about the last image does not count. */
const isSamePolicy = (a: BuildTriggerPolicy, b: BuildTriggerPolicy) => deepEqual(withoutNotes(a), withoutNotes(b));

const withoutNotes = (policy: BuildTriggerPolicy) => (policy.imageChange ? { ...policy, imageChange: { from: policy.imageChange.from } } : policy);
