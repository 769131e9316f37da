import type { ImageImportSpec, ImageStreamImport, RepositoryImportSpec } from '../../../../api/image.ts';
import type { FieldError } from '../../../../api/status.ts';
import { parseImageReference } from '../../../../imageutil/image-reference.ts';
import { invalidValue, requiredValue, validateObjectMeta } from '../../object-meta-validation.ts';
import { validateImageStreamName, validateImportPolicy } from '../image-stream/validation.ts';

/** What is wrong with a request to import. (image/validation ValidateImageStreamImport) */
export function validateImageStreamImport({ metadata, spec }: ImageStreamImport): readonly FieldError[] {
  const images = spec.images ?? [];
  const isEmpty = images.length === 0 && !spec.repository;
  return [
    ...images.flatMap((image, index) => imageErrors(image, `spec.images[${index}]`)),
    ...(spec.repository ? repositoryErrors(spec.repository, 'spec.repository') : []),
    ...(isEmpty ? [invalidValue('spec.images', null, 'you must specify at least one image or a repository import')] : []),
    ...validateObjectMeta(metadata, true, validateImageStreamName),
  ];
}

function imageErrors({ from, to, importPolicy }: ImageImportSpec, field: string): readonly FieldError[] {
  const policy = validateImportPolicy(importPolicy ?? {}, `${field}.importPolicy`);
  if (from.kind !== 'DockerImage') return [invalidValue(`${field}.from.kind`, from.kind ?? '', 'only DockerImage is supported'), ...policy];
  const noTarget = to && !to.name ? [invalidValue(`${field}.to.name`, '', 'the name of the target tag must be specified')] : [];
  return [...noTarget, ...nameErrors(from.name ?? '', `${field}.from.name`), ...policy];
}

function nameErrors(name: string, field: string): readonly FieldError[] {
  if (name === '') return [requiredValue(field)];
  // old clients ask for * to learn the tags
  if (name === '*') return [];
  const parsed = parseImageReference(name);
  return parsed.ok ? [] : [invalidValue(field, name, parsed.error)];
}

function repositoryErrors({ from, importPolicy }: RepositoryImportSpec, field: string): readonly FieldError[] {
  const policy = validateImportPolicy(importPolicy ?? {}, `${field}.importPolicy`);
  if (from.kind !== 'DockerImage') return [invalidValue(`${field}.from.kind`, from.kind ?? '', 'only DockerImage is supported'), ...policy];
  const name = from.name ?? '';
  if (name === '') return [requiredValue(`${field}.from.name`, 'container image references require a name'), ...policy];
  const parsed = parseImageReference(name);
  if (!parsed.ok) return [invalidValue(`${field}.from.name`, name, parsed.error), ...policy];
  const isExact = parsed.reference.tag !== '' || parsed.reference.id !== '';
  return [...(isExact ? [invalidValue(`${field}.from.name`, name, 'you must specify an image repository, not a tag or ID')] : []), ...policy];
}
