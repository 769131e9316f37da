import type { DescribedText } from './described-text.ts';
import { rfc1123z } from './go-time.ts';
import { sortedKeys } from './kubectl-metadata.ts';
import { probeText } from './probe.ts';
import type { Container, ContainerState, ContainerStatus, EnvVar, Pod, Port, Quantities } from './shapes.ts';

/** How a list of containers is described: indented in a pod's template, with statuses in a pod. */
export interface ContainerListing {
  readonly label: string;
  readonly inTemplate: boolean;
  readonly statuses?: readonly ContainerStatus[];
  /** The pod whose fields environment variables may name. */
  readonly pod?: Pod;
}

/** Containers with image, ports, state, environment and mounts. */
// k8s.io/kubectl pkg/describe describeContainers
export function writeContainers(text: DescribedText, containers: readonly Container[] = [], { label, inTemplate, statuses = [], pod }: ContainerListing): void {
  text.write(0, `${inTemplate ? '  ' : ''}${label}:${containers.length === 0 ? ' <none>' : ''}\n`);
  for (const container of containers) {
    const status = statuses.find(({ name }) => name === container.name);
    writeBasics(text, container, status, inTemplate);
    writeWords(text, 'Command', container.command);
    writeWords(text, 'Args', container.args);
    if (status) writeState(text, status);
    writeQuantities(text, 'Limits', container.resources?.limits);
    writeQuantities(text, 'Requests', container.resources?.requests);
    writeProbes(text, container);
    writeEnvironment(text, container, pod);
    writeMounts(text, container);
  }
}

function writeBasics(text: DescribedText, container: Container, status: ContainerStatus | undefined, inTemplate: boolean): void {
  text.write(1, `${inTemplate ? ' ' : ''}${container.name}:\n`);
  if (status) text.write(2, `Container ID:\t${status.containerID ?? ''}\n`);
  text.write(2, `Image:\t${container.image ?? ''}\n`);
  if (status) text.write(2, `Image ID:\t${status.imageID ?? ''}\n`);
  writePorts(text, 'Port', container.ports, ({ containerPort }) => containerPort);
  writePorts(text, 'Host Port', container.ports, ({ hostPort }) => hostPort ?? 0);
  const seccomp = container.securityContext?.seccompProfile;
  if (!seccomp) return;
  text.write(2, `SeccompProfile:\t${seccomp.type}\n`);
  if (seccomp.type === 'Localhost') text.write(3, `LocalhostProfile:\t${seccomp.localhostProfile ?? ''}\n`);
}

function writePorts(text: DescribedText, title: string, ports: readonly Port[] = [], number: (port: Port) => number): void {
  const listed = ports.map((port) => `${number(port)}/${port.protocol ?? ''}`).join(', ');
  text.write(2, ports.length > 1 ? `${title}s:\t${listed}\n` : `${title}:\t${listed || '<none>'}\n`);
}

function writeWords(text: DescribedText, title: string, words: readonly string[] = []): void {
  if (words.length === 0) return;
  text.write(2, `${title}:\n`);
  for (const line of words.flatMap((word) => word.split('\n'))) text.write(3, `${line}\n`);
}

function writeState(text: DescribedText, status: ContainerStatus): void {
  writeOneState(text, 'State', status.state ?? {});
  if (status.lastState?.terminated) writeOneState(text, 'Last State', status.lastState);
  text.write(2, `Ready:\t${status.ready ? 'True' : 'False'}\n`);
  text.write(2, `Restart Count:\t${status.restartCount ?? 0}\n`);
}

// k8s.io/kubectl pkg/describe describeStatus
function writeOneState(text: DescribedText, title: string, { running, waiting, terminated }: ContainerState): void {
  text.write(2, `${title}:\t${running ? 'Running' : terminated ? 'Terminated' : 'Waiting'}\n`);
  if (running) text.write(3, `Started:\t${rfc1123z(running.startedAt)}\n`);
  else if (waiting?.reason) text.write(3, `Reason:\t${waiting.reason}\n`);
  if (!terminated || running) return;
  if (terminated.reason) text.write(3, `Reason:\t${terminated.reason}\n`);
  if (terminated.message) text.write(3, `Message:\t${terminated.message}\n`);
  text.write(3, `Exit Code:\t${terminated.exitCode ?? 0}\n`);
  if (terminated.signal) text.write(3, `Signal:\t${terminated.signal}\n`);
  text.write(3, `Started:\t${rfc1123z(terminated.startedAt)}\n`);
  text.write(3, `Finished:\t${rfc1123z(terminated.finishedAt)}\n`);
}

function writeQuantities(text: DescribedText, title: string, quantities: Quantities = {}): void {
  const names = sortedKeys(quantities);
  if (names.length > 0) text.write(2, `${title}:\n`);
  for (const name of names) text.write(3, `${name}:\t${quantities[name]}\n`);
}

function writeProbes(text: DescribedText, container: Container): void {
  const probes = { Liveness: container.livenessProbe, Readiness: container.readinessProbe, Startup: container.startupProbe };
  for (const [title, probe] of Object.entries(probes)) if (probe) text.write(2, `${title}:\t${probeText(probe)}\n`);
}

function writeEnvironment(text: DescribedText, { env = [], envFrom = [] }: Container, pod: Pod | undefined): void {
  if (envFrom.length > 0) text.write(2, 'Environment Variables from:\n');
  for (const { prefix = '', configMapRef, secretRef } of envFrom) {
    const reference = configMapRef ?? secretRef;
    const from = `${configMapRef ? 'ConfigMap' : 'Secret'}${prefix === '' ? '' : ` with prefix '${prefix}'`}`;
    text.write(3, `${reference?.name ?? ''}\t${from}\tOptional: ${reference?.optional === true}\n`);
  }
  text.write(2, `Environment:${env.length === 0 ? '\t<none>' : ''}\n`);
  for (const variable of env) writeVariable(text, variable, pod);
}

function writeVariable(text: DescribedText, { name, value = '', valueFrom }: EnvVar, pod: Pod | undefined): void {
  if (!valueFrom) {
    const [first, ...rest] = value.split('\n');
    text.write(3, `${name}:\t${first}\n`);
    for (const line of rest) text.write(3, `\t${line}\n`);
    return;
  }
  const { fieldRef, resourceFieldRef, secretKeyRef, configMapKeyRef } = valueFrom;
  if (fieldRef) text.write(3, `${name}:\t${pod ? podField(pod, fieldRef.fieldPath) : ''} (${fieldRef.apiVersion ?? 'v1'}:${fieldRef.fieldPath})\n`);
  else if (resourceFieldRef) text.write(3, `${name}:\t (${resourceFieldRef.resource})\n`);
  else if (secretKeyRef)
    text.write(3, `${name}:\t<set to the key '${secretKeyRef.key}' in secret '${secretKeyRef.name}'>\tOptional: ${secretKeyRef.optional === true}\n`);
  else if (configMapKeyRef)
    text.write(
      3,
      `${name}:\t<set to the key '${configMapKeyRef.key}' of config map '${configMapKeyRef.name}'>\tOptional: ${configMapKeyRef.optional === true}\n`,
    );
}

// k8s.io/kubernetes fieldpath.ExtractFieldPathAsString
function podField(pod: Pod, path: string): string {
  const fields: Readonly<Record<string, string | undefined>> = {
    'metadata.name': pod.metadata.name,
    'metadata.namespace': pod.metadata.namespace,
    'metadata.uid': pod.metadata.uid,
    'spec.nodeName': pod.spec?.nodeName,
    'spec.serviceAccountName': pod.spec?.serviceAccountName,
    'status.hostIP': pod.status?.hostIP,
    'status.podIP': pod.status?.podIP,
  };
  return fields[path] ?? '';
}

function writeMounts(text: DescribedText, { volumeMounts = [] }: Container): void {
  text.write(2, `Mounts:${volumeMounts.length === 0 ? '\t<none>' : ''}\n`);
  const sorted = [...volumeMounts].sort((a, b) => (a.mountPath < b.mountPath ? -1 : 1));
  for (const { mountPath, name, readOnly, subPath } of sorted) {
    text.write(3, `${mountPath} from ${name} (${readOnly ? 'ro' : 'rw'}${subPath ? `,path=${JSON.stringify(subPath)}` : ''})\n`);
  }
}
