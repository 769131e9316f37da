import type { ResourceInfo } from '../../../api/resource.ts';
import { invalid } from '../../../api/status.ts';
import type { Template } from '../../../api/template.ts';
import { processTemplate } from '../../../api/template-processing.ts';
import type { RestStorage } from '../rest-storage.ts';
import { parameterErrors } from './template.ts';

/** Fills in the template that is posted and keeps nothing (openshift-apiserver pkg/template/apiserver/registry/template/rest.go). */
export const processedTemplateStorage = (info: ResourceInfo): RestStorage => ({
  info,
  create: ({ identity }, object) => {
    const template = object as Template;
    const errors = (template.parameters ?? []).flatMap(parameterErrors);
    if (errors.length > 0) throw invalid({ group: info.group, kind: 'Template' }, template.metadata.name, errors);
    return processTemplate(template, () => identity.number());
  },
});
