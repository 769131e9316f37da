export interface ExposedPort {
  readonly port: number;
  /** `tcp` or `udp`. */
  readonly protocol: string;
}

export interface ExposedPorts {
  readonly ports: readonly ExposedPort[];
  /** What is wrong with the others. */
  readonly errors: readonly string[];
}

/** The ports of an EXPOSE instruction, several of which may stand in one entry (oc pkg/helpers/newapp/portutils FilterPortAndProtocolArray). */
export function exposedPorts(exposed: Readonly<Record<string, unknown>> | undefined): ExposedPorts {
  const ports: ExposedPort[] = [];
  const errors: string[] = [];
  for (const text of Object.keys(exposed ?? {})
    .sort()
    .flatMap((entry) => entry.split(' '))) {
    const [port = '', protocol = 'tcp'] = text.split('/');
    const problems = portProblems(port, protocol);
    if (problems.length === 0) ports.push({ port: Number(port), protocol });
    else errors.push(`failed to parse port ${port}/${protocol}: [${problems.join(', ')}]`);
  }
  return { ports, errors };
}

function portProblems(port: string, protocol: string): readonly string[] {
  const problems = [];
  if (!/^\d+$/.test(port) || Number(port) > 65535) problems.push('port number must be in range 0 - 65535');
  if (!/^(?:tcp|udp)$/i.test(protocol)) problems.push('protocol must be tcp or udp');
  return problems;
}
