import { accessMistakes } from './access.ts';
import { buildMistakes } from './builds.ts';
import { importMistakes } from './imports.ts';
import type { Mistake } from './mistake.ts';
import { movedTagMistakes } from './moved-tags.ts';
import { registryMistakes } from './registries.ts';
import { secretMistakes } from './secrets.ts';
import { tagMistakes } from './tags.ts';
import { workloadMistakes } from './workloads.ts';

/** The mistake atlas: misconceptions that labs have in common, each recognised from the state of the cluster and the log of commands. */
export const mistakes = {
  ...secretMistakes,
  ...importMistakes,
  ...tagMistakes,
  ...movedTagMistakes,
  ...workloadMistakes,
  ...accessMistakes,
  ...buildMistakes,
  ...registryMistakes,
};

/** The atlas as a list, for what goes through all of it. */
export const allMistakes: readonly Pick<Mistake, 'id' | 'guide' | 'names'>[] = Object.values(mistakes);
