import fc from 'fast-check';

/** What somebody writes who wants to break a page, a terminal, a parser or a record. */
export const hostileStrings: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</script><script>alert(1)</script>',
  '<!--',
  ']]>',
  '&lt;b&gt;&#x3c;',
  'javascript:alert(1)',
  'data:text/html,<b>x</b>',
  '{{constructor.constructor("alert(1)")()}}',
  '${alert(1)}$(reboot)`reboot`',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../../../etc/passwd',
  '//example.com/',
  '\\\\example.com\\a',
  '%2f%2fexample.com%00',
  '\u202etxt.exe',
  '\u2066\u2069\u200b\ufeff',
  '\x1b]0;title\x07\x1b[2J\x1b[31m',
  '\0',
  '\r\noverwritten\r',
  '\ud800',
  '\udfff\ud83d',
  'e\u0301'.repeat(20),
  '\u{1f469}\u200d\u{1f4bb}',
  '*'.repeat(60),
  '('.repeat(60),
  '\\'.repeat(61),
  'a'.repeat(5000),
  ' '.repeat(3000),
  '1e999',
  '-1',
  '9'.repeat(400),
  'NaN',
  '',
];

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...hostileStrings),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.tuple(fc.constantFrom(...hostileStrings), fc.constantFrom(...hostileStrings)).map(([left, right]) => left + right),
);

/** A value of JSON, whose texts and keys are hostile. */
export const hostileJson: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    hostileText,
    fc.constantFrom(null, true, false, 0, -1, 1.5, 1e300),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.oneof(hostileText, fc.constantFrom('metadata', 'spec', 'name', 'status')), tie('value'), { maxKeys: 3 }),
  ),
})).value as fc.Arbitrary<unknown>;

const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  'v1 ConfigMap': ['data', 'binaryData'],
  'v1 Secret': ['data', 'stringData', 'type'],
  'v1 Pod': ['spec'],
  'v1 ServiceAccount': ['secrets', 'imagePullSecrets'],
  'v1 Service': ['spec'],
  'v1 List': ['items'],
  'apps/v1 Deployment': ['spec'],
  'apps.openshift.io/v1 DeploymentConfig': ['spec'],
  'batch/v1 CronJob': ['spec'],
  'image.openshift.io/v1 ImageStream': ['spec', 'status'],
  'image.openshift.io/v1 ImageStreamTag': ['tag', 'image'],
  'image.openshift.io/v1 ImageStreamImport': ['spec'],
  'build.openshift.io/v1 BuildConfig': ['spec'],
  'route.openshift.io/v1 Route': ['spec'],
  'rbac.authorization.k8s.io/v1 RoleBinding': ['roleRef', 'subjects'],
  'template.openshift.io/v1 Template': ['objects', 'parameters', 'labels'],
};

const container = fc.record(
  { name: fc.oneof(hostileText, fc.constant('web')), image: fc.oneof(hostileText, fc.constant('app:latest')), env: hostileJson },
  { requiredKeys: [] },
);
const template = fc.record({
  metadata: fc.record({ labels: fc.oneof(fc.constant({ app: 'web' }), hostileJson), annotations: hostileJson }, { requiredKeys: [] }),
  spec: fc.record(
    { containers: fc.oneof(fc.array(container, { maxLength: 2 }), hostileJson), volumes: hostileJson, nodeSelector: hostileJson },
    { requiredKeys: [] },
  ),
});
const from = fc.record(
  { kind: fc.oneof(fc.constantFrom('DockerImage', 'ImageStreamTag', 'ImageStreamImage'), hostileText), name: fc.oneof(fc.constant('app:latest'), hostileText) },
  { requiredKeys: [] },
);
const spec = fc.oneof(
  hostileJson,
  fc.record(
    {
      replicas: fc.oneof(fc.constantFrom(0, 1, 2, 1e9), hostileJson),
      selector: fc.oneof(fc.constant({ matchLabels: { app: 'web' } }), hostileJson),
      template: fc.oneof(template, hostileJson),
      containers: fc.array(container, { maxLength: 2 }),
      triggers: hostileJson,
      strategy: hostileJson,
      schedule: fc.oneof(fc.constant('* * * * *'), hostileText),
      tags: fc.array(fc.record({ name: hostileText, from, importPolicy: hostileJson, annotations: hostileJson }, { requiredKeys: [] }), { maxLength: 2 }),
      output: hostileJson,
      source: hostileJson,
    },
    { requiredKeys: [] },
  ),
);

/** An object as a file may hold it: of a kind that there is, with a body that may be anything. */
export const manifests: fc.Arbitrary<unknown> = fc.constantFrom(...Object.keys(fieldsOf)).chain((key) => {
  const [apiVersion = '', kind = ''] = key.split(' ');
  const fields = Object.fromEntries((fieldsOf[key] ?? []).map((field) => [field, field === 'spec' ? spec : hostileJson]));
  const metadata = fc.record(
    {
      name: fc.oneof(fc.constantFrom('web', 'app'), hostileText),
      labels: hostileJson,
      annotations: annotations(),
      ownerReferences: hostileJson,
      finalizers: hostileJson,
    },
    { requiredKeys: ['name'] },
  );
  return fc.record(
    {
      apiVersion: fc.constant(apiVersion),
      kind: fc.constant(kind),
      metadata: fc.oneof({ weight: 9, arbitrary: metadata }, { weight: 1, arbitrary: hostileJson }),
      ...fields,
    },
    { requiredKeys: ['apiVersion', 'kind', 'metadata'] },
  );
});

function annotations(): fc.Arbitrary<unknown> {
  const read = [
    'image.openshift.io/triggers',
    'kubectl.kubernetes.io/last-applied-configuration',
    'openshift.io/encoded-deployment-config',
    'deployment.kubernetes.io/revision',
  ];
  return fc.oneof(
    hostileJson,
    fc.dictionary(
      fc.constantFrom(...read),
      fc.oneof(
        hostileText,
        hostileJson.map((value) => JSON.stringify(value)),
      ),
      { maxKeys: 2 },
    ),
  );
}
