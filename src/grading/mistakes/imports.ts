import { all, not } from '../predicates/combinators.ts';
import { imageStream } from '../predicates/image-streams.ts';
import { anyTagIsImportedFrom, streamTag } from '../predicates/stream-tags.ts';
import { failed, typed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

interface Named extends Readonly<Record<string, string>> {
  readonly stream: string;
}

interface Tagged extends Named {
  readonly tag: string;
}

interface Sourced extends Tagged {
  /** The whole name of the image in its registry. */
  readonly source: string;
}

const commandFor = (verb: string, stream: string) => new RegExp(`^\\s*oc\\s.*\\b${verb}\\b.*(?<![\\w./-])${stream}(?![\\w-])`);

/** Misconceptions about making image streams and importing into them. */
export const importMistakes = {
  streamElsewhere: defineMistake('stream-elsewhere', 'share-a-stream-between-projects#a-stream-in-one-project', ({ stream }: Named) =>
    all(not(imageStream(stream).exists), imageStream(stream).existsElsewhere),
  ),
  withoutConfirm: defineMistake('without-confirm', 'import-an-image#confirm', ({ stream }: Named) =>
    all(not(imageStream(stream).exists), failed(commandFor('import-image', stream)), not(typed(/import-image.*--confirm/))),
  ),
  dryRunTaken: defineMistake('dry-run-taken-for-import', 'import-an-image#dry-run', ({ stream }: Named) =>
    all(not(imageStream(stream).exists), typed(/(?:import-image|tag|create).*--dry-run/)),
  ),
  scheduledOnCreate: defineMistake('scheduled-on-create', 'three-ways-to-a-tag#empty-stream', ({ stream }: Named) =>
    all(not(imageStream(stream).hasImage), failed(/create\s+(?:is|imagestream)\b.*--scheduled/)),
  ),
  streamMissing: defineMistake('stream-missing', 'import-an-image#import', ({ stream }: Named) => not(imageStream(stream).exists)),
  importUnauthorized: defineMistake('import-unauthorized', 'troubleshoot-imports#unauthorized', ({ stream, tag }: Tagged) =>
    streamTag(stream, tag).importFailed('Unauthorized'),
  ),
  importNotFound: defineMistake('import-not-found', 'troubleshoot-imports#not-found', ({ stream, tag }: Tagged) =>
    streamTag(stream, tag).importFailed('NotFound'),
  ),
  importFailed: defineMistake('import-failed', 'troubleshoot-imports#read-the-reason', ({ stream, tag }: Tagged) => streamTag(stream, tag).importFailed()),
  streamEmpty: defineMistake('stream-empty', 'three-ways-to-a-tag#empty-stream', ({ stream }: Named) =>
    all(imageStream(stream).exists, imageStream(stream).hasNoTags),
  ),
  tagFromSource: defineMistake('tag-from-source', 'import-an-image#which-tag', ({ stream, tag, source }: Sourced) =>
    all(not(streamTag(stream, tag).exists), anyTagIsImportedFrom(stream, source)),
  ),
  tagMissing: defineMistake('tag-missing', 'three-ways-to-a-tag#which-one', ({ stream, tag }: Tagged) =>
    all(imageStream(stream).exists, not(streamTag(stream, tag).exists)),
  ),
  tagReversed: defineMistake('tag-reversed', 'three-ways-to-a-tag#oc-tag', ({ stream, tag }: Tagged) =>
    all(not(streamTag(stream, tag).exists), typed(new RegExp(`^\\s*oc\\s+tag\\s+${stream}:${tag.replaceAll('.', '\\.')}\\s+\\S+`))),
  ),
  istagNotUpdated: defineMistake('istag-not-updated', 'three-ways-to-a-tag#existing-tag', ({ stream }: Named) =>
    failed(commandFor('create\\s+(?:istag|imagestreamtag)', stream)),
  ),
  sourceNotChanged: defineMistake('source-not-changed', 'change-the-tags-of-a-stream#another-source', ({ stream }: Named) =>
    failed(new RegExp(`import-image\\s.*${stream}\\b.*--from`)),
  ),
  staleTag: defineMistake('stale-tag', 'import-an-image#import-again', ({ stream, tag, source }: Sourced) =>
    all(streamTag(stream, tag).exists, streamTag(stream, tag).isImportedFrom(source)),
  ),
  notAllTags: defineMistake('not-all-tags', 'import-all-tags#import-all', ({ stream }: Named) => all(imageStream(stream).hasImage, not(typed(/--all\b/)))),
  statusByHand: defineMistake('status-by-hand', 'declare-an-image-stream#status', ({ stream }: Named) =>
    all(imageStream(stream).exists, not(imageStream(stream).hasImage), not(imageStream(stream).hasSource)),
  ),
  notScheduled: defineMistake('not-scheduled', 'scheduled-import#schedule-a-tag', ({ stream, tag }: Tagged) =>
    all(streamTag(stream, tag).isDeclared, not(streamTag(stream, tag).isScheduled)),
  ),
  stillScheduled: defineMistake('still-scheduled', 'scheduled-import#end', ({ stream, tag }: Tagged) => streamTag(stream, tag).isScheduled),
  notReferencedLocally: defineMistake('not-referenced-locally', 'reference-policy#local', ({ stream, tag }: Tagged) =>
    all(streamTag(stream, tag).isDeclared, not(streamTag(stream, tag).isReferencedLocally)),
  ),
  insecureInstead: defineMistake('insecure-instead', 'trusted-certificates#insecure', ({ stream, tag }: Tagged) => streamTag(stream, tag).isInsecure),
};
