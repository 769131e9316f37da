import { defineAttempts } from '../../src/grading/index.ts';

const repository = 'quay.io/myorg/myapp';
const importAll = `oc import-image myapp --from=${repository} --confirm --all`;
const deploy = 'oc new-app myapp --name=shop';
const alias = 'oc tag --alias billing:2.0 billing:latest';
const again = 'oc import-image myapp --all';

/** A trigger as the annotation that it is, with the container as given. */
const annotate = (tag: string, container: string) =>
  `oc annotate deployment shop --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"${tag}"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"${container}\\")].image"}]'`;
const robot = `oc patch deployment shop -p '{"spec":{"template":{"spec":{"serviceAccountName":"robot"}}}}'`;

export default defineAttempts({
  accepted: {
    'the tag named, and the whole repository again': [alias, importAll, 'oc new-app --name=shop --image-stream=myapp:latest', importAll],
    'as a DeploymentConfig, and one tag again': [
      importAll,
      'oc new-app myapp --name=shop --as-deployment-config',
      alias,
      'oc import-image myapp:1.0 --confirm',
    ],
    'a trigger that counts the containers': [
      importAll,
      `oc create deployment shop --image=${repository}`,
      `oc annotate deployment shop image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:latest"},"fieldPath":"spec.template.spec.containers[0].image"}]'`,
      alias,
      'oc import-image myapp:1.0',
    ],
    'declared in YAML': [
      `oc apply -f - <<'EOF'\n${JSON.stringify({
        apiVersion: 'image.openshift.io/v1',
        kind: 'ImageStream',
        metadata: { name: 'myapp' },
        spec: { tags: ['1.0', '2.0', 'latest'].map((name) => ({ name, from: { kind: 'DockerImage', name: `${repository}:${name}` } })) },
      })}\nEOF`,
      deploy,
      `oc patch is billing --type=json -p '[{"op":"add","path":"/spec/tags/-","value":{"name":"latest","from":{"kind":"ImageStreamTag","name":"2.0"}}}]'`,
      again,
    ],
  },
  equivalent: {
    'one-by-one: tag 4.1 1.0': 'the trigger writes the image of myapp:latest over whatever the deployment was made with',
    'one-by-one: tag 4.1 no-such-tag': 'the trigger writes the image of myapp:latest over whatever the deployment was made with',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get is', 'oc describe is billing'], misses: 'imported', says: 'mistake:stream-missing' },
    'in a project of its own': { run: ['oc new-project my-shop', importAll, deploy, again], misses: 'imported', says: 'mistake:stream-elsewhere' },
    'no --confirm': { run: [`oc import-image myapp --from=${repository} --all`], misses: 'imported', says: 'mistake:without-confirm' },
    'a preview taken for the import': { run: [`${importAll} --dry-run`], misses: 'imported', says: 'mistake:dry-run-taken-for-import' },
    'no --all': { run: [`oc import-image myapp --from=${repository} --confirm`, deploy, alias], misses: 'imported', says: 'mistake:not-all-tags' },
    'one version, under latest': {
      run: [`oc import-image myapp --from=${repository}:2.0 --confirm`, deploy, alias],
      misses: 'imported',
      says: 'mistake:other-source',
    },
    'the tags under other names': {
      run: [importAll, 'oc tag -d myapp:1.0', `oc tag ${repository}:1.0 myapp:v1.0`, deploy, alias],
      misses: 'imported',
      says: 'tag-gone',
    },
    'imported, and nothing else': { run: [importAll], misses: 'deployed', says: 'mistake:app-missing' },
    'no name for the application': { run: [importAll, 'oc new-app myapp', alias, again], misses: 'deployed', says: 'mistake:app-other-name' },
    'deployed in another project': {
      run: [importAll, 'oc new-project my-shop', 'oc new-app webshop/myapp --name=shop', 'oc project webshop', alias],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'the first version of the list deployed': {
      run: [importAll, 'oc new-app myapp:2.0 --name=shop', alias, again],
      misses: 'deployed',
      says: 'mistake:trigger-other-tag',
    },
    'deployed past the stream': {
      run: [importAll, `oc create deployment shop --image=${repository}:latest`, alias, again],
      misses: 'deployed',
      says: 'mistake:past-the-stream',
    },
    'the trigger switched off': {
      run: [importAll, deploy, 'oc set triggers deployment/shop --manual', alias, again],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'the image of the repository deployed, with a stream of its own': {
      run: [importAll, `oc new-app ${repository} --name=shop`, alias, again],
      misses: 'deployed',
      says: 'mistake:trigger-missing',
    },
    'a trigger for a container that is not there': {
      run: [
        importAll,
        `oc create deployment shop --image=${repository}@$(oc get istag myapp:latest -o jsonpath='{.image.metadata.name}')`,
        annotate('myapp:latest', 'shop'),
        alias,
        again,
      ],
      misses: 'deployed',
      says: 'mistake:trigger-no-place',
    },
    'the rollout paused': { run: [importAll, deploy, 'oc rollout pause deployment/shop', alias, again], misses: 'deployed', says: 'mistake:paused' },
    'run by a service account that does not exist': {
      run: [importAll, deploy, 'oc scale deployment/shop --replicas=0', robot, alias, again],
      misses: 'deployed',
      says: 'mistake:not-ready',
    },
    'the stream without latest left': { run: [importAll, deploy, again], misses: 'meant', says: 'mistake:tag-missing' },
    'the stream deleted': { run: [importAll, deploy, 'oc delete is billing', again], misses: 'meant', says: 'mistake:stream-missing' },
    'an alias of a tag that was deleted then': {
      run: [importAll, deploy, alias, 'oc tag -d billing:2.0', again],
      misses: 'meant',
      says: 'mistake:tag-missing',
    },
    'all tags replaced by the alias': {
      run: [
        importAll,
        deploy,
        `oc patch is billing --type=merge -p '{"spec":{"tags":[{"name":"latest","from":{"kind":"ImageStreamTag","name":"2.0"}}]}}'`,
        again,
      ],
      misses: 'meant',
      says: 'mistake:tag-undeclared',
    },
    'an alias of 1.0': { run: [importAll, deploy, 'oc tag --alias billing:1.0 billing:latest', again], misses: 'meant', says: 'mistake:alias-of-other' },
    'a copy of 2.0': { run: [importAll, deploy, 'oc tag billing:2.0 billing:latest', again], misses: 'meant', says: 'mistake:copy-for-alias' },
    'the source of 2.0 once more': {
      run: [importAll, deploy, `oc import-image billing --from=${repository}:2.0`, again],
      misses: 'meant',
      says: 'mistake:imported-for-alias',
    },
    'latest of the repository': {
      run: [importAll, deploy, `oc import-image billing --confirm --all --from=${repository}`, again],
      misses: 'meant',
      says: 'latest-is-another-image',
    },
    'the new build not noticed': { run: [importAll, deploy, alias], misses: 'renewed', says: 'mistake:stale-tag' },
    'imported again before the build': { run: [importAll, again, deploy, alias], misses: 'renewed', says: 'mistake:stale-tag' },
    'only latest imported again': { run: [importAll, deploy, alias, 'oc import-image myapp'], misses: 'renewed', says: 'mistake:stale-tag' },
  },
});
