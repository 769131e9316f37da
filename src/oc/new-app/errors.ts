import { goQuote } from '../go-quote.ts';
import type { ComponentMatch } from './component-match.ts';

/** Nothing was found for a value (oc pkg/helpers/newapp/app/errors.go ErrNoMatch). */
export class NoMatchError extends Error {
  readonly value: string;
  readonly others: readonly Error[];
  constructor(value: string, type: string, others: readonly Error[] = []) {
    super(`unable to locate any ${type} with name ${goQuote(value)}`);
    this.value = value;
    this.others = others;
  }
}

/** The best that was found is not what was asked for (ErrPartialMatch). */
export class PartialMatchError extends Error {
  readonly value: string;
  readonly match: ComponentMatch;
  readonly others: readonly Error[];
  constructor(value: string, match: ComponentMatch, others: readonly Error[]) {
    super(`only a partial match was found for ${goQuote(value)}: ${goQuote(match.name)}`);
    this.value = value;
    this.match = match;
    this.others = others;
  }
}

/** The image stream is there, but has no images (ErrNoTagsFound). */
export class NoTagsFoundError extends Error {
  readonly value: string;
  readonly match: ComponentMatch;
  readonly others: readonly Error[];
  constructor(value: string, match: ComponentMatch, others: readonly Error[]) {
    const { namespace, name } = match.imageStream?.metadata ?? { name: '' };
    super(`no tags found on matching image stream: ${goQuote(`${namespace}/${name}`)}`);
    this.value = value;
    this.match = match;
    this.others = others;
  }
}

/** Several things fit equally well (ErrMultipleMatches). */
export class MultipleMatchesError extends Error {
  readonly value: string;
  readonly matches: readonly ComponentMatch[];
  readonly others: readonly Error[];
  constructor(value: string, matches: readonly ComponentMatch[], others: readonly Error[]) {
    super(`multiple images or templates matched ${goQuote(value)}`);
    this.value = value;
    this.matches = matches;
    this.others = others;
  }
}

/** Nothing to work on was typed (ErrNoInputs). */
export class NoInputsError extends Error {}

/** Throws when there are failures; a single one is thrown as it is. */
export function throwIfAny(errors: readonly Error[]): void {
  if (errors.length === 1) throw errors[0];
  if (errors.length > 1) throw new AggregateError(errors);
}
