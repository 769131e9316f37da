import { OcError } from '../errors.ts';
import { goQuote } from '../go-quote.ts';
import type { Strategy } from './app-config.ts';
import { componentReferenceError } from './classify-arguments.ts';
import type { ComponentMatch, Searcher } from './component-match.ts';
import { NoMatchError } from './errors.ts';
import type { Resolver } from './resolvers.ts';
import { type SourceRepository, sourceRepository } from './source-repository.ts';

/** One component on its way from a word to a match (oc pkg/helpers/newapp/app/componentref.go ComponentInput). */
export interface ComponentInput {
  groupId: number;
  readonly from: string;
  value: string;
  expectToBuild: boolean;
  /** A build from nothing. */
  readonly scratch: boolean;
  uses: SourceRepository | undefined;
  match: ComponentMatch | undefined;
  readonly resolver: Resolver;
  readonly searcher: Searcher;
}

/** Where a component is looked for. */
export interface Lookup {
  readonly resolver: Resolver;
  readonly searcher: Searcher;
}

/** Collects components and repositories, and what is wrong with them (ReferenceBuilder). */
export class ReferenceBuilder {
  readonly components: ComponentInput[] = [];
  readonly repositories: SourceRepository[] = [];
  readonly errors: Error[] = [];
  #groupId = 0;

  /** `a+b` become one group; `image~source` brings its repository along. */
  addComponents(words: readonly string[], lookup: (expectToBuild: boolean) => Lookup): readonly ComponentInput[] {
    const added: ComponentInput[] = [];
    for (const word of words) {
      for (const part of word.split('+')) {
        const component = this.#component(part, lookup);
        if (component) added.push(component);
      }
      this.#groupId++;
    }
    this.components.push(...added);
    return added;
  }

  addRepository(location: string, strategy: Strategy): SourceRepository {
    const existing = this.repositories.find((repository) => repository.location === location);
    if (existing) return existing;
    const repository = sourceRepository(location, strategy);
    this.repositories.push(repository);
    return repository;
  }

  addGroups(groups: readonly string[]): void {
    for (const group of groups) {
      const names = group.split('+');
      if (names.length === 1) this.errors.push(new OcError(`group ${goQuote(group)} only contains a single name`));
      else this.#joinGroup(names);
    }
  }

  #joinGroup(names: readonly string[]): void {
    let groupId: number | undefined;
    for (const name of names) {
      const component = this.components.find(({ value }) => value === name);
      if (!component) {
        this.errors.push(new OcError(`the name ${goQuote(name)} from the group definition is not in use, and can't be used`));
        return;
      }
      groupId ??= component.groupId;
      component.groupId = groupId;
    }
  }

  #component(from: string, lookup: (expectToBuild: boolean) => Lookup): ComponentInput | undefined {
    const error = componentReferenceError(from);
    if (error !== undefined) {
      this.errors.push(new OcError(error));
      return undefined;
    }
    const tilde = from.indexOf('~');
    const value = tilde < 0 ? from : from.slice(0, tilde);
    const component = { ...newComponentInput(from, value, lookup(tilde >= 0)), groupId: this.#groupId, expectToBuild: tilde >= 0 };
    const source = tilde < 0 ? '' : from.slice(tilde + 1);
    if (source !== '') useRepository(component, this.addRepository(source, 'source'));
    return component;
  }
}

/** What one argument or flag names, before it is looked up. */
export function newComponentInput(from: string, value: string, lookup: Lookup, scratch = false): ComponentInput {
  return { groupId: 0, from, value, expectToBuild: scratch, scratch, uses: undefined, match: undefined, ...lookup };
}

/** For components that are no lookup's business. */
export const noLookup: Lookup = {
  resolver: async (value) => {
    throw new NoMatchError(value, '');
  },
  searcher: { type: '', search: async () => ({ matches: [], errors: [] }) },
};

/** Builds a component from this source; the repository is then in use. */
export function useRepository(component: ComponentInput, repository: SourceRepository): void {
  component.uses = repository;
  repository.inUse = true;
}
