import type { Build, BuildConfig, BuildStrategy, CommonBuildSpec } from '../../../api/build.ts';
import { goDuration } from '../../../api/human-duration.ts';
import type { TableConvertor } from '../rest-storage.ts';
import { column, nameColumn } from './human-time.ts';
import { ago } from './relative-time.ts';

/** Columns of builds (openshift-apiserver pkg/build/printers/internalversion printBuild). */
export const buildTable: TableConvertor = {
  columns: [nameColumn, column('Type'), column('From'), column('Status'), column('Started'), column('Duration')],
  cells: (object, now) => {
    const { metadata, spec, status } = object as Build;
    const phase = status.reason ? `${status.phase} (${status.reason})` : status.phase;
    const duration = status.duration ? goDuration(Math.round(status.duration / 1_000_000_000) * 1000) : '';
    return [metadata.name, strategyType(spec.strategy), sourceText(spec), phase, status.startTimestamp ? ago(status.startTimestamp, now) : '', duration];
  },
};

/** Columns of BuildConfigs (printBuildConfig). */
export const buildConfigTable: TableConvertor = {
  columns: [nameColumn, column('Type'), column('From'), column('Latest', 'integer')],
  cells: (object) => {
    const { metadata, spec, status } = object as BuildConfig;
    const custom = spec.strategy.customStrategy?.from?.name;
    return [metadata.name, strategyType(spec.strategy), custom ?? sourceText(spec), status?.lastVersion ?? 0];
  },
};

function strategyType({ dockerStrategy, sourceStrategy, customStrategy, jenkinsPipelineStrategy }: BuildStrategy): string {
  if (dockerStrategy) return 'Docker';
  if (customStrategy) return 'Custom';
  if (sourceStrategy) return 'Source';
  return jenkinsPipelineStrategy ? 'JenkinsPipeline' : '';
}

function sourceText({ source = {}, revision }: CommonBuildSpec): string {
  const commit = (revision as { readonly git?: { readonly commit?: string } } | undefined)?.git?.commit;
  const ref = shortCommit(commit ?? source.git?.ref ?? '');
  const suffix = ref === '' ? '' : `@${ref}`;
  if (source.binary) return `Binary${suffix}`;
  if (source.dockerfile !== undefined) return source.git ? `Dockerfile,Git${suffix}` : 'Dockerfile';
  return source.git ? `Git${suffix}` : '';
}

const shortCommit = (ref: string) => (/^[a-fA-F0-9]{21,}$/.test(ref) ? ref.slice(0, 7) : ref);
