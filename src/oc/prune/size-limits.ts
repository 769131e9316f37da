import type { LimitRange } from '../../api/core.ts';
import type { Image, ImageStream } from '../../api/image.ts';

/** Is an image bigger than a limit range of the stream's project lets images be? (oc imageprune/prune.go exceedsLimits) */
export function sizeLimits(ranges: readonly LimitRange[]): (stream: ImageStream, image: Image) => boolean {
  return ({ metadata: { namespace } }, { dockerImageMetadata }) =>
    ranges
      .filter(({ metadata }) => metadata.namespace === namespace)
      .flatMap(({ spec }) => spec.limits)
      .some(({ type, max }) => type === 'openshift.io/Image' && max?.storage !== undefined && bytes(max.storage) < (dockerImageMetadata?.Size ?? 0));
}

const powers = ['', 'k', 'm', 'g', 't', 'p', 'e'];

/** A quantity such as `500Mi` or `2G`. */
function bytes(quantity: string): number {
  const [, number = '', power = '', binary = ''] = /^([\d.]+)([kMGTPE]?)(i?)$/i.exec(quantity) ?? [];
  return Number(number) * (binary === '' ? 1000 : 1024) ** powers.indexOf(power.toLowerCase());
}
