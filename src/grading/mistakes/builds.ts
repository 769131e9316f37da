import { buildConfig } from '../predicates/builds.ts';
import { all, not } from '../predicates/combinators.ts';
import { failed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

const declare = 'build-on-an-image-stream#write-the-buildconfig';
const config = ['build'] as const;

/** Misconceptions about builds. */
export const buildMistakes = {
  buildMissing: defineMistake('build-missing', declare, config, ({ build }) => not(buildConfig(build).exists)),
  buildPastStream: defineMistake('build-past-stream', declare, config, ({ build }) => buildConfig(build).buildsPastStreams),
  buildOtherInput: defineMistake('build-other-input', declare, ['build', 'input'], ({ build, input }) =>
    all(buildConfig(build).exists, not(buildConfig(build).buildsOn(input))),
  ),
  buildOtherOutput: defineMistake('build-other-output', declare, ['build', 'output'], ({ build, output }) =>
    all(buildConfig(build).exists, not(buildConfig(build).outputsTo(output))),
  ),
  buildNotTriggered: defineMistake('build-not-triggered', 'triggers-on-builds#manual-and-automatic', config, ({ build }) =>
    all(buildConfig(build).exists, not(buildConfig(build).isTriggeredByImage)),
  ),
  buildNeverRan: defineMistake('build-never-ran', 'build-on-an-image-stream#what-starts-a-build', config, ({ build }) =>
    all(buildConfig(build).exists, not(buildConfig(build).hasBuilt)),
  ),
  kindMissing: defineMistake('kind-missing', declare, config, ({ build }) =>
    // a file's text is not in the log; what is typed after << is
    all(not(buildConfig(build).exists), failed(/^\s*oc\s+(?:apply|create|replace)\s(?![\s\S]*\n\s*"?kind"?:)[\s\S]*(?:-f|--filename)\b/)),
  ),
};
