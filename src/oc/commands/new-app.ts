import type { KubeObject } from '../../api/meta.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { SilentExit } from '../errors.ts';
import type { FlagValues } from '../flags.ts';
import { createObjects } from '../new-app/create-objects.ts';
import { generateApp } from '../new-app/generate.ts';
import { newAppFlags } from '../new-app/generator-flags.ts';
import { withAppLabels, withGeneratedBy, withLabels } from '../new-app/label-objects.ts';
import { type PreparedApp, prepareApp } from '../new-app/prepare.ts';
import { printGenerated } from '../new-app/print-generated.ts';
import { describeMatches, queryComponents } from '../new-app/query.ts';
import { newAppStyle, reportError } from '../new-app/report-error.ts';

type Flags = FlagValues<typeof newAppFlags>;

/** `oc new-app` (oc pkg/cli/newapp/newapp.go). */
export const newApp = defineCommand({
  path: 'new-app',
  use: 'new-app (IMAGE | IMAGESTREAM | TEMPLATE | PATH | URL ...)',
  flags: newAppFlags,
  arguments: ['imagestreamtag'],
  async run({ args, flags, oc }) {
    const prepared = await prepareApp({ args, oc }, flags, false);
    if (flags.list || flags.search) return query(prepared, flags, oc);
    const { objects, name } = await generateApp(prepared.config).catch((error: unknown) => {
      throw reportError(error, newAppStyle, prepared.classified);
    });
    const { labels } = prepared.config.options;
    const labelled = withAppLabels(withLabels(objects, labels), name, flags['image-stream']);
    const finished = withGeneratedBy(labelled, 'OpenShiftNewApp');
    if (flags.output !== '' && flags.output !== 'name') return printGenerated(oc, finished, flags.output);
    const created = createObjects(oc, finished, { labels, dryRun: flags['dry-run'], namesOnly: flags.output === 'name' });
    if (created.failed) throw new SilentExit(1);
    if (flags.output === '' && !flags['dry-run']) oc.out(nextSteps(created.objects));
  },
});

async function query({ config, classified }: PreparedApp, flags: Flags, oc: OcContext): Promise<void> {
  const matches = await queryComponents(config, { asList: flags.list, asSearch: flags.search }).catch((error: unknown) => {
    throw reportError(error, newAppStyle, classified);
  });
  if (flags.output === '' || flags.output === 'name') return oc.out(describeMatches(matches));
  const objects = matches.flatMap(({ template, imageStream }) => template ?? imageStream ?? []);
  await printGenerated(oc, objects, flags.output);
}

/** What to do with the application that was made. */
function nextSteps(objects: readonly KubeObject[]): string {
  const lines = objects.flatMap(noteOn);
  const services = objects.filter(({ kind }) => kind === 'Service');
  const hasRoute = objects.some(({ kind }) => kind === 'Route');
  if (!hasRoute && services.length > 0) {
    lines.push('Application is not exposed. You can expose services to the outside world by executing one or more of the commands below:');
    lines.push(...services.map(({ metadata }) => ` 'oc expose service/${metadata.name}' `));
  }
  if (objects.length > 0) lines.push("Run 'oc status' to view your app.");
  return lines.map((line) => `    ${line}\n`).join('');
}

function noteOn(object: KubeObject): string[] {
  const { name } = object.metadata;
  const spec = object.spec as { readonly host?: string; readonly triggers?: readonly { readonly type: string }[] } | undefined;
  if (object.kind === 'BuildConfig') {
    const triggered = spec?.triggers?.some(({ type }) => type === 'ImageChange' || type === 'ConfigChange');
    return [triggered ? `Build scheduled, use 'oc logs -f buildconfig/${name}' to track its progress.` : `Use 'oc start-build ${name}' to start a build.`];
  }
  if (object.kind === 'Route' && spec?.host) return [`Access your application via route '${spec.host}' `];
  const status = object.status as { readonly dockerImageRepository?: string } | undefined;
  if (object.kind !== 'ImageStream' || status?.dockerImageRepository) return [];
  return ['WARNING: No container image registry has been configured with the server. Automatic builds and deployments may not function.'];
}
