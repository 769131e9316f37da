import { OcError } from './errors.ts';

/** `a=1,b=2` as a map (k8s.io/kubectl pkg/generate ParseLabels). */
export function parseLabels(text: string): Readonly<Record<string, string>> {
  if (text === '') throw new OcError('no label spec passed');
  const pairs = text.split(',').map((part): readonly [string, string] => {
    const [name = '', value, ...more] = part.split('=');
    if (value === undefined || more.length > 0) throw new OcError(`unexpected label spec: ${part}`);
    return [name, value];
  });
  return Object.fromEntries(pairs);
}
