import type { ResourceInfo } from '../../../api/resource.ts';
import type { FieldError } from '../../../api/status.ts';
import type { Template, TemplateParameter } from '../../../api/template.ts';
import { invalidValue, requiredValue } from '../object-meta-validation.ts';
import type { RestStorage } from '../rest-storage.ts';
import { standardStorage } from '../standard-storage.ts';
import { column, nameColumn } from '../tables/human-time.ts';

/** Templates (openshift-apiserver pkg/template/apiserver/registry/template). */
export const templateStorage = (info: ResourceInfo): RestStorage =>
  standardStorage<Template>(
    info,
    { setDefaults: (template) => ({ ...template, objects: template.objects ?? [] }), validate: ({ parameters = [] }) => parameters.flatMap(parameterErrors) },
    {
      table: {
        columns: [nameColumn, column('Description'), column('Parameters'), column('Objects')],
        cells: (object) => {
          const { metadata, objects = [], parameters = [] } = object as Template;
          return [metadata.name, shortDescription(metadata.annotations?.description ?? ''), parametersText(parameters), objects.length];
        },
      },
    },
  );

/** What is wrong with the name of a parameter (openshift-apiserver pkg/template/apis/template/validation ValidateParameter). */
export function parameterErrors({ name }: TemplateParameter, index: number): readonly FieldError[] {
  if (!name) return [requiredValue(`parameters[${index}].name`)];
  return /^[a-zA-Z0-9_]+$/.test(name) ? [] : [invalidValue(`parameters[${index}].name`, name, 'does not match ^[a-zA-Z0-9\\_]+$')];
}

function shortDescription(description: string): string {
  const line = description.split('\n')[0] ?? '';
  return line.length > 80 ? `${line.slice(0, 80).trim()}...` : line;
}

// openshift-apiserver pkg/template/printers/internalversion printTemplate
function parametersText(parameters: readonly TemplateParameter[]): string {
  const generated = parameters.filter(({ generate }) => generate).length;
  const empty = parameters.filter(({ value, generate }) => !value && !generate).length;
  if (empty > 0) return `${parameters.length} (${empty} blank)`;
  return generated > 0 ? `${parameters.length} (${generated} generated)` : `${parameters.length} (all set)`;
}
