// The province's identity service, as the tests have it: a real OpenID Connect provider on a free port, where
// whoever comes is at once who GET /test?who=… said last. It prints its address, and stops when its input ends.
//
// With GET /test?forge=… its statements become false in one way each, so that ours must refuse them.
import { createServer } from 'node:http';
import { SignJWT, UnsecuredJWT, decodeJwt, exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';

const [client, secret, ...backs] = process.argv.slice(2);
const own = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256', { extractable: true });
const key = { ...(await exportJWK(own.privateKey)), kid: 'own', alg: 'RS256', use: 'sig' };
const now = { who: 'nobody', amr: [], forge: '' };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = providerAt(issuer);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const url = new URL(request.url, issuer);
    if (url.pathname === '/test') return listen(url, response);
    if (url.pathname.startsWith('/come/')) return come(provider, request, response);
    return answer(request, response);
  });
  console.log(issuer);
});
process.stdin.on('end', () => process.exit(0)).resume();

function providerAt(issuer) {
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: backs }],
    jwks: { keys: [key] },
    // Its methods stand in the statement itself.
    claims: { openid: ['sub', 'amr'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['a key of the tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_, interaction) => `/come/${interaction.uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    loadExistingGrant: grantAll,
  });
  provider.use(async (ctx, next) => {
    await next();
    if (now.forge && ctx.body?.id_token) ctx.body.id_token = await forged(ctx.body.id_token);
  });
  return provider;
}

/** Nobody is asked whether ours may know their name. */
async function grantAll({ oidc }) {
  const { Grant } = oidc.provider;
  const known = oidc.session.grantIdFor(oidc.client.clientId);
  if (known) return Grant.find(known);
  const grant = new Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

/** Whoever comes has typed their name already. */
function come(provider, request, response) {
  const login = { accountId: now.who, amr: now.amr };
  return provider.interactionFinished(request, response, now.who ? { login } : { error: 'access_denied' });
}

function listen(url, response) {
  now.who = url.searchParams.get('who') ?? '';
  now.amr = url.searchParams.getAll('amr');
  now.forge = url.searchParams.get('forge') ?? '';
  response.end();
}

async function forged(token) {
  const claims = decodeJwt(token);
  const falsely = {
    audience: { aud: 'somebody-else' },
    nonce: { nonce: 'of another sign-in' },
    issuer: { iss: 'http://127.0.0.1:1' },
    expired: { exp: 1, iat: 0 },
  };
  const said = { ...claims, ...falsely[now.forge] };
  if (now.forge === 'unsigned') return new UnsecuredJWT(said).encode();
  if (now.forge === 'shared') {
    return new SignJWT(said).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
  }
  const by = now.forge === 'signature' ? foreign : own;
  return new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(by.privateKey);
}
