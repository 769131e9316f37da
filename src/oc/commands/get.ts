import type { CallOptions } from '../../api/client.ts';
import { shortDuration } from '../../api/human-duration.ts';
import type { KubeList, KubeObject } from '../../api/meta.ts';
import type { WatchStream } from '../../api/request.ts';
import type { Table } from '../../api/table.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, type FlagValues, int, string, stringSlice } from '../flags.ts';
import { printRaw } from '../print-raw.ts';
import { createPrinter } from '../printers/output-format.ts';
import { sortObjects, sortTable } from '../printers/sort-by.ts';
import { kindPrefixOf, printTables, type TableOptions } from '../printers/table.ts';
import {
  checkResourceName,
  checkSubresource,
  enhancingListErrors,
  findObjects,
  isNotFound,
  type ResourceQuery,
  resolveQuery,
  selectorsOf,
  type Target,
  throwErrors,
} from '../resource-arguments.ts';
import { followEvents } from '../watch.ts';
import { objectPrinter, type RowOptions, rowPrinter, type WatchPrinter } from '../watch-printers.ts';

const flags = {
  'all-namespaces': boolean({ shorthand: 'A' }),
  'allow-missing-template-keys': boolean({ default: true }),
  'chunk-size': int({ default: 500 }),
  'field-selector': string(),
  filename: stringSlice({ shorthand: 'f' }),
  'ignore-not-found': boolean(),
  'label-columns': stringSlice({ shorthand: 'L' }),
  'no-headers': boolean(),
  'output-watch-events': boolean(),
  output: string({ shorthand: 'o', values: ['wide', 'json', 'yaml', 'name', 'jsonpath=', 'go-template=', 'custom-columns='] }),
  raw: string(),
  recursive: boolean({ shorthand: 'R' }),
  selector: string({ shorthand: 'l' }),
  'server-print': boolean({ default: true }),
  'show-kind': boolean(),
  'show-labels': boolean(),
  'show-managed-fields': boolean(),
  'sort-by': string(),
  subresource: string(),
  template: string(),
  watch: boolean({ shorthand: 'w' }),
  'watch-only': boolean(),
} as const;

type GetFlagTable = typeof flags;
type GetFlags = FlagValues<GetFlagTable>;

/** `oc get` (kubectl pkg/cmd/get/get.go). */
export const get = defineCommand({
  path: 'get',
  use: 'get [(-o|--output=)json|yaml|name|go-template|jsonpath|custom-columns|wide] (TYPE[.VERSION][.GROUP] [NAME | -l label] | TYPE[.VERSION][.GROUP]/NAME ...)',
  flags,
  arguments: ['resource', 'name'],
  examples: [
    'oc get imagestreams',
    'oc get is,istag',
    'oc get imagestream app -o yaml',
    'oc get istag app:latest -o jsonpath=\'{.image.dockerImageReference}{"\\n"}\'',
    'oc get pods -l deployment=app -o wide',
    'oc get all --all-namespaces',
  ],
  async run({ args, flags, oc }: Invocation<GetFlagTable>) {
    if (flags.raw !== '') return printRaw(oc, args, flags);
    if (flags['sort-by'] !== '' && (flags.watch || flags['watch-only'])) oc.err(sortByIgnored(flags.watch));
    const query = queryOf(args, flags);
    if (!(flags.watch || flags['watch-only']) && args.length === 0 && flags.filename.length === 0) throw missingResource(oc);
    checkFlags(flags);
    const isTable = flags.template === '' && (flags.output === '' || flags.output === 'wide');
    if (flags.watch || flags['watch-only']) return watchObjects(oc, query, flags, isTable);
    return isTable ? printAsTables(oc, query, flags) : printGeneric(oc, query, flags);
  },
});

function queryOf(args: readonly string[], flags: GetFlags): ResourceQuery {
  return {
    args,
    filenames: flags.filename,
    recursive: flags.recursive,
    labelSelector: flags.selector,
    fieldSelector: flags['field-selector'],
    allNamespaces: flags['all-namespaces'],
    subresource: flags.subresource,
    typeMeansAll: true,
  };
}

function missingResource(oc: OcContext): UsageError {
  oc.err('You must specify the type of resource to get. Use "oc api-resources" for a complete list of supported resources.\n\n');
  return new UsageError('Required resource not specified.\nUse "oc explain <resource>" for a detailed description of that resource (e.g. oc explain pods).', {
    showHelpHint: true,
  });
}

/** Tables of one kind that follow each other share a heading. */
interface Group {
  readonly target: Target;
  readonly tables: Table[];
}

async function printAsTables(oc: OcContext, query: ResourceQuery, flags: GetFlags): Promise<void> {
  const { targets, errors } = await resolveQuery(oc, query);
  const failures: unknown[] = [...errors];
  const groups: Group[] = [];
  for (const target of targets) {
    try {
      const table = tableOf(oc, target, query, flags);
      const last = groups.at(-1);
      if (last?.target.mapping === target.mapping) last.tables.push(table);
      else groups.push({ target, tables: [table] });
    } catch (error) {
      if (!(flags['ignore-not-found'] && isNotFound(error))) failures.push(error);
    }
  }
  const text = groupTexts(groups, flags).join(flags['no-headers'] ? '' : '\n');
  oc.out(text);
  if (text === '' && !flags['ignore-not-found'] && failures.length === 0) oc.err(nothingFound(oc, groups, flags));
  throwErrors(failures);
}

function tableOf(oc: OcContext, { mapping, namespace, name }: Target, query: ResourceQuery, flags: GetFlags): Table {
  if (name !== undefined) checkResourceName(name);
  const options = { ...(name === undefined && selectorsOf(query)), ...(flags.subresource !== '' && { subresource: flags.subresource }) };
  const read = () => oc.client.table(mapping, namespace, name, options);
  const drawn = name === undefined ? enhancingListErrors(mapping, query, read) : read();
  const table = flags['server-print'] ? drawn : nameAndAge(drawn, oc.host.now());
  return flags['sort-by'] === '' ? table : sortTable(table, flags['sort-by']);
}

/** What the client draws by itself (cli-runtime printers/tableprinter.go printObjectMeta). */
const nameAndAge = ({ rows, ...table }: Table, now: number): Table => ({
  ...table,
  columnDefinitions: [
    { name: 'Name', type: 'string', format: 'name', priority: 0 },
    { name: 'Age', type: 'string', priority: 0 },
  ],
  rows: rows.map(({ object }) => ({ cells: [object.metadata.name, ageOf(object.metadata.creationTimestamp, now)], object })),
});

function groupTexts(groups: readonly Group[], flags: GetFlags, more: Pick<TableOptions, 'event' | 'widths'> = {}): readonly string[] {
  const showKind = flags['show-kind'] || new Set(groups.map(({ target }) => target.mapping)).size > 1;
  const texts = groups.map(({ target, tables }) =>
    printTables(tables, {
      wide: flags.output === 'wide',
      noHeaders: flags['no-headers'],
      withNamespace: flags['all-namespaces'] && target.mapping.namespaced,
      ...(showKind && { kindPrefix: kindPrefixOf(target.mapping) }),
      showLabels: flags['show-labels'],
      labelColumns: flags['label-columns'],
      ...more,
    }),
  );
  return texts.filter((text) => text !== '');
}

function nothingFound(oc: OcContext, groups: readonly Group[], flags: GetFlags): string {
  const isNamespaced = !flags['all-namespaces'] && groups.every(({ target }) => target.mapping.namespaced);
  return isNamespaced ? `No resources found in ${oc.namespace} namespace.\n` : 'No resources found\n';
}

async function printGeneric(oc: OcContext, query: ResourceQuery, flags: GetFlags): Promise<void> {
  const { infos, errors: all, singleItemImplied } = await findObjects(oc, query);
  const errors = flags['ignore-not-found'] ? all.filter((error) => !isNotFound(error)) : all;
  if (singleItemImplied) throwErrors(errors);
  if (infos.length === 0 && flags['ignore-not-found']) return throwErrors(errors);
  const print = await createPrinter(oc, flags, ['wide', 'custom-columns', 'custom-columns-file']);
  const objects = infos.map(({ object }) => object);
  oc.out(print(singleItemImplied && objects.length === 1 ? (objects[0] as KubeObject) : listOf(sortObjects(objects, flags['sort-by']))));
  throwErrors(errors);
}

const listOf = (items: readonly KubeObject[]): KubeList => ({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items });

/** Prints what is there, and then what happens to it (get.go watch). */
async function watchObjects(oc: OcContext, query: ResourceQuery, flags: GetFlags, isTable: boolean): Promise<void> {
  const { targets, errors } = await resolveQuery(oc, query);
  throwErrors(errors);
  const [target] = targets;
  if (!target || targets.some(({ mapping }) => mapping !== target.mapping)) throw new UsageError('you may only specify a single resource type');
  const { mapping, namespace, name } = target;
  const withEvents = flags['output-watch-events'];
  const follow = async <T extends Table | KubeObject | KubeList>(
    printer: WatchPrinter<T>,
    read: (target: Target) => T,
    open: (options: CallOptions) => WatchStream<T>,
  ) => {
    const found = targets.map(read);
    if (!flags['watch-only']) printer.first(found);
    if (targets.length > 1) throw new OcError('you may only watch a single resource or type of resource at a time');
    const list = (found[0] as Table | KubeList).metadata?.resourceVersion ?? '';
    const stream = open(
      name === undefined ? { ...selectorsOf(query), resourceVersion: list } : { fieldSelector: `metadata.name=${name}`, resourceVersion: '0' },
    );
    // a watch of one object begins with that object, which was shown already
    if (name !== undefined) stream.next();
    await followEvents(oc, stream, ({ type, object }) => printer.event(type, object), oc.requestTimeoutMs);
  };
  if (isTable) {
    const asDrawn = (table: Table) => (flags['server-print'] ? table : nameAndAge(table, oc.host.now()));
    const printer = rowPrinter(oc, withEvents, drawRows(target, flags));
    await follow(
      { first: printer.first, event: (type, table) => printer.event(type, asDrawn(table)) },
      (each) => tableOf(oc, each, query, flags),
      (options) => oc.client.watchTable(mapping, namespace, options),
    );
    return;
  }
  await follow<KubeObject | KubeList>(
    await objectPrinter(oc, flags, withEvents),
    (each) => (each.name === undefined ? oc.client.list(mapping, each.namespace, selectorsOf(query)) : oc.client.get(mapping, each.namespace, each.name)),
    (options) => oc.client.watch(mapping, namespace, options),
  );
}

const drawRows =
  (target: Target, flags: GetFlags) =>
  (table: Table, { noHeaders, ...rest }: RowOptions): string =>
    groupTexts([{ target, tables: [table] }], { ...flags, 'no-headers': flags['no-headers'] || noHeaders }, rest).join('');

/** `Validate` of get.go. */
function checkFlags({ output, subresource, watch, 'watch-only': watchOnly, 'show-labels': showLabels, 'output-watch-events': events }: GetFlags): void {
  if (showLabels && output !== '' && output !== 'wide') throw new OcError(`--show-labels option cannot be used with ${output} printer`);
  if (events && !watch && !watchOnly) throw new OcError('--output-watch-events option can only be used with --watch or --watch-only');
  checkSubresource(subresource);
}

const ageOf = (created: string | undefined | null, now: number) => (created ? shortDuration(now - Date.parse(created)) : '<unknown>');

const sortByIgnored = (watch: boolean) =>
  watch ? 'warning: --watch requested, --sort-by will be ignored for watch events received\n' : 'warning: --watch-only requested, --sort-by will be ignored\n';
