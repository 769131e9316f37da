import { expect, test } from 'vitest';
import { goJsonError } from '../../../src/api/go-json-error.ts';

test.each([
  ['{"auths": {"a": [1, -2.5e3, true, null, "x\\"y"]}}', undefined],
  ['null', undefined],
  ['', 'unexpected end of JSON input'],
  ['{"a":', 'unexpected end of JSON input'],
  ['nojson', "invalid character 'o' in literal null (expecting 'u')"],
  ['hello', "invalid character 'h' looking for beginning of value"],
  ['{a:1}', "invalid character 'a' looking for beginning of object key string"],
  ['{"a" 1}', "invalid character '1' after object key"],
  ['{"a":1 "b"}', "invalid character '\"' after object key:value pair"],
  ['[1 2]', "invalid character '2' after array element"],
  ['{} x', "invalid character 'x' after top-level value"],
  ['"text"', 'json: cannot unmarshal string into Go value of type map[string]interface {}'],
  ['[]', 'json: cannot unmarshal array into Go value of type map[string]interface {}'],
])('%j gives %j', (text, problem) => {
  expect(goJsonError(text)).toBe(problem);
});
