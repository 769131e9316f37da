import { type ImageStream, imageGroup } from '../../../../api/image.ts';
import type { FieldError } from '../../../../api/status.ts';
import { specTag } from '../../../../imageutil/tag-references.ts';
import { forbiddenField } from '../../object-meta-validation.ts';
import type { RequestContext } from '../../rest-storage.ts';
import { tagReferenceChanged } from './generations.ts';
import { badFromName, parseFromReference } from './record-tag-changes.ts';

/** Who tags from another project must be allowed to pull there. (strategy.go TagVerifier.Verify) */
export function verifyTags(stream: ImageStream, old: ImageStream | undefined, context: Pick<RequestContext, 'isAllowed'>): readonly FieldError[] {
  const malformed: FieldError[] = [];
  const forbidden: FieldError[] = [];
  for (const reference of stream.spec.tags ?? []) {
    const { from, name } = reference;
    if (!from?.namespace || from.namespace === stream.metadata.namespace) continue;
    const before = old && specTag(old, name);
    if (before && !tagReferenceChanged(before, reference, stream.metadata.namespace)) continue;
    const field = `spec.tags[${name}].from`;
    const parsed = parseFromReference(stream, from);
    if (!parsed) malformed.push(badFromName(field, from));
    else if (!mayPull(context, from.namespace, parsed.name)) forbidden.push(forbiddenField(field, `${from.namespace}/${parsed.name}: "" ""`));
  }
  return [...malformed, ...forbidden];
}

const mayPull = (context: Pick<RequestContext, 'isAllowed'>, namespace: string, name: string) =>
  context.isAllowed({ verb: 'get', group: imageGroup, resource: 'imagestreams', subresource: 'layers', namespace, name });
