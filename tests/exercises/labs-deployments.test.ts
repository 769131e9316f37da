import { judgeChapter } from './judge-labs.ts';

judgeChapter('deployments');
