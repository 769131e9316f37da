import { byScore, type ComponentMatch, type Searcher, type SearchResult } from './component-match.ts';
import { MultipleMatchesError, NoMatchError, NoTagsFoundError, PartialMatchError, throwIfAny } from './errors.ts';

/** Finds the one match for a value, or throws why there is none. */
export type Resolver = (value: string) => Promise<ComponentMatch>;

export interface WeightedSearcher {
  readonly searcher: Searcher;
  /** Places of weight 0 are asked first; heavier ones only when they have no perfect match. */
  readonly weight: number;
}

/** Only a perfect and single match will do (oc pkg/helpers/newapp/app/componentresolvers.go PerfectMatchWeightedResolver). */
export function perfectMatchResolver(places: readonly WeightedSearcher[]): Resolver {
  return async (value) => {
    const errors: Error[] = [];
    const types: string[] = [];
    const candidates: ComponentMatch[] = [];
    for (const { weight, searchers } of groupedByWeight(places)) {
      const found = await searchAll(searchers, true, value);
      errors.push(...found.errors);
      types.push(...searchers.map(({ type }) => type));
      const [best, second] = found.matches;
      if (best?.score === 0 && second?.score !== 0) {
        throwIfAny(errors);
        return best;
      }
      candidates.push(...found.matches.map((match) => (weight === 0 ? match : { ...match, score: weight * match.score })));
    }
    return bestCandidate(value, candidates, types, errors);
  };
}

function bestCandidate(value: string, candidates: readonly ComponentMatch[], types: readonly string[], errors: readonly Error[]): ComponentMatch {
  const [best, second] = byScore(candidates);
  if (!best) throw new NoMatchError(value, types.join(', '), errors);
  if (second && best.score >= second.score) throw new MultipleMatchesError(value, byScore(candidates), errors);
  if (best.score !== 0) {
    if (!second && best.noTagsFound) throw new NoTagsFoundError(value, best, errors);
    throw new PartialMatchError(value, best, errors);
  }
  throwIfAny(errors);
  return best;
}

/** The best match, when no other is as good (HighestUniqueScoreResolver). */
export function highestScoreResolver(searcher: Searcher): Resolver {
  return async (value) => {
    const { matches, errors } = await searcher.search(true, value);
    const sorted = byScore(matches);
    const [best] = sorted;
    if (!best) throw new NoMatchError(value, searcher.type, errors);
    const equal = sorted.filter(({ score }) => score === best.score);
    if (equal.length > 1) throw new MultipleMatchesError(value, equal, errors);
    throwIfAny(errors);
    return best;
  };
}

/** The first match (FirstMatchResolver). */
export function firstMatchResolver(searcher: Searcher): Resolver {
  return async (value) => {
    const { matches, errors } = await searcher.search(true, value);
    const [first] = matches;
    if (!first) throw new NoMatchError(value, searcher.type, errors);
    throwIfAny(errors);
    return first;
  };
}

/** Several places as one, for `--search` (MultiWeightedSearcher). */
export function weightedSearch(places: readonly WeightedSearcher[]): Searcher {
  return {
    type: places.map(({ searcher }) => searcher.type).join(', '),
    search: async (precise, term) => {
      const found = await Promise.all(places.map(async ({ searcher, weight }) => ({ weight, ...(await searcher.search(precise, term)) })));
      const usable = found.filter(({ errors }) => errors.length === 0);
      const matches = usable.flatMap((place) => place.matches.map((match) => ({ ...match, score: match.score + place.weight })));
      return { matches: byScore(matches), errors: found.flatMap(({ errors }) => errors) };
    },
  };
}

function groupedByWeight(places: readonly WeightedSearcher[]): readonly { readonly weight: number; readonly searchers: readonly Searcher[] }[] {
  const groups: { weight: number; searchers: Searcher[] }[] = [];
  for (const { weight, searcher } of places) {
    const last = groups.at(-1);
    if (last?.weight === weight) last.searchers.push(searcher);
    else groups.push({ weight, searchers: [searcher] });
  }
  return groups;
}

/** A place that failed contributes only its failure. */
async function searchAll(searchers: readonly Searcher[], precise: boolean, term: string): Promise<SearchResult> {
  const found = await Promise.all(searchers.map((searcher) => searcher.search(precise, term)));
  const matches = found.filter(({ errors }) => errors.length === 0).flatMap((place) => place.matches);
  return { matches: byScore(matches), errors: found.flatMap(({ errors }) => errors) };
}
