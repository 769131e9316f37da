import { type Image, imageGroup } from '../../../api/image.ts';
import type { KubeObject } from '../../../api/meta.ts';
import type { ResourceInfo } from '../../../api/resource.ts';
import { alreadyExists, badRequest, type FieldError, invalid, notFound, type Status } from '../../../api/status.ts';
import { isValidPathSegmentName } from '../name-validation.ts';
import { forbiddenField, invalidValue, requiredValue, validateObjectMeta } from '../object-meta-validation.ts';
import type { RequestContext, RestStorage } from '../rest-storage.ts';
import { textOf } from './image-stream/decode.ts';

const resource = { group: imageGroup, resource: 'imageSignatures' } as const;

/** Signatures are kept with their image and can only be added and removed. (openshift-apiserver registry/imagesignature/rest.go) */
export const imageSignatureStorage = (info: ResourceInfo): RestStorage => ({ info, create: addSignature, delete: removeSignature });

function addSignature(context: RequestContext, signature: KubeObject): KubeObject {
  const { name } = signature.metadata;
  const errors = validateSignature(signature);
  if (errors.length > 0) throw invalid({ group: imageGroup, kind: 'ImageSignature' }, name, errors);
  const image = requireImage(context, splitName(name)?.imageName ?? '');
  const known = image.signatures ?? [];
  const isKnown = known.some((other) => other.metadata.name === name || (other.type === signature.type && other.content === signature.content));
  if (isKnown) throw alreadyExists(resource, name);
  const { apiVersion: _, kind: __, ...embedded } = signature;
  writeSignatures(context, image, [...known, embedded as KubeObject]);
  return signature;
}

function removeSignature(context: RequestContext, name: string): Status {
  const parts = splitName(name);
  if (!parts) throw badRequest('ImageSignatures must be accessed with <imageName>@<signatureName>');
  const image = requireImage(context, parts.imageName);
  const left = (image.signatures ?? []).filter(({ metadata }) => metadata.name !== name);
  if (left.length === (image.signatures ?? []).length) throw notFound(resource, name);
  writeSignatures(context, image, left);
  return { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success' };
}

function requireImage(context: RequestContext, name: string): Image {
  const images = { group: imageGroup, resource: 'images' };
  const found = context.store.get(images, undefined, name) as Image | undefined;
  if (!found) throw notFound(images, name);
  return found;
}

function writeSignatures(context: RequestContext, image: Image, signatures: readonly KubeObject[]): void {
  const { signatures: _, ...rest } = image;
  context.storage(imageGroup, 'images').update?.({ ...context, namespace: undefined }, image.metadata.name, {
    ...rest,
    ...(signatures.length > 0 && { signatures }),
  } as Image);
}

// image/validation validateImageSignature
function validateSignature(signature: KubeObject): readonly FieldError[] {
  const { metadata } = signature;
  return [
    ...validateObjectMeta(metadata, false, isValidPathSegmentName),
    ...(metadata.labels ? [forbiddenField('metadata.labels', 'signature labels cannot be set')] : []),
    ...(metadata.annotations ? [forbiddenField('metadata.annotations', 'signature annotations cannot be set')] : []),
    ...(splitName(metadata.name) ? [] : [invalidValue('metadata.name', metadata.name, 'name must be of format <imageName>@<signatureName>')]),
    ...(textOf(signature.type) === '' ? [requiredValue('type')] : []),
    ...(textOf(signature.content) === '' ? [requiredValue('content')] : []),
  ];
}

function splitName(name: string): { readonly imageName: string; readonly signatureName: string } | undefined {
  const [imageName = '', signatureName = '', ...more] = name.split('@');
  return imageName === '' || signatureName === '' || more.length > 0 ? undefined : { imageName, signatureName };
}
