import type { Container } from '../../../../api/pod.ts';
import type { FieldError } from '../../../../api/status.ts';
import { forbiddenField, invalidValue, notSupportedValue, requiredValue } from '../../object-meta-validation.ts';

/** The checks of a container's health: each must do one thing, at a pace that can be kept. */
// kubernetes pkg/apis/core/validation validateLivenessProbe, validateReadinessProbe, validateStartupProbe
export function validateProbes(container: Container, at: string): readonly FieldError[] {
  return probeFields.flatMap((field) => {
    const probe = (container as unknown as Readonly<Record<string, Probe | undefined>>)[field];
    return probe ? [...validateProbe(probe, `${at}.${field}`), ...validateUse(probe, field, `${at}.${field}`)] : [];
  });
}

const probeFields = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

interface Probe {
  readonly exec?: { readonly command?: readonly string[] };
  readonly httpGet?: { readonly path?: string; readonly port?: number | string; readonly scheme?: string };
  readonly tcpSocket?: { readonly port?: number | string };
  readonly grpc?: { readonly port?: number };
  readonly successThreshold?: number;
  readonly terminationGracePeriodSeconds?: number;
  readonly [field: string]: unknown;
}

function validateUse({ successThreshold = 1, terminationGracePeriodSeconds }: Probe, field: (typeof probeFields)[number], at: string): readonly FieldError[] {
  if (field !== 'readinessProbe') return successThreshold === 1 ? [] : [invalidValue(`${at}.successThreshold`, successThreshold, 'must be 1')];
  if (terminationGracePeriodSeconds === undefined) return [];
  return [invalidValue(`${at}.terminationGracePeriodSeconds`, terminationGracePeriodSeconds, 'must not be set for readinessProbes')];
}

const seconds = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'] as const;

function validateProbe(probe: Probe, at: string): readonly FieldError[] {
  const negative = seconds.filter((field) => Number(probe[field] ?? 0) < 0);
  const grace = probe.terminationGracePeriodSeconds;
  return [
    ...validateHandler(probe, at),
    ...negative.map((field) => invalidValue(`${at}.${field}`, probe[field], 'must be greater than or equal to 0')),
    ...(grace !== undefined && grace <= 0 ? [invalidValue(`${at}.terminationGracePeriodSeconds`, grace, 'must be greater than 0')] : []),
  ];
}

const handlers = ['exec', 'httpGet', 'tcpSocket', 'grpc'] as const;

// validateHandler
function validateHandler(probe: Probe, at: string): readonly FieldError[] {
  const [first, ...more] = handlers.filter((handler) => probe[handler]);
  if (first === undefined) return [requiredValue(at, 'must specify a handler type')];
  return [
    ...validateAction(probe, first, `${at}.${first}`),
    ...more.map((handler) => forbiddenField(`${at}.${handler}`, 'may not specify more than 1 handler type')),
  ];
}

function validateAction({ exec, httpGet, tcpSocket, grpc }: Probe, handler: (typeof handlers)[number], at: string): readonly FieldError[] {
  if (handler === 'exec') return exec?.command?.length ? [] : [requiredValue(`${at}.command`)];
  if (handler === 'grpc') return validatePortNumber(grpc?.port, `${at}.port`);
  if (handler === 'tcpSocket') return validatePort(tcpSocket?.port, `${at}.port`);
  const { path = '', scheme = 'HTTP', port } = httpGet ?? {};
  const schemes = ['HTTP', 'HTTPS'];
  return [
    ...(path === '' ? [requiredValue(`${at}.path`)] : []),
    ...validatePort(port, `${at}.port`),
    ...(schemes.includes(scheme) ? [] : [notSupportedValue(`${at}.scheme`, scheme, schemes)]),
  ];
}

// ValidatePortNumOrName
const validatePort = (port: number | string | undefined, at: string): readonly FieldError[] =>
  typeof port === 'string' ? portNameProblems(port).map((problem) => invalidValue(at, port, problem)) : validatePortNumber(port, at);

function validatePortNumber(port = 0, at: string): readonly FieldError[] {
  return port > 0 && port < 65536 ? [] : [invalidValue(at, port, 'must be between 1 and 65535, inclusive')];
}

// apimachinery pkg/util/validation IsValidPortName
function portNameProblems(name: string): readonly string[] {
  return [
    ...(name.length > 15 ? ['must be no more than 15 characters'] : []),
    ...(/^[-a-z0-9]+$/.test(name) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(name) ? [] : ['must contain at least one letter (a-z)']),
    ...(name.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(name.startsWith('-') || name.endsWith('-') ? ['must not begin or end with a hyphen'] : []),
  ];
}
