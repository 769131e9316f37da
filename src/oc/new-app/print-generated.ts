import type { KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { printJson } from '../printers/json.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printYaml } from '../printers/yaml.ts';

/** The objects as one list, instead of creating them. */
export async function printGenerated(oc: OcContext, objects: readonly KubeObject[], format: string): Promise<void> {
  const list = { apiVersion: 'v1', kind: 'List', metadata: {}, items: objects };
  if (format === 'json') {
    oc.out(printJson(list));
    return;
  }
  if (format === 'yaml') {
    oc.out(printYaml(list));
    return;
  }
  if (/^(?:go-template|jsonpath|template)/.test(format)) {
    oc.out((await createPrinter(oc, { output: format }))({ ...list, metadata: { resourceVersion: '' } }));
    return;
  }
  throw new OcError(
    `unable to match a printer suitable for the output format "${format}", allowed formats are: ` +
      'go-template,go-template-file,json,jsonpath,jsonpath-as-json,jsonpath-file,name,template,templatefile,yaml',
  );
}
