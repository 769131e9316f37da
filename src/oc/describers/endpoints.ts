import type { KubeObject } from '../../api/meta.ts';
import { kubectlText } from './described-text.ts';
import type { Describer } from './describer.ts';
import { writeEventsOf } from './events.ts';
import { writeLabelsAndAnnotations, writeNameAndNamespace } from './kubectl-metadata.ts';

interface Endpoints extends KubeObject {
  readonly subsets?: readonly Subset[];
}

interface Subset {
  readonly addresses?: readonly Address[];
  readonly notReadyAddresses?: readonly Address[];
  readonly ports?: readonly { readonly name?: string; readonly port: number; readonly protocol?: string }[];
}

interface Address {
  readonly ip: string;
}

/** Where a Service leads (k8s.io/kubectl pkg/describe EndpointsDescriber). */
export const describeEndpoints: Describer<Endpoints> = (endpoints, context) =>
  kubectlText((text) => {
    writeNameAndNamespace(text, endpoints);
    writeLabelsAndAnnotations(text, endpoints);
    text.write(0, 'Subsets:\n');
    for (const { addresses, notReadyAddresses, ports = [] } of endpoints.subsets ?? []) {
      text.write(1, `Addresses:\t${addressText(addresses)}\n`);
      text.write(1, `NotReadyAddresses:\t${addressText(notReadyAddresses)}\n`);
      if (ports.length > 0) {
        text.write(1, 'Ports:\n');
        text.write(2, 'Name\tPort\tProtocol\n');
        text.write(2, '----\t----\t--------\n');
        for (const { name, port, protocol = 'TCP' } of ports) text.write(2, `${name || '<unset>'}\t${port}\t${protocol}\n`);
      }
      text.write(0, '\n');
    }
    writeEventsOf(text, endpoints, context);
  });

const addressText = (addresses: readonly Address[] = []) => addresses.map(({ ip }) => ip).join(',') || '<none>';
