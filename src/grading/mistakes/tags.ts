import { all, not } from '../predicates/combinators.ts';
import { imageStream } from '../predicates/image-streams.ts';
import { streamTag } from '../predicates/stream-tags.ts';
import { failed, typed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

interface Alias extends Readonly<Record<string, string>> {
  readonly stream: string;
  readonly tag: string;
  readonly target: string;
}

interface Stream extends Readonly<Record<string, string>> {
  readonly stream: string;
}

interface ShortName extends Stream {
  /** The workload that should use the name. */
  readonly app: string;
}

/** Misconceptions about aliases, promotion, and the resolution of short names. */
export const tagMistakes = {
  aliasAcrossStreams: defineMistake('alias-across-streams', 'aliases-and-promotion#limits', ({ stream, tag, target }: Alias) =>
    all(not(streamTag(stream, tag).tracks(target)), failed(/\btag\b.*--alias/)),
  ),
  copyForAlias: defineMistake('copy-for-alias', 'aliases-and-promotion#alias-or-copy', ({ stream, tag }: Alias) => streamTag(stream, tag).isPinned),
  aliasOfOther: defineMistake('alias-of-other', 'aliases-and-promotion#move-the-alias', ({ stream, tag, target }: Alias) =>
    all(streamTag(stream, tag).isAlias, not(streamTag(stream, tag).tracks(target))),
  ),
  importedForAlias: defineMistake('imported-for-alias', 'aliases-and-promotion#alias-or-copy', ({ stream, tag, target }: Alias) =>
    all(streamTag(stream, tag).sameImageAs(stream, target), not(streamTag(stream, tag).isAlias)),
  ),
  lookupOff: defineMistake('lookup-off', 'local-lookup#switch-it-on', ({ stream }: Stream) =>
    all(imageStream(stream).exists, not(imageStream(stream).looksUpLocally)),
  ),
  lookupStillOn: defineMistake('lookup-still-on', 'local-lookup#switch-it-off', ({ stream }: Stream) => imageStream(stream).looksUpLocally),
  lookupTooLate: defineMistake('lookup-too-late', 'local-lookup#it-works-when-an-object-is-written', ({ stream }: ShortName) =>
    all(imageStream(stream).looksUpLocally, typed(/create|apply|run/)),
  ),
  lookupOnTheStream: defineMistake(
    'lookup-on-the-stream',
    'resolve-names-on-a-deployment#which-of-the-two',
    ({ stream }: ShortName) => imageStream(stream).looksUpLocally,
  ),
};
