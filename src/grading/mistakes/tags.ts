import { all, any, not } from '../predicates/combinators.ts';
import { imageStream } from '../predicates/image-streams.ts';
import { streamTag } from '../predicates/stream-tags.ts';
import { failed, inPattern } from '../predicates/typed-commands.ts';
import { cronJob, job, pod, statefulSet, workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

/** `target`: the tag of the same stream that the alias should follow. */
const alias = ['stream', 'tag', 'target'] as const;
/** `app`: the workload that should use the stream's short name. */
const shortName = ['stream', 'app'] as const;

/** Misconceptions about aliases, promotion, and the resolution of short names. */
export const tagMistakes = {
  aliasAcrossStreams: defineMistake('alias-across-streams', 'aliases-and-promotion#limits', alias, ({ stream, tag, target }) =>
    all(not(streamTag(stream, tag).tracks(target)), failed(new RegExp(`\\btag\\s(?=.*--alias).*\\s${inPattern(`${stream}:${tag}`)}(?!\\S)`))),
  ),
  copyForAlias: defineMistake('copy-for-alias', 'aliases-and-promotion#alias-or-copy', alias, ({ stream, tag }) => streamTag(stream, tag).isPinned),
  aliasOfOther: defineMistake('alias-of-other', 'aliases-and-promotion#move-the-alias', alias, ({ stream, tag, target }) =>
    all(streamTag(stream, tag).isAlias, not(streamTag(stream, tag).tracks(target))),
  ),
  importedForAlias: defineMistake('imported-for-alias', 'aliases-and-promotion#alias-or-copy', alias, ({ stream, tag, target }) =>
    all(streamTag(stream, tag).sameImageAs(stream, target), not(any(streamTag(stream, tag).isAlias, streamTag(stream, tag).isPinned))),
  ),
  lookupOff: defineMistake('lookup-off', 'local-lookup#switch-it-on', ['stream'], ({ stream }) =>
    all(imageStream(stream).exists, not(imageStream(stream).looksUpLocally)),
  ),
  lookupStillOn: defineMistake('lookup-still-on', 'local-lookup#switch-it-off', ['stream'], ({ stream }) => imageStream(stream).looksUpLocally),
  lookupTooLate: defineMistake('lookup-too-late', 'local-lookup#it-works-when-an-object-is-written', shortName, ({ stream, app }) => {
    const shortly = new RegExp(`^${inPattern(stream)}(?::|$)`);
    return all(imageStream(stream).looksUpLocally, any(...[workload, statefulSet, pod, job, cronJob].map((kind) => kind(app).names(shortly))));
  }),
  lookupOnTheStream: defineMistake('lookup-on-the-stream', 'resolve-names-on-a-deployment#ask-for-resolution', shortName, ({ stream, app }) =>
    all(imageStream(stream).looksUpLocally, not(workload(app).resolvesNames)),
  ),
};
