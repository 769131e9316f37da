import { always, defineExercise, type FeedbackOf, imageStream, imageStreams, mistakes, otherwise, streamTag } from '../../../src/grading/index.ts';
import type messages from './messages/en.json';

const web = { stream: 'web', tag: '1.0' };

/** A tiny exam, for the tests of its page alone. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'mini-exam',
  guides: ['import-an-image'],
  scenario: {
    user: 'developer',
    project: 'mini-exam',
    events: [{ id: 'pushed', when: streamTag('web', '1.0').exists, steps: [{ pass: '1m' }] }],
  },
  exam: { minutes: 20, passPercent: 70, tasks: ['import', 'label'] },
  goals: [
    {
      id: 'imported',
      task: 'import',
      points: 60,
      about: [imageStreams('web')],
      check: streamTag('web', '1.0').exists,
      seeWith: 'oc describe imagestream web',
      diagnoses: [mistakes.streamMissing(web), otherwise(mistakes.tagMissing(web))],
    },
    {
      id: 'local',
      task: 'label',
      points: 40,
      about: [imageStreams('web')],
      check: imageStream('web').looksUpLocally,
      seeWith: 'oc set image-lookup',
      diagnoses: [{ when: always, say: 'not-local' }],
    },
  ],
  solution: ['oc import-image web:1.0 --confirm --from=quay.io/myorg/myapp:1.0', 'oc set image-lookup web'],
  ways: [],
});
