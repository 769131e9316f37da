import { all, not } from '../predicates/combinators.ts';
import { imageStream } from '../predicates/image-streams.ts';
import { tagIsBehind } from '../predicates/stale-tags.ts';
import { anyTagIsImportedFrom, streamTag } from '../predicates/stream-tags.ts';
import { failed, inPattern, succeeded, typed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

const stream = ['stream'] as const;
const tagged = ['stream', 'tag'] as const;
/** `source`: the whole name of the image in its registry. */
const sourced = ['stream', 'tag', 'source'] as const;

/** A command that names the stream, with what else stands in it, before or after. */
const commandFor = (verb: string, name: string, also = '') => new RegExp(`^\\s*oc\\s(?=.*${also}).*\\b${verb}\\b.*(?<![\\w./-])${inPattern(name)}(?![\\w-])`);

/** Misconceptions about making image streams and importing into them. */
export const importMistakes = {
  streamElsewhere: defineMistake('stream-elsewhere', 'share-a-stream-between-projects#a-stream-in-one-project', stream, (named) =>
    all(not(imageStream(named.stream).exists), imageStream(named.stream).existsElsewhere),
  ),
  withoutConfirm: defineMistake('without-confirm', 'import-an-image#confirm', stream, (named) =>
    all(
      not(imageStream(named.stream).exists),
      failed(commandFor('import-image', named.stream)),
      not(typed(commandFor('import-image', named.stream, '--confirm'))),
    ),
  ),
  dryRunTaken: defineMistake('dry-run-taken-for-import', 'import-an-image#dry-run', stream, (named) =>
    all(not(imageStream(named.stream).exists), typed(commandFor('(?:import-image|tag|create)', named.stream, '--dry-run'))),
  ),
  scheduledOnCreate: defineMistake('scheduled-on-create', 'scheduled-import#schedule-a-tag', stream, (named) =>
    all(not(imageStream(named.stream).hasImage), failed(commandFor('create\\s+(?:is|imagestreams?)', named.stream, '--scheduled'))),
  ),
  streamMissing: defineMistake('stream-missing', 'import-an-image#import', stream, (named) => not(imageStream(named.stream).exists)),
  importUnauthorized: defineMistake('import-unauthorized', 'troubleshoot-imports#unauthorized', tagged, (named) =>
    streamTag(named.stream, named.tag).importFailed('Unauthorized'),
  ),
  importNotFound: defineMistake('import-not-found', 'troubleshoot-imports#not-found', tagged, (named) =>
    streamTag(named.stream, named.tag).importFailed('NotFound'),
  ),
  importFailed: defineMistake('import-failed', 'troubleshoot-imports#read-the-reason', tagged, (named) => streamTag(named.stream, named.tag).importFailed()),
  streamEmpty: defineMistake('stream-empty', 'three-ways-to-a-tag#empty-stream', stream, (named) =>
    all(imageStream(named.stream).exists, imageStream(named.stream).hasNoTags),
  ),
  tagFromSource: defineMistake('tag-from-source', 'import-an-image#which-tag', sourced, ({ source, ...named }) =>
    all(not(streamTag(named.stream, named.tag).exists), anyTagIsImportedFrom(named.stream, source)),
  ),
  tagMissing: defineMistake('tag-missing', 'three-ways-to-a-tag#which-one', tagged, (named) =>
    all(imageStream(named.stream).exists, not(streamTag(named.stream, named.tag).exists)),
  ),
  tagUndeclared: defineMistake('tag-undeclared', 'declare-an-image-stream#remove-a-tag', tagged, (named) =>
    all(streamTag(named.stream, named.tag).exists, not(streamTag(named.stream, named.tag).isDeclared)),
  ),
  tagReversed: defineMistake('tag-reversed', 'three-ways-to-a-tag#oc-tag', tagged, (named) =>
    all(
      not(streamTag(named.stream, named.tag).exists),
      typed(new RegExp(`^\\s*oc\\s+tag\\s+(?:-\\S+\\s+)*${inPattern(`${named.stream}:${named.tag}`)}\\s+[^-\\s]`)),
    ),
  ),
  istagNotUpdated: defineMistake('istag-not-updated', 'three-ways-to-a-tag#existing-tag', stream, (named) =>
    all(imageStream(named.stream).hasImage, failed(commandFor('create\\s+(?:istag|imagestreamtags?)', named.stream))),
  ),
  otherSource: defineMistake('other-source', 'change-the-tags-of-a-stream#another-source', sourced, ({ source, ...named }) =>
    all(streamTag(named.stream, named.tag).isDeclared, not(streamTag(named.stream, named.tag).isImportedFrom(source))),
  ),
  sourceNotChanged: defineMistake('source-not-changed', 'change-the-tags-of-a-stream#another-source', stream, (named) =>
    all(imageStream(named.stream).hasSource, not(imageStream(named.stream).importFailed()), failed(commandFor('import-image', named.stream, '--from'))),
  ),
  staleTag: defineMistake('stale-tag', 'import-an-image#import-again', sourced, ({ source, ...named }) =>
    all(streamTag(named.stream, named.tag).isImportedFrom(source), tagIsBehind(named.stream, named.tag, source)),
  ),
  notAllTags: defineMistake('not-all-tags', 'import-all-tags#import-all', stream, (named) =>
    all(imageStream(named.stream).hasImage, not(succeeded(commandFor('import-image', named.stream, '--all\\b(?!=false)')))),
  ),
  statusByHand: defineMistake('status-by-hand', 'declare-an-image-stream#status', stream, (named) =>
    all(imageStream(named.stream).hasNoTags, imageStream(named.stream).wasAppliedWithStatus),
  ),
  notScheduled: defineMistake('not-scheduled', 'scheduled-import#schedule-a-tag', tagged, (named) =>
    all(streamTag(named.stream, named.tag).isDeclared, not(streamTag(named.stream, named.tag).isScheduled)),
  ),
  stillScheduled: defineMistake('still-scheduled', 'scheduled-import#end', tagged, (named) => streamTag(named.stream, named.tag).isScheduled),
  notReferencedLocally: defineMistake('not-referenced-locally', 'reference-policy#local', tagged, (named) =>
    all(streamTag(named.stream, named.tag).isDeclared, not(streamTag(named.stream, named.tag).isReferencedLocally)),
  ),
  insecureInstead: defineMistake('insecure-instead', 'trusted-certificates#insecure', tagged, (named) => streamTag(named.stream, named.tag).isInsecure),
};
