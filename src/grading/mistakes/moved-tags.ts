import { all, not } from '../predicates/combinators.ts';
import { tagIsBehind } from '../predicates/stale-tags.ts';
import { streamTag } from '../predicates/stream-tags.ts';
import { inPattern, succeeded } from '../predicates/typed-commands.ts';
import { deployment, workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

/** The tag that the workload follows. */
const following = ['app', 'stream', 'tag'] as const;
const did = (verbs: string, app: string) => succeeded(new RegExp(`\\b${verbs}\\b.*(?<![\\w.-])${inPattern(app)}(?![\\w.-])`));

/** Misconceptions about moving a tag, and about what a move brings about. */
export const movedTagMistakes = {
  tagOtherImage: defineMistake('tag-other-image', 'change-the-tags-of-a-stream#another-version', ['stream', 'tag', 'source'], ({ stream, tag, source }) =>
    tagIsBehind(stream, tag, source),
  ),
  copyForSource: defineMistake(
    'copy-for-source',
    'change-the-tags-of-a-stream#within-the-stream',
    ['stream', 'tag', 'source'],
    ({ stream, tag }) => streamTag(stream, tag).isPinned,
  ),
  aliasForCopy: defineMistake('alias-for-copy', 'aliases-and-promotion#alias-or-copy', ['stream', 'tag'], ({ stream, tag }) => streamTag(stream, tag).isAlias),
  imageByHand: defineMistake('image-by-hand', 'move-to-a-new-version#set-image', following, ({ app, stream, tag }) =>
    all(workload(app).follows(stream, tag), did('set\\s+image', app)),
  ),
  restartForImport: defineMistake('restart-for-import', 'move-to-a-new-version#the-same-tag', following, ({ app, stream, tag }) =>
    all(workload(app).runsTag(stream, tag), did('rollout\\s+(?:restart|latest)', app)),
  ),
  paused: defineMistake('paused', 'image-triggers-on-deployments#manual-and-automatic', ['app'], ({ app }) => deployment(app).isPaused),
  rolloutUnfinished: defineMistake('rollout-unfinished', 'follow-a-rollout#stuck', ['app'], ({ app }) =>
    all(workload(app).exists, not(deployment(app).isPaused), not(workload(app).wantsNoPods)),
  ),
};
