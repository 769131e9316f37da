import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { sortedKeys, writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';
import { decodedLength } from './secret.ts';

interface ConfigMap extends KubeObject {
  readonly data?: Readonly<Record<string, string>>;
  readonly binaryData?: Readonly<Record<string, string>>;
}

/** A ConfigMap with its texts (k8s.io/kubectl pkg/describe ConfigMapDescriber). */
export const describeConfigMap: Describer<ConfigMap> = (configMap, context) =>
  kubectlText((text) => {
    const { data = {}, binaryData = {} } = configMap;
    writeNameAndNamespace(text, configMap);
    writeLabelsAndAnnotations(text, configMap);
    text.write(0, '\nData\n====\n');
    for (const key of sortedKeys(data)) text.write(0, `${key}:\n----\n${data[key]}\n\n`);
    text.write(0, '\nBinaryData\n====\n');
    for (const key of sortedKeys(binaryData)) text.write(0, `${key}: ${decodedLength(binaryData[key] ?? '')} bytes\n`);
    text.write(0, '\n');
    writeEventsOf(text, configMap, context);
  });
