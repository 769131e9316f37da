import type { KubeObject } from '../../api/meta.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';
import type { Template } from '../../api/template.ts';
import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { AppConfig } from './app-config.ts';
import type { ComponentInput } from './component-input.ts';
import { type Environment, environmentList } from './environment.ts';

const processedTemplates = { group: 'template.openshift.io', version: 'v1', resource: 'processedtemplates' } as const;

/** The objects of templates, filled in by the server and reported (oc pkg/helpers/newapp/cmd/newapp.go buildTemplates). */
export async function templateObjects(config: AppConfig, components: readonly ComponentInput[]) {
  const objects: KubeObject[] = [];
  for (const component of components) {
    if (config.options.contextDir !== '') throw new OcError('--context-dir is not supported when using a template');
    const processed = processTemplate(config, component.match?.template as Template);
    objects.push(...(processed.objects ?? []).map((object) => withEnvironment(object, config.environment)));
    config.report(describeTemplate(processed, component.value, config.namespace));
  }
  return { objects, name: components[0]?.match?.template?.metadata.name ?? '' };
}

function processTemplate({ client, namespace, parameters, options }: AppConfig, template: Template): Template {
  for (const name of parameters.keys()) {
    if (!options.ignoreUnknownParameters && !template.parameters?.some((parameter) => parameter.name === name)) {
      throw new OcError(`unexpected parameter name ${goQuote(name)}`);
    }
  }
  const filled = (template.parameters ?? []).map((parameter) => {
    const value = parameters.get(parameter.name);
    return value === undefined ? parameter : { name: parameter.name, ...(parameter.displayName && { displayName: parameter.displayName }), value };
  });
  const asked = { ...template, metadata: { ...template.metadata, namespace }, parameters: filled };
  try {
    return client.create(processedTemplates, namespace, asked) as Template;
  } catch (error) {
    throw new OcError(`error processing template ${goQuote(`${namespace}/${template.metadata.name}`)}: ${(error as Error).message}`);
  }
}

/** Variables that were typed win over those of the template. */
function withEnvironment(object: KubeObject, environment: Environment): KubeObject {
  const spec = object.spec as { readonly template?: PodTemplateSpec } | undefined;
  if (!spec?.template?.spec || environment.size === 0) return object;
  const typed = environmentList(environment);
  const containers = spec.template.spec.containers.map((container) => {
    const others = (container.env ?? []).filter(({ name }) => !environment.has(name));
    return { ...container, env: [...typed, ...others] };
  });
  return { ...object, spec: { ...spec, template: { ...spec.template, spec: { ...spec.template.spec, containers } } } };
}

/** (oc pkg/helpers/newapp/cmd/template.go DescribeGeneratedTemplate) */
function describeTemplate(template: Template, input: string, project: string): string {
  const { name, namespace, annotations } = template.metadata;
  const qualified = goQuote(namespace ? `${namespace}/${name}` : name);
  const forInput = input !== '' && input !== name ? ` for ${goQuote(input)}` : '';
  const description = annotations?.description;
  const title = annotations?.['openshift.io/display-name'] || name;
  const lines = [`--> Deploying template ${qualified}${forInput} to project ${project}`, ''];
  if (description || template.message) {
    lines.push(`     ${title}`, '     ---------');
    for (const text of [description, template.message])
      if (text)
        lines.push(
          ...text
            .replace(/\n$/, '')
            .split('\n')
            .map((line) => `     ${line}`),
          '',
        );
  }
  const parameters = (template.parameters ?? []).map(
    (parameter) => `        * ${parameter.displayName || parameter.name}=${parameter.value ?? ''}${parameter.generate ? ' # generated' : ''}`,
  );
  if (parameters.length > 0) lines.push('     * With parameters:', ...parameters, '');
  return lines.map((line) => `${line}\n`).join('');
}
