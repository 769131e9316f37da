import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/myorg/myapp';
const mailer = 'oc rollout undo deployment/mailer';
const shop = `oc tag ${source}:1.0 myapp:shop`;
const office = 'oc rollout undo dc/office';
const on = 'oc set triggers dc/office --auto';

const followsInTheEnd = 'by then the mended build is there, and an office that follows the tag is what the lab asks for in the end';

export default defineAttempts({
  accepted: {
    'undo tried on everything first': [mailer, 'oc rollout undo deployment/shop', office, shop, on],
    'the office first, with oc rollback': ['oc rollback dc/office', on, shop, mailer],
    'mailer put on a stream': [
      `oc import-image myapp:1.0 --from=${source}:1.0`,
      'oc set triggers deployment/mailer --from-image=myapp:1.0 --containers=myapp',
      'oc tag --alias myapp:1.0 myapp:shop',
      office,
      on,
    ],
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc rollout history deployment/mailer', 'oc get deployments,dc -o wide'],
      misses: 'mailer',
      says: 'mailer-faulty',
    },
    'mailer restarted': { run: ['oc rollout restart deployment/mailer', shop, office, on], misses: 'mailer', says: 'mailer-faulty' },
    'mailer undone twice': { run: [mailer, mailer, shop, office, on], misses: 'mailer', says: 'mailer-faulty' },
    'mailer deleted': { run: ['oc delete deployment/mailer', shop, office, on], misses: 'mailer', says: 'mistake:app-missing' },
    'mailer paused, and its image changed': {
      run: ['oc rollout pause deployment/mailer', `oc set image deployment/mailer myapp=${source}:1.0`, shop, office, on],
      misses: 'mailer',
      says: 'mistake:paused',
    },
    'mailer scaled to zero': { run: [mailer, 'oc scale deployment/mailer --replicas=0', shop, office, on], misses: 'mailer', says: 'mistake:scaled-to-zero' },
    'a short name for mailer that nothing resolves': {
      run: ['oc set image deployment/mailer myapp=myapp:1.0', shop, office, on],
      misses: 'mailer',
      says: 'mistake:pull-fails',
    },
    'mailer alone': { run: [mailer], misses: 'shop', says: 'mistake:tag-other-image' },
    'shop undone like mailer': { run: [mailer, 'oc rollout undo deployment/shop', office, on], misses: 'shop', says: 'mistake:undo-undone' },
    'the trigger stopped before the undo': {
      run: [mailer, 'oc set triggers deployment/shop --manual --from-image=myapp:shop -c myapp', 'oc rollout undo deployment/shop', office, on],
      misses: 'shop',
      says: 'mistake:undo-undone',
    },
    'the trigger of shop stopped, the image written by hand': {
      run: [
        mailer,
        'oc set triggers deployment/shop --manual --from-image=myapp:shop -c myapp',
        `oc set image deployment/shop myapp=${source}:1.0`,
        office,
        on,
      ],
      misses: 'shop',
      says: 'mistake:trigger-manual',
    },
    'the trigger of shop removed': {
      run: [mailer, 'oc set triggers deployment/shop --from-image=myapp:shop --remove', `oc set image deployment/shop myapp=${source}:1.0`, office, on],
      misses: 'shop',
      says: 'mistake:trigger-missing',
    },
    'the image of shop written by hand, with its trigger': {
      run: [mailer, `oc set image deployment/shop myapp=${source}:1.0`, office, on],
      misses: 'shop',
      says: 'mistake:image-by-hand',
    },
    'shop deleted': { run: [mailer, shop, 'oc delete deployment/shop', office, on], misses: 'shop', says: 'mistake:app-missing' },
    'shop paused before its tag moved': { run: [mailer, 'oc rollout pause deployment/shop', shop, office, on], misses: 'shop', says: 'mistake:paused' },
    'shop scaled to zero': { run: [mailer, shop, 'oc scale deployment/shop --replicas=0', office, on], misses: 'shop', says: 'mistake:scaled-to-zero' },
    'a service account for shop that does not exist': {
      run: [mailer, 'oc set serviceaccount deployment/shop robot', shop, office, on],
      misses: 'shop',
      says: 'mistake:rollout-unfinished',
    },
    'office left as it is': { run: [mailer, shop], misses: 'office-undone', says: 'mistake:trigger-still-automatic' },
    'the tag of office moved': { run: [mailer, shop, `oc tag ${source}:1.0 myapp:office`], misses: 'office-undone', says: 'office-tag-moved' },
    'the image of office written by hand, with its trigger': {
      run: [mailer, shop, `oc set image dc/office myapp=${source}:1.0`],
      misses: 'office-undone',
      says: 'mistake:image-by-hand',
    },
    'the trigger of office removed': {
      run: [mailer, shop, 'oc set triggers dc/office --from-image=myapp:office --remove', `oc set image dc/office myapp=${source}:1.0`],
      misses: 'office-undone',
      says: 'mistake:trigger-missing',
    },
    'the trigger of office stopped, and nothing more': {
      run: [mailer, shop, 'oc set triggers dc/office --manual --from-image=myapp:office -c myapp'],
      misses: 'office-undone',
      says: 'office-faulty',
    },
    'office deleted': { run: [mailer, shop, 'oc delete dc/office'], misses: 'office-undone', says: 'mistake:app-missing' },
    'the trigger left off': { run: [mailer, shop, office], misses: 'office-current', says: 'mistake:undo-disabled' },
    'the trigger left off, without an undo': {
      run: [mailer, shop, 'oc set triggers dc/office --manual --from-image=myapp:office -c myapp', `oc set image dc/office myapp=${source}:1.0`],
      misses: 'office-current',
      says: 'mistake:trigger-manual',
    },
    'the trigger removed afterwards': {
      run: [mailer, shop, office, 'oc set triggers dc/office --remove-all', `oc set image dc/office myapp=${source}:2.0`],
      misses: 'office-current',
      says: 'mistake:trigger-missing',
    },
    'the tag of office moved afterwards': {
      run: [mailer, shop, office, `oc tag ${source}:1.0 myapp:office`, on],
      misses: 'office-current',
      says: 'mistake:tag-other-image',
    },
    'office scaled to zero': {
      run: [mailer, shop, office, on, 'oc scale dc/office --replicas=0'],
      misses: 'office-current',
      says: 'mistake:scaled-to-zero',
    },
    'a service account for office that does not exist': {
      run: [mailer, shop, office, 'oc set serviceaccount dc/office robot', on],
      misses: 'office-current',
      says: 'mistake:rollout-unfinished',
    },
  },
  equivalent: {
    'solution: undo 3': followsInTheEnd,
    'history: undo 3': followsInTheEnd,
    'without-undo: undo 4': followsInTheEnd,
    'undo tried on everything first: undo 3': followsInTheEnd,
    'the office first, with oc rollback: undo 1': followsInTheEnd,
    'mailer put on a stream: undo 4': followsInTheEnd,
  },
});
