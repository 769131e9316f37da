import { defineAttempts } from '../../src/grading/index.ts';

const apache = 'docker.io/bitnami/apache:2.4';
const rhel = 'quay.io/redhattraining/httpd-24:latest';
const tidy = 'oc tag -d approved-apache:test';
const mend = `sed -i 's/name: 2.4/name: "2.4"/' approved-apache.yaml`;

interface Entry {
  readonly name: string;
  readonly from: string;
  readonly policy?: string;
}

/** The stream as JSON, which `oc` reads as YAML. */
const stream = (tags: readonly Entry[], rest: object = {}) =>
  JSON.stringify({
    apiVersion: 'image.openshift.io/v1',
    kind: 'ImageStream',
    metadata: { name: 'approved-apache' },
    spec: {
      tags: tags.map(({ name, from, policy }) => ({ name, from: { kind: 'DockerImage', name: from }, ...(policy && { referencePolicy: { type: policy } }) })),
    },
    ...rest,
  });

const withFile = (verb: string, tags: readonly Entry[], rest?: object) => `oc ${verb} -f - <<'EOF'\n${stream(tags, rest)}\nEOF`;
const both: readonly Entry[] = [
  { name: '2.4', from: apache },
  { name: 'rhel', from: rhel, policy: 'Local' },
];
const [first, second] = both as [Entry, Entry];

const addRhel = `cat >> approved-apache.yaml <<'EOF'
  - name: rhel
    from:
      kind: DockerImage
      name: ${rhel}
    referencePolicy:
      type: Local
EOF`;

export default defineAttempts({
  accepted: {
    'the draft mended, applied, and completed': [
      mend,
      'oc apply -f approved-apache.yaml',
      addRhel,
      'oc apply -f ./approved-apache.yaml',
      'oc delete istag/approved-apache:test',
    ],
    'replaced without the tag, and applied': [
      withFile('create', both),
      withFile('apply', both),
      `oc patch is approved-apache --type=json -p '[{"op":"remove","path":"/spec/tags/2"}]'`,
      tidy,
    ],
    'the stream written to a file, and applied': [
      `oc import-image approved-apache:2.4 --from=${apache} --confirm`,
      `oc import-image approved-apache:rhel --from=${rhel} --reference-policy=local`,
      tidy,
      'oc get is approved-apache -o yaml > approved-apache.yaml',
      'oc apply -f approved-apache.yaml',
    ],
    'short names of the images': [withFile('apply', [{ name: '2.4', from: 'bitnami/apache:2.4', policy: 'Source' }, second]), tidy],
  },
  wrong: {
    'nothing but looking around': { run: ['ls', 'cat approved-apache.yaml', 'oc get is'], misses: 'apache', says: 'mistake:stream-missing' },
    'the draft as it is': { run: ['oc apply -f approved-apache.yaml'], misses: 'apache', says: 'file-refused' },
    'a preview taken for the file': {
      run: [mend, 'oc apply -f approved-apache.yaml --dry-run=server'],
      misses: 'apache',
      says: 'mistake:dry-run-taken-for-import',
    },
    'in a project of its own': { run: ['oc new-project my-platform', withFile('apply', both)], misses: 'apache', says: 'mistake:stream-elsewhere' },
    'a status instead of tags': {
      run: [
        withFile('apply', [], {
          status: { tags: [{ tag: '2.4', items: [{ dockerImageReference: apache, image: 'sha256:0', created: null, generation: 1 }] }] },
        }),
      ],
      misses: 'apache',
      says: 'mistake:status-by-hand',
    },
    'another source': {
      run: [withFile('apply', [{ name: '2.4', from: rhel }, second]), tidy],
      misses: 'apache',
      says: 'mistake:other-source',
    },
    'only the second tag': { run: [withFile('apply', [second])], misses: 'apache', says: 'mistake:tag-missing' },
    'only the draft, mended': { run: [mend, 'oc apply -f approved-apache.yaml'], misses: 'rhel', says: 'mistake:tag-missing' },
    'another registry for the second tag': {
      run: [withFile('apply', [first, { ...second, from: 'registry.redhat.io/rhel9/httpd-24:latest' }])],
      misses: 'rhel',
      says: 'mistake:other-source',
    },
    'the second tag taken out of the file again': {
      run: [withFile('apply', both), withFile('apply', [first]), tidy],
      misses: 'rhel',
      says: 'mistake:tag-undeclared',
    },
    'no policy': { run: [withFile('apply', [first, { name: 'rhel', from: rhel }]), tidy], misses: 'local', says: 'mistake:not-referenced-locally' },
    'Local for both': { run: [withFile('apply', [{ ...first, policy: 'Local' }, second]), tidy], misses: 'local', says: 'local-for-both' },
    'commands only': {
      run: [
        `oc import-image approved-apache:2.4 --from=${apache} --confirm`,
        `oc import-image approved-apache:rhel --from=${rhel} --reference-policy=local`,
        tidy,
      ],
      misses: 'applied',
      says: 'not-applied',
    },
    'created, not applied': { run: [withFile('create', both), tidy], misses: 'applied', says: 'not-applied' },
    'one tag applied, one by command': {
      run: [mend, 'oc apply -f approved-apache.yaml', `oc tag --reference-policy=local ${rhel} approved-apache:rhel`, tidy],
      misses: 'applied',
      says: 'applied-other-tags',
    },
    'the stream written to a file with everything, and applied': {
      run: [withFile('create', both), 'oc get is approved-apache -o yaml > all.yaml', 'oc apply -f all.yaml', tidy],
      misses: 'applied',
      says: 'applied-other-tags',
    },
    'the sources put right by commands alone': {
      run: [
        withFile('apply', [
          { ...first, from: rhel },
          { ...second, from: apache },
        ]),
        `oc tag ${apache} approved-apache:2.4`,
        `oc tag --reference-policy=local ${rhel} approved-apache:rhel`,
        tidy,
      ],
      misses: 'applied',
      says: 'applied-other-tags',
    },
    'applied by the server, which keeps no annotation': {
      run: [`oc apply --server-side -f - <<'EOF'\n${stream(both)}\nEOF`, tidy],
      misses: 'applied',
      says: 'not-applied',
    },
    'applied again, to remove the tag': { run: [withFile('apply', both), withFile('apply', both)], misses: 'only-approved', says: 'test-left' },
    'replaced, to remove the tag': {
      run: [withFile('apply', both), withFile('replace', both), withFile('apply', both)],
      misses: 'only-approved',
      says: 'mistake:tag-undeclared',
    },
    'a tag too many': {
      run: [withFile('apply', both), tidy, 'oc tag approved-apache:2.4 approved-apache:latest'],
      misses: 'only-approved',
      says: 'other-tag-left',
    },
  },
});
