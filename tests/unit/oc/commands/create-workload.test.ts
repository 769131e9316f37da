import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc create deployment', () => {
  test('makes one container an image, named after it', async () => {
    const { out } = await ocTerminal();
    expect(
      await out('create deployment two --image=quay.io/myorg/myapp:1.0 --image=quay.io/myorg/other:2.0 --dry-run=client -o yaml'),
    ).toBe(`apiVersion: apps/v1
kind: Deployment
metadata:
  creationTimestamp: null
  labels:
    app: two
  name: two
spec:
  replicas: 1
  selector:
    matchLabels:
      app: two
  strategy: {}
  template:
    metadata:
      creationTimestamp: null
      labels:
        app: two
    spec:
      containers:
      - image: quay.io/myorg/myapp:1.0
        name: myapp
        resources: {}
      - image: quay.io/myorg/other:2.0
        name: other
        resources: {}
status: {}
`);
  });

  test('says what is missing or there already', async () => {
    const { out, error } = await ocTerminal();
    expect(await error('create deployment web')).toBe('error: required flag(s) "image" not set\n');
    expect(await out('create deployment web --image=quay.io/myorg/myapp:1.0')).toBe('deployment.apps/web created\n');
    expect(await error('create deployment web --image=quay.io/myorg/myapp:1.0')).toBe(
      'error: failed to create deployment: deployments.apps "web" already exists\n',
    );
    expect(await error('create deployment two --image=a --image=b -- sh')).toBe('error: cannot specify multiple --image options and command\n');
  });
});

describe('oc create job and cronjob', () => {
  test('make a job of a cron job', async () => {
    const { out, error } = await ocTerminal();
    expect(await out('create cronjob tick --image=quay.io/myorg/myapp:1.0 "--schedule=*/5 * * * *"')).toBe('cronjob.batch/tick created\n');
    expect(await out('create job now --from=cronjob/tick')).toBe('job.batch/now created\n');
    expect(await out('get job now -o jsonpath={.metadata.annotations}')).toContain('"cronjob.kubernetes.io/instantiate":"manual"');
    expect(await error('create job now --from=cronjob/nosuch')).toBe('Error from server (NotFound): cronjobs.batch "nosuch" not found\n');
    expect(await error('create cronjob other --image=x')).toBe('error: required flag(s) "schedule" not set\n');
  });
});

describe('oc create of other kinds', () => {
  test.each([
    ['create dc web --image=quay.io/myorg/myapp:1.0', 'deploymentconfig.apps.openshift.io/web created\n'],
    ['create job once --image=quay.io/myorg/myapp:1.0 -- true', 'job.batch/once created\n'],
    ['create service clusterip web --tcp=80:8080', 'service/web created\n'],
    ['create service nodeport web --tcp=80:8080', 'service/web created\n'],
    ['create service externalname web --external-name=example.com', 'service/web created\n'],
    ['create role reader --verb=get --resource=pods', 'role.rbac.authorization.k8s.io/reader created\n'],
    ['create rolebinding readers --clusterrole=view --user=alice', 'rolebinding.rbac.authorization.k8s.io/readers created\n'],
  ])('%s', async (line, said) => {
    const { out } = await ocTerminal();
    expect(await out(line)).toBe(said);
  });

  test('is refused to who may not', async () => {
    const { error } = await ocTerminal();
    expect(await error('create quota q --hard=pods=3')).toBe(
      'error: failed to create quota: resourcequotas is forbidden: User "developer" cannot create resource "resourcequotas" in API group "" in the namespace "demo"\n',
    );
    expect(await error('create namespace other')).toBe(
      'Error from server (Forbidden): namespaces is forbidden: User "developer" cannot create resource "namespaces" in API group "" at the cluster scope\n',
    );
  });
});

describe('oc run', () => {
  test('makes a pod', async () => {
    const { out, error } = await ocTerminal();
    expect(await out('run box --image=quay.io/myorg/myapp:1.0')).toBe('pod/box created\n');
    expect(await error('run box --image=quay.io/myorg/myapp:1.0')).toBe('Error from server (AlreadyExists): pods "box" already exists\n');
    expect(await error('run other')).toBe('error: required flag(s) "image" not set\n');
  });

  test('says that it cannot attach, and makes nothing', async () => {
    const { out, error } = await ocTerminal();
    expect(await error('run box --rm -it --restart=Never --image=quay.io/myorg/myapp:1.0 -- date')).toBe('unmodelled-flag oc run --stdin\n');
    expect(await error('run box --attach --image=quay.io/myorg/myapp:1.0')).toBe('unmodelled-flag oc run --attach\n');
    expect(await out('get pods -o name')).toBe('');
  });

  test('shows the pod with its environment, port and arguments', async () => {
    const { out } = await ocTerminal();
    expect(await out('run box --image=quay.io/myorg/myapp:1.0 --port=80 --env=A=1 -l a=b --dry-run=client -o yaml -- sh -c x')).toBe(`apiVersion: v1
kind: Pod
metadata:
  creationTimestamp: null
  labels:
    a: b
  name: box
spec:
  containers:
  - args:
    - sh
    - -c
    - x
    env:
    - name: A
      value: "1"
    image: quay.io/myorg/myapp:1.0
    name: box
    ports:
    - containerPort: 80
    resources: {}
  dnsPolicy: ClusterFirst
  restartPolicy: Always
status: {}
`);
  });
});

describe('oc expose', () => {
  test('makes a Service of a Deployment and a Route of a Service', async () => {
    const { out, error } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    expect(await error('expose deployment web')).toBe("error: couldn't find port via --port flag or introspection\n");
    expect(await out('expose deployment web --port=8080')).toBe('service/web exposed\n');
    expect(await out('expose service web --hostname=a.example.com')).toBe('route.route.openshift.io/web exposed\n');
    expect(await out('get route web -o jsonpath={.spec}')).toBe(
      '{"host":"a.example.com","port":{"targetPort":8080},"to":{"kind":"Service","name":"web","weight":100},"wildcardPolicy":"None"}',
    );
    expect(await error('expose service web')).toBe('Error from server (AlreadyExists): routes.route.openshift.io "web" already exists\n');
    expect(await error('expose service nosuch')).toBe('Error from server (NotFound): services "nosuch" not found\n');
  });
});

describe('oc scale and autoscale', () => {
  test('change the number of pods, under a condition', async () => {
    const { out, error } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    expect(await out('scale deployment/web --replicas=3')).toBe('deployment.apps/web scaled\n');
    expect(await out('get deployment web -o jsonpath={.status.readyReplicas}')).toBe('3');
    expect(await error('scale deployment/web --replicas=1 --current-replicas=2')).toBe('error: Expected replicas to be 2, was 3\n');
    expect(await error('scale deployment/web')).toBe('error: required flag(s) "replicas" not set\n');
  });

  test('make an autoscaler', async () => {
    const { out, error } = await ocTerminal();
    await out('create deployment web --image=quay.io/myorg/myapp:1.0');
    expect(await error('autoscale deployment/web')).toBe('error: required flag(s) "max" not set\n');
    expect(await out('autoscale deployment/web --max=3 --cpu-percent=80 --dry-run=client -o yaml')).toBe(`apiVersion: autoscaling/v1
kind: HorizontalPodAutoscaler
metadata:
  creationTimestamp: null
  name: web
spec:
  maxReplicas: 3
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: web
  targetCPUUtilizationPercentage: 80
status:
  currentReplicas: 0
  desiredReplicas: 0
`);
    expect(await out('autoscale deployment/web --max=3 --cpu-percent=80')).toBe('horizontalpodautoscaler.autoscaling/web autoscaled\n');
  });
});

describe('oc start-build and cancel-build', () => {
  test('start a build of a BuildConfig and repeat one', async () => {
    const { out, error } = await ocTerminal();
    await out('new-build nodejs~https://github.com/sclorg/nodejs-ex');
    expect(await out('start-build nodejs-ex')).toBe('build.build.openshift.io/nodejs-ex-2 started\n');
    expect(await out('start-build --from-build=nodejs-ex-1')).toBe('build.build.openshift.io/nodejs-ex-3 started\n');
    expect(await out('start-build nodejs-ex --follow --wait')).toMatch(/^build\.build\.openshift\.io\/nodejs-ex-4 started\n.*\nPush successful\n$/s);
    expect(await error('start-build build/nodejs-ex-1')).toBe('error: use --from-build to rerun your builds\n');
    expect(await error('start-build nosuch')).toBe('Error from server (NotFound): buildconfigs.build.openshift.io "nosuch" not found\n');
    expect(await error('cancel-build nosuch')).toBe('error: build demo/nosuch not found\nerror: failure during the build cancellation\n');
  });
});
