import { searchRegistries } from '../containers/image-names.ts';
import { podmanStorage, readImages } from '../containers/local-images.ts';
import { type ToolCommand, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { boolean, string } from '../oc/flags.ts';
import { alignTabs } from '../oc/printers/tabwriter.ts';
import { podmanVersion } from './podman-version.ts';

const psFlags = { all: boolean({ shorthand: 'a' }), quiet: boolean({ shorthand: 'q' }), noheading: boolean() } as const;

/** `podman ps`: containers run in the cluster, none runs here. */
export const psCommand: ToolCommand = toolCommand({
  path: 'ps',
  aliases: ['container ls', 'container list'],
  use: '[options]',
  about: 'List containers',
  flags: psFlags,
  takes: [0, 0],
  async run({ flags, out }: ToolInvocation<typeof psFlags>) {
    if (!flags.quiet && !flags.noheading) out(alignTabs('CONTAINER ID\tIMAGE\tCOMMAND\tCREATED\tSTATUS\tPORTS\tNAMES\n', { minWidth: 12, padding: 2 }));
  },
});

const formatFlags = { format: string({ shorthand: 'f' }) } as const;

/** `podman version`. */
export const versionCommand: ToolCommand = toolCommand({
  path: 'version',
  use: '[options]',
  about: 'Display the Podman version information',
  flags: formatFlags,
  takes: [0, 0],
  async run({ flags, out }: ToolInvocation<typeof formatFlags>) {
    if (flags.format !== '') out(`${podmanVersion}\n`);
    else out(`Client:       Podman Engine\nVersion:      ${podmanVersion}\nAPI Version:  ${podmanVersion}\nOS/Arch:      linux/amd64\n`);
  },
});

/** `podman info`: the part that is about images. */
export const infoCommand: ToolCommand = toolCommand({
  path: 'info',
  use: '[options]',
  about: 'Display podman system information',
  flags: formatFlags,
  takes: [0, 0],
  async run({ host, out }: ToolInvocation<typeof formatFlags>) {
    const { images } = await readImages(host, podmanStorage(host));
    const root = `${host.env.HOME ?? ''}/.local/share/containers/storage`;
    out(
      `host:\n  arch: amd64\n  hostname: ${host.env.HOSTNAME ?? 'workstation'}\n  os: linux\nregistries:\n  search:\n${searchRegistries.map((name) => `  - ${name}\n`).join('')}` +
        `store:\n  containerStore:\n    number: 0\n  graphDriverName: overlay\n  graphRoot: ${root}\n  imageStore:\n    number: ${images.length}\nversion:\n  Version: ${podmanVersion}\n`,
    );
  },
});
