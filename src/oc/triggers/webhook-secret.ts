import { encodeBase64 } from '../../imageutil/base64.ts';
import { sha256 } from '../../imageutil/digest.ts';

const length = 20;

/** A secret for a webhook URL. It comes out the same in a replay, since it is drawn from virtual time (oc pkg/helpers/newapp/app GenerateSecret). */
export const newWebHookSecret = (now: number): string =>
  encodeBase64(sha256(new TextEncoder().encode(`webhook ${now}`)))
    .replace(/[+/=]/g, '')
    .slice(0, length);
