import {
  all,
  any,
  defineExercise,
  type FeedbackOf,
  failed,
  imageStream,
  imageStreams,
  imageStreamTags,
  mistakes,
  not,
  otherwise,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const repository = 'quay.io/myorg/myapp';

/** The builds that 1.0 has had, in the order of its history. */
const current = 'sha256:567081613bbce5660deb1b135f87d64505737056b6010d7c56091c6ae7e12e99';
const before = 'sha256:013b00ec4027a1d394df0c5c7c784d5c06a53622c26dc0062a83d8d5157456dc';
const first = 'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a';

const [stable, inUse, next, moving] = ['stable', 'in-use', 'next', '1.0'].map((tag) => streamTag('portal', tag)) as [Tag, Tag, Tag, Tag];
type Tag = ReturnType<typeof streamTag>;
const named = (tag: string) => ({ stream: 'portal', tag, source: `${repository}:2.0` });
const [backoffice, portal, intranet] = [imageStream('backoffice'), imageStream('portal'), imageStream('intranet')];
const withLookup = { stream: 'backoffice' };

const images = 'jsonpath=\'{.status.tags[?(@.tag=="1.0")].items[*].image}\'';
const fromHistory = (at: number) => `$(oc get is portal -o jsonpath='{.status.tags[?(@.tag=="1.0")].items[${at}].image}')`;

/** What a stream remembers, what it was told, and why an import failed: read there, and put to use. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'read-a-stream',
  guides: ['read-an-image-stream', 'stream-tags-and-stream-images', 'change-the-tags-of-a-stream', 'local-lookup'],
  scenario: {
    user: 'developer',
    project: 'frontend',
    setup: [
      { run: `oc import-image portal:1.0 --confirm --from=${repository}:1.0` },
      { run: `oc create deployment shop --image=${repository}@${first}` },
      { pass: '24h' },
      { push: `${repository}:1.0`, variant: 'b' },
      { run: 'oc import-image portal:1.0' },
      { pass: '24h' },
      { push: `${repository}:1.0`, variant: 'c' },
      { run: 'oc import-image portal:1.0' },
      { run: `oc tag ${repository}:2.O portal:next` },
      { run: `oc import-image backoffice:2.0 --confirm --from=${repository}:2.0` },
      { run: 'oc set image-lookup backoffice' },
      { run: 'oc import-image intranet:latest --confirm --from=quay.io/tdonohue/python-hello-world:latest' },
      { pass: '3h' },
    ],
  },
  goals: [
    {
      id: 'previous',
      points: 25,
      about: [imageStreamTags('portal', 'stable'), imageStreamTags('portal', '1.0')],
      check: all(stable.isDeclared, stable.holdsDigest(before), moving.isDeclared, moving.holdsDigest(current)),
      seeWith: 'oc describe imagestream portal',
      diagnoses: [
        { when: all(moving.exists, not(moving.holdsDigest(current))), say: 'moved-1.0', points: 5 },
        mistakes.tagUndeclared(named('1.0')),
        mistakes.tagUndeclared(named('stable'), 10),
        { when: stable.holdsDigest(current), say: 'stable-is-current', points: 5 },
        { when: stable.holdsDigest(first), say: 'stable-is-first', points: 10 },
        { when: stable.exists, say: 'stable-never-there', points: 5 },
        otherwise(mistakes.tagMissing(named('stable'))),
      ],
    },
    {
      id: 'in-use',
      points: 25,
      about: [imageStreamTags('portal', 'in-use')],
      check: all(inUse.isDeclared, inUse.holdsDigest(first)),
      seeWith: "oc get deployment shop -o jsonpath='{.spec.template.spec.containers[0].image}'",
      diagnoses: [
        { ...mistakes.tagUndeclared(named('in-use'), 10), when: all(inUse.holdsDigest(first), not(inUse.isDeclared)) },
        { when: inUse.exists, say: 'not-in-use', points: 5 },
        otherwise(mistakes.tagMissing(named('in-use'))),
      ],
    },
    {
      id: 'repaired',
      points: 25,
      about: [imageStreamTags('portal', 'next')],
      check: all(next.isImportedFrom(`${repository}:2.0`), next.holds({ host: 'quay.io', repository: 'myorg/myapp', tag: '2.0' })),
      seeWith: "oc get imagestream portal -o jsonpath='{.status.tags}'",
      diagnoses: [
        { ...mistakes.sourceNotChanged(named('next')), when: all(next.isImportedFrom(`${repository}:2.O`), failed(/import-image\s.*next.*--from/)) },
        {
          ...mistakes.istagNotUpdated(named('next')),
          when: all(next.isImportedFrom(`${repository}:2.O`), failed(/create\s+(?:istag|imagestreamtag)\s.*next/)),
        },
        mistakes.importNotFound(named('next')),
        mistakes.importFailed(named('next')),
        mistakes.tagMissing(named('next')),
        otherwise(mistakes.otherSource(named('next'), 5)),
      ],
    },
    {
      id: 'lookup',
      points: 25,
      about: [imageStreams('backoffice')],
      check: all(backoffice.exists, portal.exists, intranet.exists, not(any(backoffice.looksUpLocally, portal.looksUpLocally, intranet.looksUpLocally))),
      seeWith: 'oc set image-lookup',
      diagnoses: [
        mistakes.lookupStillOn(withLookup),
        { when: any(portal.looksUpLocally, intranet.looksUpLocally), say: 'lookup-elsewhere', points: 5 },
        mistakes.streamMissing({ stream: 'intranet' }),
        otherwise(mistakes.streamMissing(withLookup)),
      ],
    },
  ],
  solution: [
    'oc describe is portal',
    `oc get is portal -o ${images}`,
    `oc tag portal@${before} portal:stable`,
    "oc get deployment shop -o jsonpath='{.spec.template.spec.containers[0].image}'",
    `oc tag portal@${first} portal:in-use`,
    `oc tag ${repository}:2.0 portal:next`,
    'oc set image-lookup',
    'oc set image-lookup backoffice --enabled=false',
    'oc describe is portal',
  ],
  ways: [
    {
      id: 'by-index',
      commands: [
        `oc create istag portal:stable --from=portal@${fromHistory(1)}`,
        `oc create istag portal:in-use --from=portal@${fromHistory(2)}`,
        'oc tag -d portal:next',
        `oc import-image portal:next --from=${repository}:2.0`,
        `oc patch is backoffice -p '{"spec":{"lookupPolicy":{"local":false}}}'`,
      ],
    },
  ],
});
