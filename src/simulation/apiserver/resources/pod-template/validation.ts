import type { LabelSelector } from '../../../../api/apps.ts';
import { deepEqual } from '../../../../api/deep-equal.ts';
import { matchesSelector } from '../../../../api/label-selector.ts';
import type { Container, ContainerPort, PodSpec, PodTemplateSpec } from '../../../../api/pod.ts';
import type { FieldError } from '../../../../api/status.ts';
import { isDns1123Label } from '../../name-validation.ts';
import { duplicateValue, invalidValue, labelErrors, notFoundValue, notSupportedValue, requiredValue } from '../../object-meta-validation.ts';
import { validateProbes } from './probe-validation.ts';
import { validateResources } from './resource-validation.ts';

/** What is wrong with a pod template and with how a selector fits it. */
// kubernetes pkg/apis/apps/validation ValidatePodTemplateSpecForReplicaSet
export function validateTemplate(template: PodTemplateSpec, selector: LabelSelector | undefined, path = 'spec.template'): readonly FieldError[] {
  const labels = template.metadata?.labels;
  const fits = selector === undefined || matchesSelector(selector, labels ?? {});
  const policy = template.spec.restartPolicy;
  return [
    ...(fits ? [] : [rawInvalid(`${path}.metadata.labels`, goStringMap(labels), '`selector` does not match template `labels`')]),
    ...labelErrors(labels, `${path}.metadata.labels`),
    ...validatePodSpec(template.spec, `${path}.spec`),
    ...(policy === 'Always' ? [] : [notSupportedValue(`${path}.spec.restartPolicy`, policy, ['Always'])]),
  ];
}

/** The selector of an apps/v1 workload must be there and must not select everything. */
export function validateSelector(selector: LabelSelector | undefined, kind: string): readonly FieldError[] {
  if (!selector) return [requiredValue('spec.selector')];
  const empty = Object.keys(selector.matchLabels ?? {}).length + (selector.matchExpressions ?? []).length === 0;
  return empty
    ? [
        rawInvalid(
          'spec.selector',
          'v1.LabelSelector{MatchLabels:map[string]string(nil), MatchExpressions:[]v1.LabelSelectorRequirement(nil)}',
          `empty selector is invalid for ${kind}`,
        ),
      ]
    : [];
}

/** What is wrong with a pod, field by field (kubernetes pkg/apis/core/validation ValidatePodSpec). */
export function validatePodSpec(spec: PodSpec, path: string): readonly FieldError[] {
  const volumes = new Set((spec.volumes ?? []).map((volume) => volume.name));
  const containers = spec.containers ?? [];
  const policies = ['Always', 'OnFailure', 'Never'];
  return [
    ...(containers.length === 0 ? [requiredValue(`${path}.containers`)] : validateContainers(containers, volumes, `${path}.containers`)),
    ...validateContainers(spec.initContainers ?? [], volumes, `${path}.initContainers`),
    ...(policies.includes(spec.restartPolicy ?? 'Always') ? [] : [notSupportedValue(`${path}.restartPolicy`, spec.restartPolicy, policies)]),
    ...(['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'].includes(spec.dnsPolicy ?? 'ClusterFirst')
      ? []
      : [notSupportedValue(`${path}.dnsPolicy`, spec.dnsPolicy, ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'])]),
  ];
}

/** Only the image of a pod itself, not of a template, must be free of blanks around it. */
export function validateImagesAreTrimmed(spec: PodSpec, path: string): readonly FieldError[] {
  const check = (containers: readonly Container[], field: string) =>
    containers.flatMap(({ image = '' }, index) =>
      image === image.trim() ? [] : [invalidValue(`${path}.${field}[${index}].image`, image, 'must not have leading or trailing whitespace')],
    );
  return [...check(spec.containers, 'containers'), ...check(spec.initContainers ?? [], 'initContainers')];
}

function validateContainers(containers: readonly Container[], volumes: ReadonlySet<string>, path: string): readonly FieldError[] {
  const seen = new Set<string>();
  return containers.flatMap((container, index) => {
    const at = `${path}[${index}]`;
    const repeated = container.name && seen.has(container.name) ? [duplicateValue(`${at}.name`, container.name)] : [];
    seen.add(container.name);
    return [...repeated, ...validateContainer(container, volumes, at), ...validateProbes(container, at)];
  });
}

function validateContainer(container: Container, volumes: ReadonlySet<string>, at: string): readonly FieldError[] {
  const policies = ['Always', 'IfNotPresent', 'Never'];
  const name = container.name
    ? isDns1123Label(container.name).map((problem) => invalidValue(`${at}.name`, container.name, problem))
    : [requiredValue(`${at}.name`)];
  return [
    ...name,
    ...(container.image ? [] : [requiredValue(`${at}.image`)]),
    ...(container.ports ?? []).flatMap((port, index) => validatePort(port, `${at}.ports[${index}]`)),
    ...(container.volumeMounts ?? []).flatMap((mount, index) => [
      ...(mount.name
        ? volumes.has(mount.name)
          ? []
          : [notFoundValue(`${at}.volumeMounts[${index}].name`, mount.name)]
        : [requiredValue(`${at}.volumeMounts[${index}].name`)]),
      ...(mount.mountPath ? [] : [requiredValue(`${at}.volumeMounts[${index}].mountPath`)]),
    ]),
    ...validateResources(container, at),
    ...(policies.includes(container.imagePullPolicy ?? 'Always') ? [] : [notSupportedValue(`${at}.imagePullPolicy`, container.imagePullPolicy, policies)]),
  ];
}

function validatePort({ containerPort, protocol = 'TCP' }: ContainerPort, at: string): readonly FieldError[] {
  const protocols = ['SCTP', 'TCP', 'UDP'];
  const inRange = Number.isInteger(containerPort) && containerPort > 0 && containerPort < 65536;
  return [
    ...(containerPort === undefined || containerPort === 0 ? [requiredValue(`${at}.containerPort`)] : []),
    ...(containerPort && !inRange ? [invalidValue(`${at}.containerPort`, containerPort, 'must be between 1 and 65535, inclusive')] : []),
    ...(protocols.includes(protocol) ? [] : [notSupportedValue(`${at}.protocol`, protocol, protocols)]),
  ];
}

/** Zero or more, as replicas and seconds must be. */
export function validateNonNegative(value: number | undefined, field: string): readonly FieldError[] {
  return value !== undefined && value < 0 ? [invalidValue(field, value, 'must be greater than or equal to 0')] : [];
}

/** A field that must not change once set. */
export function validateImmutable(next: unknown, old: unknown, field: string): readonly FieldError[] {
  const shown = field === 'spec.selector' ? goLabelSelector((next ?? {}) as LabelSelector) : JSON.stringify(next);
  return deepEqual(next, old) ? [] : [rawInvalid(field, shown, 'field is immutable')];
}

/** A selector as Go's %#v shows it. */
function goLabelSelector({ matchLabels, matchExpressions }: LabelSelector): string {
  const expressions = (matchExpressions ?? []).map(({ key, operator, values }) => {
    const listed = values ? `[]string{${values.map((value) => JSON.stringify(value)).join(', ')}}` : '[]string(nil)';
    return `v1.LabelSelectorRequirement{Key:${JSON.stringify(key)}, Operator:${JSON.stringify(operator)}, Values:${listed}}`;
  });
  const shown = matchExpressions ? `[]v1.LabelSelectorRequirement{${expressions.join(', ')}}` : '[]v1.LabelSelectorRequirement(nil)';
  return `v1.LabelSelector{MatchLabels:${goStringMap(matchLabels)}, MatchExpressions:${shown}}`;
}

function rawInvalid(field: string, value: string, detail: string): FieldError {
  return { field, reason: 'FieldValueInvalid', message: `Invalid value: ${value}: ${detail}` };
}

/** A map as Go's %#v shows it. */
function goStringMap(map: Readonly<Record<string, string>> | undefined): string {
  if (!map) return 'map[string]string(nil)';
  const keys = Object.keys(map).sort();
  return `map[string]string{${keys.map((key) => `${JSON.stringify(key)}:${JSON.stringify(map[key])}`).join(', ')}}`;
}
