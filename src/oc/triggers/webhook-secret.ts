import { sha256 } from '../../imageutil/digest.ts';
import { toBase64 } from '../base64.ts';

const length = 20;

/** A secret for a webhook URL. It comes out the same in a replay, since it is drawn from virtual time (oc pkg/helpers/newapp/app GenerateSecret). */
export const newWebHookSecret = (now: number): string =>
  toBase64(sha256(new TextEncoder().encode(`webhook ${now}`)))
    .replace(/[+/=]/g, '')
    .slice(0, length);
