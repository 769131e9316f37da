import type { KubeObject } from '../../api/meta.ts';
import { StatusError } from '../../api/status.ts';
import type { Template, TemplateParameter } from '../../api/template.ts';
import { processTemplate } from '../../api/template-processing.ts';
import { warnAboutCommas } from '../comma-warning.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, UsageError } from '../errors.ts';
import { boolean, string, stringArray } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import { readManifests } from '../manifests.ts';
import { combineEnvironment, type Environment } from '../new-app/environment.ts';
import { parseLabels } from '../parse-labels.ts';
import { compactJson, printJsonAsItStands } from '../printers/json.ts';
import { createPrinter } from '../printers/output-format.ts';
import { printFlags } from '../printers/print-flags.ts';
import { alignTabs } from '../printers/tabwriter.ts';

const templates = { group: 'template.openshift.io', version: 'v1', resource: 'templates' } as const;
const processedTemplates = { ...templates, resource: 'processedtemplates' } as const;

const processFlags = {
  ...printFlags,
  output: string({ ...printFlags.output, default: 'json' }),
  filename: string({ shorthand: 'f' }),
  'ignore-unknown-parameters': boolean(),
  labels: string({ shorthand: 'l' }),
  local: boolean(),
  param: stringArray({ shorthand: 'p' }),
  'param-file': stringArray(),
  parameters: boolean(),
  raw: boolean(),
} as const;

type Process = Invocation<typeof processFlags>;

/** `oc process`: fills in a template (oc pkg/cli/process/process.go). */
export const process = defineCommand({
  path: 'process',
  use: 'process (TEMPLATE | -f FILENAME) [-p=KEY=VALUE]',
  flags: processFlags,
  arguments: ['name'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const { name, assignments } = argumentsOf(invocation);
    checkFlags(invocation, name);
    const values = await valuesOf(invocation, assignments);
    if (name === '' && flags.filename === '') throw new UsageError('Must pass a filename or name of stored template', { showHelpHint: true });
    const template = await findTemplate(oc, name, flags.filename);
    if (flags.parameters) return oc.out(parameterTable(template.parameters ?? []));
    const labels = flags.labels === '' ? template.labels : { ...template.labels, ...parseLabels(flags.labels) };
    const asked = withValues({ ...template, ...(labels && { labels }) }, await values(), flags['ignore-unknown-parameters']);
    const processed = flags.local ? locally(oc, asked) : onServer(oc, asked);
    await printObjects(invocation, processed.objects ?? []);
  },
});

function argumentsOf({ args, flags }: Process): { readonly name: string; readonly assignments: readonly string[] } {
  const [name = '', ...more] = args.filter((each) => !each.includes('='));
  if (more.length > 0) throw new UsageError(`template name must be specified only once: ${more[0]}`, { showHelpHint: true });
  return { name, assignments: [...flags.param, ...args.filter((each) => each.includes('='))] };
}

function checkFlags({ changed, flags, oc }: Process, name: string): void {
  if (changed('param')) warnAboutCommas(oc.err, flags.param, '--param');
  const contradicting = (['param', 'labels', 'output', 'raw', 'template'] as const).find((flag) => changed(flag));
  if (flags.parameters && contradicting !== undefined) {
    throw new UsageError(`The --parameters flag does not process the template, can't be used with --${contradicting}`, { showHelpHint: true });
  }
  if (name !== '' && flags.local) {
    throw new UsageError('You may only specify a local template file via -f when running this command with --local', { showHelpHint: true });
  }
}

/** Values are read at once; what is wrong with one is said only when it is needed. */
async function valuesOf({ flags, oc }: Process, assignments: readonly string[]): Promise<() => Promise<Environment>> {
  const names = assignments.map((each) => each.slice(0, Math.max(each.indexOf('='), 0)));
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].sort();
  const warn = (text: string) => (text.endsWith('was overwritten\n') ? undefined : oc.err(text));
  const reading = combineEnvironment({ typed: assignments, files: flags['param-file'], what: 'Template parameter' }, oc.host, warn);
  const failed = await reading.then(
    () => false,
    () => true,
  );
  if (!failed && twice.length > 0) throw new UsageError(`The following parameters were provided more than once: ${twice.join(', ')}`, { showHelpHint: true });
  return () => reading;
}

async function findTemplate(oc: OcContext, name: string, filename: string): Promise<Template> {
  if (name !== '') return storedTemplate(oc, name);
  const unread = (error: Error | undefined) => new OcError(`failed to read input object (not a Template?): ${error?.message ?? ''}`);
  const { manifests, errors } = await readManifests(oc, [filename], false).catch((error: Error) => Promise.reject(unread(error)));
  const [manifest, ...more] = manifests;
  if (errors[0] || !manifest) throw unread(errors[0]);
  if (more.length > 0) oc.out(`${manifests.length} input templates found, but only the first will be processed\n`);
  const { object } = manifest;
  if (object.kind !== 'Template') throw new OcError(`unable to parse ${goQuote(filename)}, not a valid Template but *v1.${object.kind}\n`);
  return object;
}

// oc pkg/cli/process/process.go parseNamespaceResourceName
function storedTemplate({ client, namespace }: OcContext, typed: string): Template {
  const parts = typed.trim().split('/');
  if (parts.length > 3) throw new OcError(`invalid argument ${goQuote(typed)}`);
  const [name = '', resource = '', from = namespace] = parts.reverse();
  if (!['', 'template', 'templates'].includes(resource)) throw new OcError(`unable to process invalid resource ${goQuote(resource)}`);
  if (name === '') throw new OcError(`invalid value syntax ${goQuote(name)}`);
  const found = client.find<Template>(templates, from, name);
  if (!found) throw new OcError(`template ${goQuote(name)} could not be found`);
  return found;
}

function parameterTable(parameters: readonly TemplateParameter[]): string {
  const rows = parameters.map(({ name, description = '', generate = '', from = '', value = '' }) => [
    name,
    description,
    generate,
    generate === '' ? value : from,
  ]);
  const lines = [['NAME', 'DESCRIPTION', 'GENERATOR', 'VALUE'], ...rows].map((cells) => `${cells.join('\t')}\n`);
  return alignTabs(lines.join(''), { minWidth: 20, padding: 3 });
}

function withValues(template: Template, values: Environment, ignoreUnknown: boolean): Template {
  const unknown = [...values.keys()].filter((name) => !template.parameters?.some((parameter) => parameter.name === name));
  if (unknown.length > 0 && !ignoreUnknown) throw new AggregateError(unknown.map((name) => new OcError(`unknown parameter name ${goQuote(name)}\n`)));
  const parameters = template.parameters?.map((parameter) => {
    const value = values.get(parameter.name);
    return value === undefined ? parameter : { ...parameter, value, generate: '' };
  });
  return { ...template, ...(parameters && { parameters }) };
}

/** Numbers that differ from one moment to the next. */
function locally({ host }: OcContext, template: Template): Template {
  let state = host.now() >>> 0;
  return processTemplate(template, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 8;
  });
}

function onServer({ client, namespace }: OcContext, template: Template): Template {
  try {
    return client.create(processedTemplates, namespace, { ...template, metadata: { ...template.metadata, namespace } }) as Template;
  } catch (error) {
    const causes = (error instanceof StatusError && error.status.details?.causes) || [];
    const said = causes.length > 0 ? causes.map(({ message }) => message) : [(error as Error).message];
    throw new OcError(`unable to process template\n${said.map((text) => `  ${text}\n`).join('')}`);
  }
}

async function printObjects({ flags, oc }: Process, objects: readonly KubeObject[]): Promise<void> {
  if (flags.output === 'json' && !flags.raw) {
    const list = { kind: 'List', apiVersion: 'v1', metadata: {}, items: objects.map((object) => JSON.parse(compactJson(object)) as KubeObject) };
    return oc.out(printJsonAsItStands(list));
  }
  const print = await createPrinter(oc, flags);
  if (flags.output === 'name' || flags.raw) for (const object of objects) oc.out(print(object));
  else oc.out(print({ apiVersion: 'v1', kind: 'List', metadata: {}, items: objects } as unknown as KubeObject));
}
