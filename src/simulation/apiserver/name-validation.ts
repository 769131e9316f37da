const subdomainPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelPattern = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const label1035Pattern = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const qualifiedNamePattern = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValuePattern = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;

const regexHint = (example: string, pattern: string) => `(${example}, regex used for validation is '${pattern}')`;
const maxLength = (length: number) => `must be no more than ${length} characters`;

/** Problems with a DNS subdomain, as apimachinery's validation words them (pkg/util/validation IsDNS1123Subdomain). */
export function isDns1123Subdomain(value: string): readonly string[] {
  return [
    ...(value.length > 253 ? [maxLength(253)] : []),
    ...(subdomainPattern.test(value)
      ? []
      : [
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character " +
            regexHint("e.g. 'example.com'", '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*'),
        ]),
  ];
}

/** Problems with a DNS label (IsDNS1123Label). */
export function isDns1123Label(value: string): readonly string[] {
  return [
    ...(value.length > 63 ? [maxLength(63)] : []),
    ...(labelPattern.test(value)
      ? []
      : [
          subdomainPattern.test(value)
            ? 'must not contain dots'
            : "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character " +
              regexHint("e.g. 'my-name',  or '123-abc'", '[a-z0-9]([-a-z0-9]*[a-z0-9])?'),
        ]),
  ];
}

/** Problems with a name of a Service: a DNS label that starts with a letter (IsDNS1035Label). */
export function isDns1035Label(value: string): readonly string[] {
  return [
    ...(value.length > 63 ? [maxLength(63)] : []),
    ...(label1035Pattern.test(value)
      ? []
      : [
          "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character " +
            regexHint("e.g. 'my-name',  or 'abc-123'", '[a-z]([-a-z0-9]*[a-z0-9])?'),
        ]),
  ];
}

/** Problems with a key of labels and annotations (IsQualifiedName). */
export function isQualifiedName(value: string): readonly string[] {
  const parts = value.split('/');
  const name = parts.at(-1) ?? '';
  if (parts.length > 2) return [qualifiedNameText()];
  const prefix = parts.length === 2 ? (parts[0] ?? '') : undefined;
  return [
    ...(prefix === '' ? ['prefix part must be non-empty'] : prefix === undefined ? [] : isDns1123Subdomain(prefix).map((text) => `prefix part ${text}`)),
    ...(name === '' ? ['name part must be non-empty'] : name.length > 63 ? [`name part ${maxLength(63)}`] : []),
    ...(qualifiedNamePattern.test(name) ? [] : [`name part ${namePartText}`]),
  ];
}

const namePartText =
  "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
  "(e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
const qualifiedNameText = () => `a qualified name ${namePartText} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`;

/** Problems with a label's value (IsValidLabelValue). */
export function isValidLabelValue(value: string): readonly string[] {
  return [
    ...(value.length > 63 ? [maxLength(63)] : []),
    ...(labelValuePattern.test(value)
      ? []
      : [
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character " +
            "(e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')",
        ]),
  ];
}

/** Problems with a name that becomes a part of a URL and nothing more, as roles have (pkg/api/validation/path IsValidPathSegmentName). */
export function isValidPathSegmentName(value: string): readonly string[] {
  if (value === '.' || value === '..') return [`may not be '${value}'`];
  return ['/', '%'].filter((letter) => value.includes(letter)).map((letter) => `may not contain '${letter}'`);
}
