import { requestSchemas, type Channel, type Request } from './channels';

/** What a message says, or null when it is not as its channel wants it. */
export function readRequest<C extends Channel>(
  channel: C,
  payload: unknown,
): { readonly request: Request<C> } | null {
  try {
    const parsed = requestSchemas[channel].safeParse(payload);
    return parsed.success ? { request: parsed.data as Request<C> } : null;
  } catch {
    // Zod cannot freeze some of the values a message may hold where others are expected, as bytes.
    return null;
  }
}
