import type { BuildConfig, BuildTriggerPolicy, CommonBuildSpec } from '../../../../api/build.ts';
import type { ObjectReference } from '../../../../api/meta.ts';
import { own } from '../../../../api/own.ts';
import type { FieldError } from '../../../../api/status.ts';
import { splitImageStreamTag } from '../../../../imageutil/image-stream-tag-name.ts';
import { invalidValue, requiredValue } from '../../object-meta-validation.ts';
import { validateNonNegative } from '../pod-template/validation.ts';

/** What is wrong with a BuildConfig. */
// openshift-apiserver pkg/build/apis/build/validation ValidateBuildConfig
export function validateBuildConfig({ spec }: BuildConfig): readonly FieldError[] {
  const policies = ['Parallel', 'Serial', 'SerialLatestOnly'];
  return [
    ...(spec.triggers ?? []).flatMap((trigger, index) => validateTrigger(trigger, inputOf(spec), `spec.triggers[${index}]`)),
    ...(policies.includes(spec.runPolicy ?? '')
      ? []
      : [invalidValue('spec.runPolicy', spec.runPolicy, 'run policy must Parallel, Serial, or SerialLatestOnly')]),
    ...validateNonNegative(spec.successfulBuildsHistoryLimit, 'spec.successfulBuildsHistoryLimit'),
    ...validateNonNegative(spec.failedBuildsHistoryLimit, 'spec.failedBuildsHistoryLimit'),
    ...validateBuildSpec(spec),
  ];
}

/** The image that a build starts from. */
// library-go pkg/build/buildutil GetInputReference
export function inputOf({ strategy: { sourceStrategy, dockerStrategy, customStrategy } }: CommonBuildSpec): ObjectReference | undefined {
  return (sourceStrategy ?? dockerStrategy ?? customStrategy)?.from;
}

/** What is wrong with the parts that BuildConfigs and Builds share. */
export function validateBuildSpec(spec: CommonBuildSpec): readonly FieldError[] {
  const { source = {}, strategy = {}, output } = spec;
  const strategies = [strategy.sourceStrategy, strategy.dockerStrategy, strategy.customStrategy, strategy.jenkinsPipelineStrategy].filter(Boolean);
  const hasSource = source.git || source.binary || source.dockerfile !== undefined || source.images;
  return [
    ...(strategy.dockerStrategy && !hasSource
      ? [invalidValue('spec.source', '', 'must provide a value for at least one source input(git, binary, dockerfile, images).')]
      : []),
    ...(source.git && !source.git.uri ? [requiredValue('spec.source.git.uri')] : []),
    ...(output?.to ? validateReference(output.to, 'spec.output.to', ['ImageStreamTag', 'DockerImage']) : []),
    ...(strategies.length === 0
      ? [invalidValue('spec.strategy', strategy, 'must provide a value for exactly one of sourceStrategy, customStrategy, or dockerStrategy')]
      : []),
    ...(strategies.length > 1
      ? [invalidValue('spec.strategy', strategy, 'must provide a value for exactly one of sourceStrategy, customStrategy, or dockerStrategy')]
      : []),
    ...validateInput({ ...spec, strategy }),
  ];
}

function validateInput(spec: CommonBuildSpec): readonly FieldError[] {
  const from = inputOf(spec);
  const name = spec.strategy.sourceStrategy ? 'sourceStrategy' : spec.strategy.dockerStrategy ? 'dockerStrategy' : 'customStrategy';
  if (from) return validateReference(from, `spec.strategy.${name}.from`, ['ImageStreamTag', 'ImageStreamImage', 'DockerImage']);
  return spec.strategy.sourceStrategy ? [requiredValue('spec.strategy.sourceStrategy.from.name')] : [];
}

function validateReference({ kind = '', name = '' }: ObjectReference, path: string, kinds: readonly string[]): readonly FieldError[] {
  if (!kinds.includes(kind))
    return [invalidValue(`${path}.kind`, kind, `invalid target for build output, must be ${kinds.map((one) => `'${one}'`).join(' or ')}`)];
  if (name === '') return [requiredValue(`${path}.name`)];
  const { name: stream, tag, ok } = splitImageStreamTag(name);
  const isTag = ok && stream !== '' && tag !== '';
  return kind !== 'ImageStreamTag' || isTag ? [] : [invalidValue(`${path}.name`, name, 'ImageStreamTag object references must be in the form <name>:<tag>')];
}

function validateTrigger(trigger: BuildTriggerPolicy, input: ObjectReference | undefined, at: string): readonly FieldError[] {
  if (!trigger.type) return [requiredValue(`${at}.type`)];
  const webhooks: Readonly<Record<string, string>> = { GitHub: 'github', Generic: 'generic', GitLab: 'gitlab', Bitbucket: 'bitbucket' };
  const webhook = own(webhooks, trigger.type);
  if (webhook && !trigger[webhook]) return [requiredValue(`${at}.${webhook}`)];
  if (trigger.type !== 'ImageChange') return [];
  const from = trigger.imageChange?.from ?? input;
  const field = `${at}.imageChange.from`;
  if (!from) return [requiredValue(field)];
  if (from.kind === 'ImageStreamTag') return from.name ? [] : [requiredValue(`${field}.name`)];
  return [invalidValue(`${field}.kind`, from.kind ?? '', 'only an ImageStreamTag type of reference is allowed in an ImageChange trigger.')];
}
