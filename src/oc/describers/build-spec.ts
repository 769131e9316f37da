import type { BuildSource, BuildStrategy, CommonBuildSpec, InputStrategy } from '../../api/build.ts';
import { goDuration } from '../../api/human-duration.ts';
import type { ObjectReference } from '../../api/meta.ts';
import { goQuote } from '../go-quote.ts';
import type { DescribedText } from './described-text.ts';
import { writeField } from './openshift-metadata.ts';

/** What builds and build configs have in common: strategy, source and output (oc pkg/helpers/describe describeCommonSpec). */
export function writeBuildSpec(text: DescribedText, spec: CommonBuildSpec): void {
  const source: BuildSource = spec.source ?? {};
  writeField(text, '\nStrategy', strategyType(spec.strategy));
  writeGit(text, source, spec.revision);
  writeText(text, 'Dockerfile', source.dockerfile);
  writeStrategy(text, spec.strategy);
  if (spec.output?.to) writeField(text, 'Output to', `${spec.output.to.kind} ${withNamespace(spec.output.to)}`);
  if (source.binary)
    writeField(text, 'Binary', source.binary.asFile ? `provided as file ${goQuote(String(source.binary.asFile))} on build` : 'provided on build');
  writeImages(text, source);
  if (!source.git && !source.binary && !source.images?.length) writeField(text, 'Empty Source', 'no input source provided');
  writePostCommit(text, spec.postCommit as PostCommitHook | undefined);
  if (spec.output?.pushSecret) writeField(text, 'Push Secret', spec.output.pushSecret.name);
  if (spec.completionDeadlineSeconds) writeField(text, 'Fail Build After', goDuration(spec.completionDeadlineSeconds * 1000));
}

/** `Source`, `Docker`, `Custom` or `JenkinsPipeline` (oc pkg/helpers/build StrategyType). */
export function strategyType({ dockerStrategy, customStrategy, sourceStrategy, jenkinsPipelineStrategy }: BuildStrategy): string {
  if (dockerStrategy) return 'Docker';
  if (customStrategy) return 'Custom';
  if (sourceStrategy) return 'Source';
  return jenkinsPipelineStrategy ? 'JenkinsPipeline' : '';
}

const withNamespace = ({ namespace, name = '' }: ObjectReference) => (namespace ? `${namespace}/${name}` : name);

interface GitRevision {
  readonly commit?: string;
  readonly message?: string;
  readonly author?: { readonly name?: string };
  readonly committer?: { readonly name?: string };
}

function writeGit(text: DescribedText, { git, contextDir, sourceSecret }: BuildSource, revision: Readonly<Record<string, unknown>> | undefined): void {
  if (!git) return;
  writeField(text, 'URL', git.uri);
  if (git.ref) writeField(text, 'Ref', git.ref);
  if (contextDir) writeField(text, 'ContextDir', contextDir);
  if (sourceSecret) writeField(text, 'Source Secret', sourceSecret.name);
  const commit = revision?.git as GitRevision | undefined;
  if (commit) writeRevision(text, commit);
}

// oc pkg/helpers/describe squashGitInfo
function writeRevision(text: DescribedText, { commit = '', message = '', author, committer }: GitRevision): void {
  writeField(text, 'Commit', `${commit.slice(0, 7)} (${message})`);
  if (author?.name && committer?.name) {
    writeField(text, 'Author/Committer', author.name === committer.name ? author.name : `${author.name} / ${committer.name}`);
  } else if (author?.name) writeField(text, 'Author', author.name);
  else if (committer?.name) writeField(text, 'Committer', committer.name);
}

function writeText(text: DescribedText, title: string, content: string | undefined): void {
  if (content === undefined) return;
  if (content.trim() === '') writeField(text, title, '');
  else {
    text.write(
      0,
      `${title}:\n${content
        .split('\n')
        .map((line) => `  ${line}\n`)
        .join('')}`,
    );
  }
}

function writeStrategy(
  text: DescribedText,
  { dockerStrategy: docker, sourceStrategy: source, customStrategy: custom, jenkinsPipelineStrategy }: BuildStrategy,
): void {
  if (docker) {
    writeFrom(text, 'From Image', docker);
    if (docker.dockerfilePath) writeField(text, 'Dockerfile Path', String(docker.dockerfilePath));
    writePullSecret(text, docker);
    if (docker.noCache) writeField(text, 'No Cache', 'true');
    if (docker.forcePull) writeField(text, 'Force Pull', 'true');
    writeField(text, 'Volumes', '');
  } else if (source) {
    writeFrom(text, 'From Image', source);
    if (source.scripts) writeField(text, 'Scripts', String(source.scripts));
    writePullSecret(text, source);
    if (source.incremental) writeField(text, 'Incremental Build', 'yes');
    if (source.forcePull) writeField(text, 'Force Pull', 'yes');
    writeField(text, 'Volumes', '');
  } else if (custom) writeCustom(text, custom);
  else if (jenkinsPipelineStrategy) writePipeline(text, jenkinsPipelineStrategy);
}

function writeFrom(text: DescribedText, title: string, { from }: InputStrategy): void {
  if (from?.name) writeField(text, title, `${from.kind} ${withNamespace(from)}`);
}

function writePullSecret(text: DescribedText, { pullSecret }: InputStrategy): void {
  if (pullSecret) writeField(text, 'Pull Secret Name', pullSecret.name);
}

function writeCustom(text: DescribedText, custom: InputStrategy): void {
  writeFrom(text, 'Image Reference', custom);
  if (custom.exposeDockerSocket) writeField(text, 'Expose Docker Socket', 'yes');
  if (custom.forcePull) writeField(text, 'Force Pull', 'yes');
  writePullSecret(text, custom);
  for (const [index, { name, value = '' }] of (custom.env ?? []).entries()) writeField(text, index === 0 ? 'Environment' : '', `${name}=${value}`);
}

function writePipeline(text: DescribedText, { jenkinsfilePath, jenkinsfile }: Readonly<Record<string, unknown>>): void {
  if (jenkinsfilePath) writeField(text, 'Jenkinsfile path', String(jenkinsfilePath));
  if (jenkinsfile) writeText(text, 'Jenkinsfile contents', String(jenkinsfile));
  if (!jenkinsfile && !jenkinsfilePath) writeField(text, 'Jenkinsfile', 'from source repository root');
}

interface ImageSourcePath {
  readonly sourcePath: string;
  readonly destinationDir: string;
}

function writeImages(text: DescribedText, { images = [] }: BuildSource): void {
  for (const image of images) {
    const paths = (image.paths ?? []) as readonly ImageSourcePath[];
    const [only, ...more] = paths;
    if (images.length === 1 && only && more.length === 0) {
      writeField(text, 'Image Source', `copies ${only.sourcePath} from ${withNamespace(image.from)} to ${only.destinationDir}`);
      return;
    }
    writeField(text, 'Image Source', withNamespace(image.from));
    for (const { sourcePath, destinationDir } of paths) text.write(0, `\t- ${sourcePath} -> ${destinationDir}\n`);
    for (const name of (image.as ?? []) as readonly string[]) text.write(0, `\t- as ${name}\n`);
  }
}

interface PostCommitHook {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly script?: string;
}

// oc pkg/helpers/describe describePostCommitHook
function writePostCommit(text: DescribedText, hook: PostCommitHook | undefined): void {
  const { command = [], args = [], script = '' } = hook ?? {};
  if (command.length + args.length === 0 && script === '') return;
  const shell = ['/bin/sh', '-ic'];
  const ofScript = args.length > 0 ? [...shell, script, '/bin/sh', ...args] : [...shell, script];
  const words = script === '' ? [...(command.length > 0 ? command : ['<image-entrypoint>']), ...args] : ofScript;
  writeField(text, 'Post Commit Hook', `[${words.map(goQuote).join(', ')}]`);
}
