import type { KubeObject } from '../../api/meta.ts';
import { defineCommand } from '../command.ts';
import { SilentExit } from '../errors.ts';
import { createObjects } from '../new-app/create-objects.ts';
import { generateApp } from '../new-app/generate.ts';
import { newBuildFlags } from '../new-app/generator-flags.ts';
import { withGeneratedBy, withLabels } from '../new-app/label-objects.ts';
import { prepareApp } from '../new-app/prepare.ts';
import { printGenerated } from '../new-app/print-generated.ts';
import { newBuildStyle, reportError } from '../new-app/report-error.ts';

/** `oc new-build` (oc pkg/cli/newbuild/newbuild.go). */
export const newBuild = defineCommand({
  path: 'new-build',
  use: 'new-build (IMAGE | IMAGESTREAM | PATH | URL ...)',
  flags: newBuildFlags,
  arguments: ['imagestreamtag'],
  async run({ args, flags, oc }) {
    const dockerfile = flags.dockerfile === '-' ? oc.host.stdin : flags.dockerfile;
    const { template: _noTemplates, ...own } = flags;
    const { config, classified } = await prepareApp({ args, oc }, { ...own, dockerfile }, true);
    const { objects, name } = await generateApp(config).catch((error: unknown) => {
      throw reportError(error, newBuildStyle, classified);
    });
    const { labels: typed } = config.options;
    const labels = Object.keys(typed).length === 0 && name !== '' ? { build: name } : typed;
    const finished = withGeneratedBy(withLabels(objects, labels), 'OpenShiftNewBuild');
    if (flags.output !== '' && flags.output !== 'name') return printGenerated(oc, finished, flags.output);
    const created = createObjects(oc, finished, { labels, dryRun: flags['dry-run'], namesOnly: flags.output === 'name' });
    if (created.failed) throw new SilentExit(1);
    if (flags.output === '' && !flags['dry-run'])
      oc.out(
        created.objects
          .flatMap(nextSteps)
          .map((line) => `    ${line}\n`)
          .join(''),
      );
  },
});

function nextSteps(object: KubeObject): readonly string[] {
  const spec = object.spec as { readonly triggers?: readonly unknown[]; readonly source?: { readonly binary?: unknown } } | undefined;
  if (object.kind !== 'BuildConfig' || !spec?.triggers?.length || spec.source?.binary) return [];
  const { name } = object.metadata;
  return [`Build configuration "${name}" created and build triggered.`, `Run 'oc logs -f buildconfig/${name}' to stream the build progress.`];
}
