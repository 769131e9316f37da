import type { DockerImage, ImageStream } from '../../api/image.ts';
import type { KubeObject } from '../../api/meta.ts';
import { specTag } from '../../imageutil/tag-references.ts';
import { hasAnnotationTag } from './image-streams.ts';

/** Something that was found for what the user typed. */
export interface ComponentMatch {
  /** The value that was searched for. */
  readonly value: string;
  /** How to name this match beyond doubt, for instance `--image-stream="demo/app:1"`. */
  readonly argument: string;
  readonly name: string;
  readonly description: string;
  /** 0 is exact, more is worse. */
  readonly score: number;
  readonly insecure?: boolean;
  readonly localOnly?: boolean;
  readonly noTagsFound?: boolean;
  readonly dockerImage?: DockerImage | undefined;
  readonly imageStream?: ImageStream | undefined;
  readonly imageTag?: string;
  readonly importMode?: string;
  readonly template?: KubeObject;
  /** Where a container image was found, in words. */
  readonly registry?: string;
  /** The server can import single tags of it. */
  readonly directTag?: boolean;
}

export interface SearchResult {
  readonly matches: readonly ComponentMatch[];
  readonly errors: readonly Error[];
}

/** A place to look in. `precise` lets it stop at its first exact matches. */
export interface Searcher {
  readonly type: string;
  search(precise: boolean, term: string): Promise<SearchResult>;
}

export const byScore = (matches: readonly ComponentMatch[]): readonly ComponentMatch[] => [...matches].sort((a, b) => a.score - b.score);

/** How close a name is to a query; below 0.3 counts as found (oc pkg/helpers/newapp/app/scorers.go stringProximityScorer). */
export function proximityScore(name: string, query: string): number {
  const [lowerName, lowerQuery] = [name.toLowerCase(), query.toLowerCase()];
  if (query === '*' || name === query) return 0;
  if (lowerName === lowerQuery) return 0.02;
  if (name.startsWith(query)) return 0.1;
  if (lowerName.startsWith(lowerQuery)) return 0.12;
  if (name.includes(query)) return 0.2;
  return lowerName.includes(lowerQuery) ? 0.22 : 1;
}

const builderEnvironment = ['STI_LOCATION', 'STI_SCRIPTS_URL', 'STI_BUILDER'];

/** Is the match a source-to-image builder? (oc pkg/helpers/newapp/app/builder.go IsBuilderMatch) */
export function isBuilderMatch(match: ComponentMatch): boolean {
  const config = match.dockerImage?.Config;
  if (config?.Labels?.['io.openshift.s2i.scripts-url'] !== undefined) return true;
  if (config?.Env?.some((entry) => builderEnvironment.some((name) => entry.startsWith(`${name}=`)))) return true;
  const tag = match.imageStream && specTag(match.imageStream, match.imageTag ?? '');
  if (tag && hasAnnotationTag(tag, 'builder')) return true;
  return match.imageStream === undefined && match.template === undefined && match.importMode === 'PreserveOriginal';
}
