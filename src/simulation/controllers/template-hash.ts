import { canonical } from '../../api/canonical-json.ts';
import type { PodTemplateSpec } from '../../api/pod.ts';

/** The text that names the ReplicaSet of a pod template: FNV-1a of the template, in the letters Kubernetes takes for names. */
// kubernetes pkg/controller ComputeHash
export function templateHash(template: unknown, collisionCount = 0): string {
  const text = canonical(template) + (collisionCount > 0 ? String(collisionCount) : '');
  return safeEncode(String(fnv1a(text)));
}

/** Do two templates make the same pods? The label with the hash does not count (EqualIgnoreHash). */
export function isSameTemplate(a: PodTemplateSpec, b: PodTemplateSpec): boolean {
  return canonical(withoutHash(a)) === canonical(withoutHash(b));
}

function withoutHash(template: PodTemplateSpec): PodTemplateSpec {
  const { 'pod-template-hash': _, ...labels } = template.metadata?.labels ?? {};
  return { ...template, metadata: { ...template.metadata, labels } };
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}

// k8s.io/apimachinery pkg/util/rand SafeEncodeString
function safeEncode(digits: string): string {
  const alphabet = 'bcdfghjklmnpqrstvwxz2456789';
  return [...digits].map((digit) => alphabet[digit.charCodeAt(0) % alphabet.length]).join('');
}
