/** How a program reaches a tracking server, and as whom. */
export interface SendOptions {
  readonly fetch: (request: Request) => Promise<Response>;
  /** The name the actor gets in the audit trail. */
  readonly user: string;
}

/** Sends calls as one user; a call that fails throws with what the server said. */
export function createSender(options: SendOptions) {
  const authorization = `Basic ${btoa(`${options.user}:sample`)}`;
  return async (
    address: string,
    method: string,
    content?: { readonly body: BodyInit; readonly type: string },
  ): Promise<unknown> => {
    const request = new Request(address, {
      method,
      headers: { authorization, ...(content === undefined ? {} : { 'content-type': content.type }) },
      ...(content === undefined ? {} : { body: content.body }),
    });
    const response = await options.fetch(request);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${address} answered ${response.status}: ${text.slice(0, 400)}`);
    }
    return text === '' ? {} : (JSON.parse(text) as unknown);
  };
}
