// Requests to the service, in the name of whoever signed in.

import { text } from "./labels.js";

const TOKEN = "token";

/** The token is missing, or good no more. */
export class SignedOut extends Error {}

/** Nobody answered. */
export class Unreachable extends Error {}

/** The service said no; the message is its own. */
export class Refused extends Error {
  constructor(status, error) {
    super(text(error.message));
    this.status = status;
    this.code = error.code;
  }
}

export function isSignedIn() {
  return sessionStorage.getItem(TOKEN) !== null;
}

export function signOut() {
  sessionStorage.removeItem(TOKEN);
}

/** Keeps the token until the window is closed. */
export async function signIn(username, password) {
  const answer = await request("/api/auth/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ username, password }),
  });
  if (!answer.ok) {
    throw await refusal(answer);
  }
  sessionStorage.setItem(TOKEN, (await answer.json()).access_token);
}

/** What a query answers. */
export async function ask(path) {
  const token = sessionStorage.getItem(TOKEN);
  const answer = await request(`/api${path}`, { headers: { Authorization: `Bearer ${token}` } });
  if (answer.status === 401) {
    // Another request may have found it out, and somebody signed in since.
    if (token === sessionStorage.getItem(TOKEN)) {
      signOut();
    }
    throw new SignedOut();
  }
  if (!answer.ok) {
    throw await refusal(answer);
  }
  return answer.json();
}

async function request(path, settings) {
  try {
    return await fetch(path, { cache: "no-store", ...settings });
  } catch (error) {
    throw new Unreachable(String(error));
  }
}

/** A proxy before the service may answer what is no JSON. */
async function refusal(answer) {
  if (!answer.headers.get("content-type")?.startsWith("application/json")) {
    return new Unreachable(`status ${answer.status}`);
  }
  return new Refused(answer.status, await answer.json());
}
