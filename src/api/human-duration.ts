const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
/** What Go's time.Duration can hold at most: about 292 years. */
const longest = 9_223_372_036_854;

/** A span as OpenShift's describers say it: `2 minutes`, `About an hour` (docker/go-units HumanDuration). */
export function spokenDuration(milliseconds: number): string {
  const span = Math.min(milliseconds, longest);
  const seconds = Math.trunc(span / second);
  const minutes = Math.trunc(span / minute);
  const hours = Math.trunc(span / hour + 0.5);
  if (seconds < 1) return 'Less than a second';
  if (seconds === 1) return '1 second';
  if (seconds < 60) return `${seconds} seconds`;
  if (minutes === 1) return 'About a minute';
  if (minutes < 60) return `${minutes} minutes`;
  if (hours === 1) return 'About an hour';
  if (hours < 48) return `${hours} hours`;
  if (hours < 24 * 7 * 2) return `${Math.trunc(hours / 24)} days`;
  if (hours < 24 * 30 * 2) return `${Math.trunc(hours / 24 / 7)} weeks`;
  if (hours < 24 * 365 * 2) return `${Math.trunc(hours / 24 / 30)} months`;
  return `${Math.trunc(span / hour / 24 / 365)} years`;
}

/** A span as kubectl's tables say it: `5m10s`, `2d3h` (k8s.io/apimachinery pkg/util/duration HumanDuration). */
export function shortDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / second);
  const minutes = Math.trunc(milliseconds / minute);
  const hours = Math.trunc(milliseconds / hour);
  const days = Math.trunc(hours / 24);
  const years = Math.trunc(days / 365);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 120) return `${seconds}s`;
  if (minutes < 10) return pair(minutes, 'm', seconds % 60, 's');
  if (minutes < 180) return `${minutes}m`;
  if (hours < 8) return pair(hours, 'h', minutes % 60, 'm');
  if (hours < 48) return `${hours}h`;
  if (hours < 192) return pair(days, 'd', hours % 24, 'h');
  if (days < 730) return `${days}d`;
  return years < 8 ? pair(years, 'y', days % 365, 'd') : `${years}y`;
}

/** The largest unit alone: `2d`, `1y` (k8s.io/apimachinery pkg/util/duration ShortHumanDuration). */
export function shortestDuration(milliseconds: number): string {
  const seconds = Math.trunc(milliseconds / second);
  const hours = Math.trunc(milliseconds / hour);
  if (seconds < -1) return '<invalid>';
  if (seconds < 0) return '0s';
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.trunc(seconds / 60)}m`;
  if (hours < 24) return `${hours}h`;
  return hours < 24 * 365 ? `${Math.trunc(hours / 24)}d` : `${Math.trunc(hours / 24 / 365)}y`;
}

/** Go's own writing of a whole-second duration: `1m30s`, `2h0m0s` (time.Duration String). */
export function goDuration(milliseconds: number): string {
  const seconds = Math.trunc(Math.abs(milliseconds) / second);
  const sign = milliseconds < 0 && seconds > 0 ? '-' : '';
  if (seconds < 60) return `${sign}${seconds}s`;
  const minutes = Math.trunc(seconds / 60);
  if (minutes < 60) return `${sign}${minutes}m${seconds % 60}s`;
  return `${sign}${Math.trunc(minutes / 60)}h${minutes % 60}m${seconds % 60}s`;
}

const pair = (large: number, largeUnit: string, small: number, smallUnit: string) =>
  small === 0 ? `${large}${largeUnit}` : `${large}${largeUnit}${small}${smallUnit}`;
