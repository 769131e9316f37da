/** What `npm audit --json` prints: a count and a reason for each package, or an error. */
interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
  readonly error?: { readonly summary?: string };
  readonly message?: string;
}

interface Vulnerability {
  readonly severity: string;
  readonly range?: string;
  readonly via?: readonly (string | { readonly title?: string; readonly url?: string })[];
}

/** What an audit comes to, in words, with the exit code of the command: 0 nothing to do, 1 something is, 2 nobody knows. */
export interface AuditVerdict {
  readonly text: string;
  readonly exitCode: 0 | 1 | 2;
}

const serious = ['high', 'critical'];

/** Judges an audit: whatever is rated high or critical has to go, also where only the build uses it. */
export function auditVerdict(printed: string): AuditVerdict {
  const report = parsed(printed);
  if (!report?.vulnerabilities) return { text: notOffered(report?.error?.summary || report?.message || 'no answer'), exitCode: 2 };
  const found = Object.entries(report.vulnerabilities);
  const urgent = found.filter(([, { severity }]) => serious.includes(severity));
  const lines = [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, vulnerability]) => `  ${name} ${vulnerability.range ?? ''}: ${vulnerability.severity}${reasons(vulnerability)}`);
  const summary = `${found.length} known vulnerabilities, ${urgent.length} of them high or critical`;
  return { text: [summary, ...lines].join('\n'), exitCode: urgent.length > 0 ? 1 : 0 };
}

function parsed(text: string): AuditReport | undefined {
  try {
    return JSON.parse(text) as AuditReport;
  } catch {
    return undefined;
  }
}

const notOffered = (why: string) =>
  `The registry in use tells nothing of known vulnerabilities (${why}).\nA mirror often does not pass the question on: run it where the npm registry itself answers.`;

const reasons = ({ via = [] }: Vulnerability) =>
  via.map((reason) => (typeof reason === 'string' ? ` (by ${reason})` : ` (${[reason.title, reason.url].filter(Boolean).join(', ')})`)).join('');
