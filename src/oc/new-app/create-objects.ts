import type { KubeObject } from '../../api/meta.ts';
import type { OcContext } from '../command.ts';
import { goQuote } from '../go-quote.ts';
import { resourceForKind } from '../resource-mapper.ts';

export interface CreateOptions {
  readonly labels: Readonly<Record<string, string>>;
  readonly dryRun: boolean;
  /** `-o name`: only names, no report. */
  readonly namesOnly: boolean;
}

export interface CreatedObjects {
  /** As the server returned them. */
  readonly objects: readonly KubeObject[];
  readonly failed: boolean;
}

/** Creates one object after the other and says so; a failure does not stop the rest (oc pkg/helpers/bulk BulkAction). */
export function createObjects(oc: OcContext, objects: readonly KubeObject[], options: CreateOptions): CreatedObjects {
  const { dryRun, namesOnly } = options;
  const indent = namesOnly ? '' : '    ';
  if (!namesOnly) oc.out(`--> Creating resources${labelSuffix(options.labels)} ...\n`);
  let failed = false;
  const created = objects.map((object) => {
    try {
      const answer = dryRun ? object : createObject(oc, object);
      oc.out(`${indent}${namesOnly ? nameLine(answer) : createdLine(answer, dryRun)}\n`);
      return answer;
    } catch (error) {
      failed = true;
      oc.err(`${indent}error: ${(error as Error).message}\n`);
      return object;
    }
  });
  if (!namesOnly) oc.out(`--> ${failed ? 'Failed' : 'Success'}${dryRun ? ' (dry run)' : ''}\n`);
  return { objects: created, failed };
}

function createObject(oc: OcContext, object: KubeObject): KubeObject {
  const mapping = resourceForKind(oc.discovery, object.apiVersion, object.kind);
  if (!mapping) throw new Error(`no matches for kind ${goQuote(object.kind)} in version ${goQuote(object.apiVersion)}`);
  return oc.client.create(mapping, mapping.namespaced ? (object.metadata.namespace ?? oc.namespace) : undefined, object);
}

const createdLine = (object: KubeObject, dryRun: boolean): string => `${kindOf(object)} ${goQuote(object.metadata.name)} created${dryRun ? ' (dry run)' : ''}`;

const nameLine = (object: KubeObject): string => `${kindOf(object)}/${object.metadata.name}`;

function kindOf({ apiVersion, kind }: KubeObject): string {
  const [group] = apiVersion.includes('/') ? apiVersion.split('/') : [''];
  return `${kind}${group === '' ? '' : `.${group}`}`.toLowerCase();
}

function labelSuffix(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  return pairs.length === 0 ? '' : ` with label ${pairs.sort().join(',')}`;
}
