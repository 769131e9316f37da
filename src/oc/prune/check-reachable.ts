import type { Image, ImageStream } from '../../api/image.ts';
import { managedByOpenShiftAnnotation } from '../../api/image.ts';
import { tryParseImageReference } from '../../imageutil/image-reference.ts';
import type { OcContext } from '../command.ts';
import { OcError } from '../errors.ts';

/** Checks that the cluster's own registry is there and lets the user in (oc images.go Run, imageprune/helper.go DetermineRegistryHost). */
export function checkReachable(oc: OcContext, typed: string, insecure: boolean, cluster: Parameters<typeof determineHost>[0]): void {
  const named = typed || determineHost(cluster);
  const host = named.replace(/^https?:\/\//, '').replace(/\/$/, '');
  const answer = oc.host.registries.ping({ host, credentials: { username: 'unused', password: oc.credentials.token ?? '' }, insecure });
  if (answer.ok) return;
  const isOutOfReach = typed === '' && /(?:operation|connection) timed out|no such host/.test(answer.message);
  const hint = isOutOfReach ? '\n* Please provide a reachable route to the integrated registry using --registry-url.' : '';
  // it asks for the registry's front page, not for its protocol
  throw new OcError(`failed to ping registry ${named}: ${answer.message.replace('/v2/"', '/"')}${hint}`);
}

/** As the newest image that was pushed tells, or else the oldest stream that has a repository. */
function determineHost({ images, streams }: { readonly images: readonly Image[]; readonly streams: readonly ImageStream[] }): string {
  const managed = images.filter(({ metadata }) => metadata.annotations?.[managedByOpenShiftAnnotation] === 'true');
  const newestFirst = <T extends Image | ImageStream>(objects: readonly T[]) => objects.toSorted((a, b) => createdAt(b) - createdAt(a));
  const repositories = newestFirst(streams).map(({ status }) => status.dockerImageRepository);
  const pullSpec = managed.length > 0 ? newestFirst(managed)[0]?.dockerImageReference : repositories.findLast((repository) => repository !== '');
  if (!pullSpec) throw new OcError('unable to find the remote registry host: no managed image found');
  const registry = tryParseImageReference(pullSpec)?.registry ?? '';
  if (registry === '') throw new OcError(`unable to find the remote registry host: ${pullSpec} does not include a registry`);
  return registry;
}

const createdAt = ({ metadata }: Image | ImageStream) => Date.parse(metadata.creationTimestamp ?? '');
