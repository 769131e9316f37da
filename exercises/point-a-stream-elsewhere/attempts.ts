import { defineAttempts } from '../../src/grading/index.ts';

const keep = 'oc tag webserver:latest webserver:previous';
const move = 'oc tag quay.io/redhattraining/httpd-24:latest webserver:latest';
const join = 'oc set triggers deployment/intranet --from-image=webserver:latest -c webserver';

/** A trigger as the annotation that it is, for a container that the deployment does not have. */
const nowhere = (app: string) =>
  `oc annotate deployment ${app} --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"webserver:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`;

const streamYaml = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: webserver
spec:
  tags:
  - name: latest
    from:
      kind: DockerImage
      name: quay.io/redhattraining/httpd-24:latest
  - name: previous
    from:
      kind: DockerImage
      name: quay.io/jason_wong76/webserver:latest
EOF`;

export default defineAttempts({
  accepted: {
    'the stream declared anew, the deployment too': [streamYaml, 'oc delete deployment intranet', 'oc new-app --name=intranet -i webserver:latest'],
    'the stream deleted and imported again': [
      'oc delete imagestream webserver',
      'oc import-image webserver --confirm --from=quay.io/redhattraining/httpd-24',
      'oc import-image webserver:previous --from=quay.io/jason_wong76/webserver',
      join,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc describe imagestream webserver'], misses: 'kept', says: 'mistake:tag-missing' },
    'the stream deleted': { run: ['oc delete imagestream webserver'], misses: 'kept', says: 'mistake:stream-missing' },
    'the old image not kept': { run: [move, join], misses: 'kept', says: 'mistake:tag-missing' },
    'an alias for the old image': { run: ['oc tag --alias webserver:latest webserver:previous', move, join], misses: 'kept', says: 'mistake:alias-for-copy' },
    'the old image on a schedule': {
      run: ['oc tag --scheduled quay.io/jason_wong76/webserver:latest webserver:previous', move, join],
      misses: 'kept',
      says: 'mistake:still-scheduled',
    },
    'the stream declared without the tag': {
      run: [keep, streamYaml.replace(/ {2}- name: previous[\s\S]*(?=EOF)/, '').replace('apply', 'replace'), join],
      misses: 'kept',
      says: 'mistake:tag-undeclared',
    },
    'kept too late': { run: [move, keep, join], misses: 'kept', says: 'mistake:tag-other-image' },
    'nothing moved': { run: [keep, join], misses: 'moved', says: 'mistake:tag-other-image' },
    'source and destination swapped': {
      run: [keep, 'oc tag webserver:latest quay.io/redhattraining/httpd-24:latest', join],
      misses: 'moved',
      says: 'mistake:tag-other-image',
    },
    'imported from the other repository': {
      run: [keep, 'oc import-image webserver --confirm --from=quay.io/redhattraining/httpd-24', join],
      misses: 'moved',
      says: 'mistake:source-not-changed',
    },
    'a tag of its own for the hardened image': {
      run: [keep, 'oc tag quay.io/redhattraining/httpd-24:latest webserver:hardened', join],
      misses: 'moved',
      says: 'other-tag',
    },
    'copied from a tag of its own': {
      run: [keep, 'oc tag quay.io/redhattraining/httpd-24:latest webserver:hardened', 'sleep 5', 'oc tag webserver:hardened webserver:latest', join],
      misses: 'moved',
      says: 'mistake:copy-for-source',
    },
    'an alias of a tag of its own': {
      run: [keep, 'oc tag quay.io/redhattraining/httpd-24:latest webserver:hardened', 'oc tag --alias webserver:hardened webserver:latest', join],
      misses: 'moved',
      says: 'mistake:other-source',
    },
    'the stream declared without latest': {
      run: [keep, move, streamYaml.replace(/ {2}- name: latest[\s\S]*(?= {2}- name: previous)/, '').replace('apply', 'replace'), join],
      misses: 'moved',
      says: 'mistake:tag-undeclared',
    },
    'a mistyped source': { run: [keep, move.replace('httpd-24', 'httpd24'), join], misses: 'moved', says: 'mistake:import-failed' },
    'the tag deleted': { run: [keep, 'oc tag -d webserver:latest'], misses: 'moved', says: 'mistake:tag-missing' },
    'the applications changed instead of the stream': {
      run: [
        keep,
        'oc set image deployment/shop webserver=quay.io/redhattraining/httpd-24:latest',
        'oc set image deployment/intranet webserver=quay.io/redhattraining/httpd-24:latest',
      ],
      misses: 'moved',
      says: 'mistake:tag-other-image',
    },
    'the shop deleted': { run: [keep, move, 'oc delete deployment shop', join], misses: 'shop', says: 'mistake:app-missing' },
    'all triggers of the shop removed': {
      run: [keep, 'oc set triggers deployment/shop --remove-all', move, join],
      misses: 'shop',
      says: 'mistake:past-the-stream',
    },
    'the shop sent to the old image': {
      run: [
        keep,
        move,
        'oc set triggers deployment/shop --remove --from-image=webserver:latest',
        'oc set triggers deployment/shop --from-image=webserver:previous -c webserver',
        join,
      ],
      misses: 'shop',
      says: 'mistake:trigger-other-tag',
    },
    'the trigger of the shop made manual': {
      run: [keep, 'oc set triggers deployment/shop --from-image=webserver:latest -c webserver --manual', move, join],
      misses: 'shop',
      says: 'mistake:trigger-manual',
    },
    'the shop made anew from the image': {
      run: [keep, move, 'oc delete all -l app=shop', 'oc new-app --name=shop quay.io/redhattraining/httpd-24', join],
      misses: 'shop',
      says: 'mistake:trigger-missing',
    },
    'a trigger of the shop for a container that is not there': { run: [keep, move, nowhere('shop'), join], misses: 'shop', says: 'mistake:trigger-no-place' },
    'the shop paused': { run: [keep, move, 'oc rollout pause deployment/shop', join], misses: 'shop', says: 'mistake:paused' },
    'the shop scaled to zero': { run: [keep, move, 'oc scale deployment/shop --replicas=0', join], misses: 'shop', says: 'mistake:not-ready' },
    'the intranet deleted': { run: [keep, move, 'oc delete deployment intranet'], misses: 'intranet', says: 'mistake:app-missing' },
    'the intranet forgotten': { run: [keep, move], misses: 'intranet', says: 'mistake:past-the-stream' },
    'a new image for the intranet by hand': {
      run: [keep, move, 'oc set image deployment/intranet webserver=quay.io/redhattraining/httpd-24:latest'],
      misses: 'intranet',
      says: 'mistake:past-the-stream',
    },
    'a trigger without a container': {
      run: [keep, move, 'oc set triggers deployment/intranet --from-image=webserver:latest'],
      misses: 'intranet',
      says: 'mistake:containers-missing',
    },
    'a trigger on the old image': {
      run: [keep, move, join.replace('latest', 'previous')],
      misses: 'intranet',
      says: 'mistake:trigger-other-tag',
    },
    'a trigger that is manual': { run: [keep, move, join, `${join} --manual`], misses: 'intranet', says: 'mistake:trigger-manual' },
    'the intranet made anew from the image': {
      run: [keep, move, 'oc delete deployment intranet', 'oc new-app --name=intranet quay.io/redhattraining/httpd-24'],
      misses: 'intranet',
      says: 'mistake:trigger-missing',
    },
    'a trigger for a container that is not there': { run: [keep, move, nowhere('intranet')], misses: 'intranet', says: 'mistake:trigger-no-place' },
    'the intranet paused': { run: [keep, move, join, 'oc rollout pause deployment/intranet'], misses: 'intranet', says: 'mistake:paused' },
    'the intranet scaled to zero': { run: [keep, move, join, 'oc scale deployment/intranet --replicas=0'], misses: 'intranet', says: 'mistake:not-ready' },
  },
});
