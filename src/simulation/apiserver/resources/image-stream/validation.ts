import type { ImageStream, TagImportPolicy, TagReference } from '../../../../api/image.ts';
import type { FieldError } from '../../../../api/status.ts';
import { nameTotalLengthMax, parseImageReference } from '../../../../imageutil/image-reference.ts';
import { isValidPathSegmentName } from '../../name-validation.ts';
import { invalidValue, requiredValue } from '../../object-meta-validation.ts';

const nameComponent = '[a-z0-9]+(?:[._-][a-z0-9]+)*';
const wholeName = new RegExp(`^${nameComponent}$`);

/** What is wrong with the name of a stream: it becomes a part of a repository's path. (image/validation ValidateImageStreamName) */
export function validateImageStreamName(name: string): readonly string[] {
  const reasons = isValidPathSegmentName(name);
  if (reasons.length > 0) return reasons;
  return wholeName.test(name) ? [] : [`must match "${nameComponent}"`];
}

/** What is wrong with a stream, its metadata aside. (image/validation ValidateImageStreamWithWhitelister) */
export function validateImageStream(stream: ImageStream): readonly FieldError[] {
  return [...lengthErrors(stream), ...repositoryErrors(stream.spec.dockerImageRepository ?? ''), ...specTagErrors(stream), ...statusErrors(stream)];
}

/** Only references that are new to the status are looked at. (ValidateImageStreamStatusUpdateWithWhitelister) */
export function validateStatusReferences(next: ImageStream, old: ImageStream): readonly FieldError[] {
  const known = new Set((old.status.tags ?? []).flatMap(({ items }) => items ?? []).map((item) => item.dockerImageReference));
  return statusReferences(next).flatMap(({ field, reference }) => {
    const parsed = parseImageReference(reference);
    return known.has(reference) || parsed.ok ? [] : [invalidValue(field, reference, parsed.error)];
  });
}

/** What is wrong with a spec tag. (ValidateImageStreamTagReference) */
export function validateTagReference(tag: TagReference, field: string): readonly FieldError[] {
  const { type } = tag.referencePolicy;
  const policy = type === 'Source' || type === 'Local' ? [] : [invalidValue(`${field}.referencePolicy.type`, type, 'valid values are "Source", "Local"')];
  return [...fromErrors(tag, field), ...policy, ...validateImportPolicy(tag.importPolicy, `${field}.importPolicy`)];
}

/** What is wrong with an import policy. (ValidateImportPolicy) */
export function validateImportPolicy({ importMode }: TagImportPolicy, field: string): readonly FieldError[] {
  if (importMode === undefined || importMode === 'Legacy' || importMode === 'PreserveOriginal') return [];
  return [invalidValue(`${field}.importMode`, importMode, "invalid import mode, valid modes are '', 'Legacy', 'PreserveOriginal'")];
}

function lengthErrors({ metadata: { namespace = '', name } }: ImageStream): readonly FieldError[] {
  if (`${namespace}/${name}`.length <= nameTotalLengthMax) return [];
  return [invalidValue('metadata.name', name, `'namespace/name' cannot be longer than ${nameTotalLengthMax} characters`)];
}

function repositoryErrors(repository: string): readonly FieldError[] {
  if (repository === '') return [];
  const field = 'spec.dockerImageRepository';
  const parsed = parseImageReference(repository);
  if (!parsed.ok) return [invalidValue(field, repository, parsed.error)];
  return [
    ...(parsed.reference.tag === '' ? [] : [invalidValue(field, repository, 'the repository name may not contain a tag')]),
    ...(parsed.reference.id === '' ? [] : [invalidValue(field, repository, 'the repository name may not contain an ID')]),
  ];
}

const specTagErrors = (stream: ImageStream) => (stream.spec.tags ?? []).flatMap((tag) => validateTagReference(tag, `spec.tags[${tag.name}]`));

function fromErrors({ from, importPolicy }: TagReference, field: string): readonly FieldError[] {
  if (!from) return [];
  const name = from.name ?? '';
  const missing = name === '' ? [requiredValue(`${field}.from.name`)] : [];
  switch (from.kind) {
    case 'DockerImage': {
      const parsed = parseImageReference(name);
      return parsed.ok || name === '' ? missing : [...missing, invalidValue(`${field}.from.name`, name, parsed.error)];
    }
    case 'ImageStreamImage':
    case 'ImageStreamTag': {
      const why = 'only tags pointing to Docker repositories may be scheduled for background import';
      return importPolicy.scheduled ? [...missing, invalidValue(`${field}.importPolicy.scheduled`, true, why)] : missing;
    }
    default:
      return [...missing, requiredValue(`${field}.from.kind`, "valid values are 'DockerImage', 'ImageStreamImage', 'ImageStreamTag'")];
  }
}

const statusErrors = (stream: ImageStream) =>
  statusReferences(stream).flatMap(({ field, reference }) => {
    if (reference === '') return [requiredValue(field)];
    const parsed = parseImageReference(reference);
    return parsed.ok ? [] : [invalidValue(field, reference, parsed.error)];
  });

const statusReferences = (stream: ImageStream) =>
  (stream.status.tags ?? []).flatMap(({ tag, items }) =>
    (items ?? []).map((item, index) => ({ field: `status.tags[${tag}].items[${index}].dockerImageReference`, reference: item.dockerImageReference })),
  );
