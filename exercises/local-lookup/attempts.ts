import { defineAttempts } from '../../src/grading/index.ts';

const lookup = 'oc set image-lookup keycloak';
const deployment = 'oc create deployment login --image=keycloak:20.0';
const job = 'oc create job check --image=keycloak:20.0 -- date';
const cronJob = "oc create cronjob nightly --image=keycloak:20.0 --schedule='0 3 * * *' -- date";
const pod = 'oc run probe --image=keycloak:20.0';

const inFull = (command: string) => command.replace('keycloak:20.0', 'quay.io/keycloak/keycloak:20.0.2');

export default defineAttempts({
  accepted: {
    'the policy edited in the YAML, a pod that ends, a job from the cron job': [
      'oc get imagestream keycloak -o yaml | sed "s/local: false/local: true/" | oc replace -f -',
      cronJob,
      'oc create job check --from=cronjob/nightly',
      `${deployment} --dry-run=client -o yaml > login.yaml`,
      'oc create -f login.yaml',
      `${pod} --restart=Never -- date`,
    ],
    'another version behind the tag, before the objects are written': [
      'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0',
      lookup,
      deployment,
      job,
      cronJob,
      pod,
    ],
    'written too early, and made again': [
      deployment,
      pod,
      lookup,
      'oc delete deployment login',
      'oc delete pod probe',
      deployment,
      pod,
      'oc create job check --image=keycloak:20.0',
      "oc create cronjob nightly --image=keycloak:20.0 --schedule='@daily'",
    ],
    'new-app for the deployment': ['oc set image-lookup is/keycloak --enabled=true', 'oc new-app -i keycloak:20.0 --name=login', job, cronJob, pod],
  },
  equivalent: {
    'another version behind the tag, before the objects are written: drop 1': 'the tag may mean any version; the objects have the digest of that one',
    'another version behind the tag, before the objects are written: tag 1.1 19.0': 'the tag may mean any version; the objects have the digest of that one',
    'another version behind the tag, before the objects are written: tag 1.1 no-such-tag':
      'the tag may mean any version; the objects have the digest of that one',
    'another version behind the tag, before the objects are written: tag 1.2 19.0': 'the tag may mean any version; the objects have the digest of that one',
    'another version behind the tag, before the objects are written: tag 1.2 no-such-tag':
      'the tag may mean any version; the objects have the digest of that one',
    'another version behind the tag, before the objects are written: project 1': 'the tag may mean any version; the objects have the digest of that one',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get imagestreams', 'oc set image-lookup --list'], misses: 'lookup', says: 'mistake:lookup-off' },
    'short names without the lookup': { run: [deployment, job, cronJob, pod], misses: 'lookup', says: 'mistake:lookup-off' },
    'the lookup on the Deployment': { run: [deployment, 'oc set image-lookup deploy/login'], misses: 'lookup', says: 'mistake:lookup-off' },
    'the lookup of every stream': { run: ['oc set image-lookup --all', deployment, job, cronJob, pod], misses: 'lookup', says: 'every-stream' },
    'the stream deleted': { run: ['oc delete imagestream keycloak', inFull(deployment)], misses: 'lookup', says: 'mistake:stream-missing' },
    'the other stream deleted': { run: [lookup, 'oc delete imagestream myapp', deployment], misses: 'lookup', says: 'mistake:stream-missing' },
    'the tag moved once everything was written': {
      run: [lookup, deployment, job, cronJob, pod, 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0'],
      misses: 'deployment',
      says: 'other-image',
    },
    'only the lookup': { run: [lookup], misses: 'deployment', says: 'mistake:app-missing' },
    'deployed under another name': {
      run: [lookup, deployment.replace('login', 'keycloak'), job, cronJob, pod],
      misses: 'deployment',
      says: 'mistake:app-other-name',
    },
    'another image deployed': {
      run: [lookup, 'oc create deployment myapp --image=quay.io/myorg/myapp:1.0', job],
      misses: 'deployment',
      says: 'mistake:app-other',
    },
    'deployed in another project': {
      run: [lookup, 'oc new-project mine', deployment],
      misses: 'deployment',
      says: 'mistake:app-elsewhere',
    },
    'deployed before the lookup': { run: [deployment, lookup, job, cronJob, pod], misses: 'deployment', says: 'mistake:lookup-too-late' },
    'deployed before the lookup, and restarted': {
      run: [deployment, lookup, 'oc rollout restart deployment/login', job, cronJob, pod],
      misses: 'deployment',
      says: 'mistake:lookup-too-late',
    },
    'deployed by the full name': { run: [lookup, inFull(deployment), job, cronJob, pod], misses: 'deployment', says: 'full-name' },
    'a tag that the stream does not have': {
      run: [lookup, deployment.replace('20.0', '20'), job, cronJob, pod],
      misses: 'deployment',
      says: 'other-image',
    },
    'scaled to zero': {
      run: [lookup, `${deployment} --replicas=0`, job, cronJob, pod],
      misses: 'deployment',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [lookup, `${deployment} --replicas=0`, 'oc set serviceaccount deployment/login robot', 'oc scale deployment/login --replicas=1', job, cronJob, pod],
      misses: 'deployment',
      says: 'mistake:not-ready',
    },
    'no job': { run: [lookup, deployment, cronJob, pod], misses: 'job', says: 'job-missing' },
    'the job before the lookup': { run: [job, lookup, deployment, cronJob, pod], misses: 'job', says: 'mistake:lookup-too-late' },
    'the job by its full name': { run: [lookup, deployment, inFull(job), cronJob, pod], misses: 'job', says: 'full-name' },
    'the job with a mistyped tag': { run: [lookup, deployment, job.replace('20.0', '20'), cronJob, pod], misses: 'job', says: 'other-image' },
    'a job that waits': {
      run: [
        lookup,
        deployment,
        `oc apply -f - <<'EOF'
apiVersion: batch/v1
kind: Job
metadata:
  name: check
spec:
  parallelism: 0
  template:
    spec:
      restartPolicy: Never
      containers:
      - name: check
        image: keycloak:20.0
        command: [date]
EOF`,
        cronJob,
        pod,
      ],
      misses: 'job',
      says: 'job-unfinished',
    },
    'no cron job': { run: [lookup, deployment, job, pod], misses: 'cronjob', says: 'cronjob-missing' },
    'the cron job before the lookup': { run: [cronJob, lookup, deployment, job, pod], misses: 'cronjob', says: 'mistake:lookup-too-late' },
    'the cron job by its full name': { run: [lookup, deployment, job, inFull(cronJob), pod], misses: 'cronjob', says: 'full-name' },
    'the cron job with another stream': {
      run: [lookup, deployment, job, cronJob.replace('keycloak:20.0', 'myapp:1.0'), pod],
      misses: 'cronjob',
      says: 'other-image',
    },
    'no pod': { run: [lookup, deployment, job, cronJob], misses: 'pod', says: 'pod-missing' },
    'the pod before the lookup': { run: [pod, lookup, deployment, job, cronJob], misses: 'pod', says: 'mistake:lookup-too-late' },
    'the pod by its full name': { run: [lookup, deployment, job, cronJob, inFull(pod)], misses: 'pod', says: 'full-name' },
    'the pod without a tag': { run: [lookup, deployment, job, cronJob, pod.replace(':20.0', '')], misses: 'pod', says: 'other-image' },
  },
});
