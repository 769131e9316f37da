import { writeContainers } from './containers.ts';
import type { DescribedText } from './described-text.ts';
import { writeAnnotations, writeLabels } from './kubectl-metadata.ts';
import type { PodTemplate, Toleration } from './shapes.ts';
import { writeVolumes } from './volumes.ts';

/** `Pod Template:` of everything that makes pods. */
// k8s.io/kubectl pkg/describe DescribePodTemplate
export function writePodTemplate(text: DescribedText, template: PodTemplate | undefined): void {
  text.write(0, 'Pod Template:\n');
  if (!template) {
    text.write(1, '<unset>');
    return;
  }
  const { metadata = {}, spec = {} } = template;
  writeLabels(text, '  Labels', metadata.labels);
  if (Object.keys(metadata.annotations ?? {}).length > 0) writeAnnotations(text, '  Annotations', metadata.annotations);
  if (spec.serviceAccountName) text.write(1, `Service Account:\t${spec.serviceAccountName}\n`);
  if (spec.initContainers?.length) writeContainers(text, spec.initContainers, { label: 'Init Containers', inTemplate: true });
  writeContainers(text, spec.containers, { label: 'Containers', inTemplate: true });
  writeVolumes(text, spec.volumes, true);
  if (spec.priorityClassName) text.write(1, `Priority Class Name:\t${spec.priorityClassName}\n`);
  writeLabels(text, '  Node-Selectors', spec.nodeSelector);
  writeTolerations(text, '  Tolerations', spec.tolerations);
}

/** One toleration a line. */
// k8s.io/kubectl pkg/describe printTolerationsMultilineWithIndent
export function writeTolerations(text: DescribedText, title: string, tolerations: readonly Toleration[] = []): void {
  const sorted = [...tolerations].sort((a, b) => ((a.key ?? '') < (b.key ?? '') ? -1 : (a.key ?? '') > (b.key ?? '') ? 1 : 0));
  text.write(0, `${title}:\t${sorted.length === 0 ? '<none>\n' : sorted.map((toleration) => `${tolerationText(toleration)}\n`).join('\t')}`);
}

function tolerationText({ key = '', value = '', effect = '', operator, tolerationSeconds }: Toleration): string {
  const matched = `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
  const exists = operator === 'Exists' && value === '' ? `${matched === '' ? '' : ' '}op=Exists` : '';
  return `${matched}${exists}${tolerationSeconds === undefined ? '' : ` for ${tolerationSeconds}s`}`;
}
