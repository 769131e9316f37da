import { judgeChapter } from './judge-labs.ts';

judgeChapter('exam');
