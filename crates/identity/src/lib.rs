//! The province's own identity service, by OpenID Connect: somebody is sent there, and comes back with a code that
//! is worth a signed statement of who they are. Authorization code, PKCE, state and nonce; the statement is checked
//! against the keys of the service, which are asked for anew each time, so that they may change.
//!
//! This room knows no person and keeps nothing: whom a subject means is for `accounts` to say.

mod line;

use jiff::Timestamp;
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreIdTokenClaims, CoreJwsSigningAlgorithm as Algorithm,
    CoreProviderMetadata, CoreTokenResponse,
};
use openidconnect::{
    AuthorizationCode, ClientId, ClientSecret, CsrfToken, IssuerUrl, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, RequestTokenError, TokenResponse,
};

/// Signatures with keys of the service's own; one with the secret that both share proves less.
const SIGNED_BY: [Algorithm; 8] = [
    Algorithm::RsaSsaPkcs1V15Sha256,
    Algorithm::RsaSsaPkcs1V15Sha384,
    Algorithm::RsaSsaPkcs1V15Sha512,
    Algorithm::RsaSsaPssSha256,
    Algorithm::RsaSsaPssSha384,
    Algorithm::RsaSsaPssSha512,
    Algorithm::EcdsaP256Sha256,
    Algorithm::EdDsa,
];

/// How the service is reached, as the installation says it.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Its address: `https://dinhdanh.baclieu.gov.vn`.
    pub issuer: String,
    /// By what name it knows this program.
    pub client: String,
    /// What it shares with this program.
    pub secret: String,
    /// The word in `amr` or `acr` by which it says that it asked for a second factor; none where its word on that
    /// is not taken.
    pub second_factor: Option<String>,
}

/// The service.
#[derive(Debug, Clone)]
pub struct Service {
    issuer: IssuerUrl,
    settings: Settings,
    http: reqwest::Client,
}

/// What one sign-in is held together by. All three are random, and go with the browser until it comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secrets {
    /// Comes back in the address: the answer belongs to this browser.
    pub state: String,
    /// Comes back in the statement: it was made for this sign-in.
    pub nonce: String,
    /// Proves that who brings the code is who asked for it; 43 to 128 characters.
    pub verifier: String,
}

/// Whom the service says somebody is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Its lasting name for them.
    pub subject: String,
    /// Whether it asked for a second factor, where its word on that is taken.
    pub second_factor: bool,
}

/// Why the settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// The address is none, or not encrypted and not on this machine.
    #[error("the address {0} must begin with https://")]
    Address(String),
    /// No client can be made.
    #[error(transparent)]
    Client(#[from] reqwest::Error),
}

/// Why nobody came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The service does not answer, or not as one.
    #[error("the identity service does not answer: {0}")]
    Away(String),
    /// It answers, and what it says does not hold.
    #[error("the identity service's statement does not hold: {0}")]
    Refused(String),
}

impl Service {
    /// The service of these settings; it is not asked for anything yet.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn new(settings: Settings) -> Result<Self, Unfit> {
        let unfit = || Unfit::Address(settings.issuer.clone());
        let issuer = IssuerUrl::new(settings.issuer.clone()).map_err(|_| unfit())?;
        let url = issuer.url();
        let own = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
        if url.scheme() != "https" && !(own && url.scheme() == "http") {
            return Err(unfit());
        }
        Ok(Self { issuer, settings, http: line::client()? })
    }

    /// The address to send somebody to, who will come back to `back`.
    ///
    /// # Errors
    /// [`Fault::Away`].
    pub async fn begin(&self, back: &str, secrets: &Secrets) -> Result<String, Fault> {
        let (state, nonce) = (secrets.state.clone(), secrets.nonce.clone());
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier(secrets));
        let client = CoreClient::from_provider_metadata(self.known().await?, self.id(), Some(self.secret()))
            .set_redirect_uri(address(back)?);
        let (address, ..) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state.clone()),
                move || Nonce::new(nonce.clone()),
            )
            .set_pkce_challenge(challenge)
            .url();
        Ok(address.into())
    }

    /// Whom the service says the bearer of this code is. `back` and `secrets` are those of [`Self::begin`]; `now` is
    /// what the statement's time is held against.
    ///
    /// # Errors
    /// [`Fault`].
    pub async fn finish(
        &self,
        back: &str,
        code: &str,
        secrets: &Secrets,
        now: Timestamp,
    ) -> Result<Who, Fault> {
        let client = CoreClient::from_provider_metadata(self.known().await?, self.id(), Some(self.secret()))
            .set_redirect_uri(address(back)?);
        let asked = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let asked = asked.map_err(|fault| Fault::Away(fault.to_string()))?;
        let http = self.http.clone();
        let told = asked
            .set_pkce_verifier(verifier(secrets))
            .request_async(&move |request| line::ask(http.clone(), request))
            .await
            .map_err(|fault| match fault {
                RequestTokenError::Request(fault) => Fault::Away(fault.to_string()),
                fault => Fault::Refused(fault.to_string()),
            })?;
        let now = chrono::DateTime::from_timestamp(now.as_second(), 0).unwrap_or_default();
        let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY).set_time_fn(move || now);
        let claims = statement(&told)?.claims(&verifier, &Nonce::new(secrets.nonce.clone()));
        Ok(self.who(claims.map_err(|fault| Fault::Refused(fault.to_string()))?))
    }

    async fn known(&self) -> Result<CoreProviderMetadata, Fault> {
        let http = self.http.clone();
        CoreProviderMetadata::discover_async(self.issuer.clone(), &move |request| {
            line::ask(http.clone(), request)
        })
        .await
        .map_err(|fault| Fault::Away(fault.to_string()))
    }

    fn who(&self, claims: &CoreIdTokenClaims) -> Who {
        let asked = claims.auth_method_refs().into_iter().flatten().map(|word| word.as_str());
        let mut words = asked.chain(claims.auth_context_ref().map(|word| word.as_str()));
        let second_factor = self.settings.second_factor.as_deref();
        Who {
            subject: claims.subject().as_str().to_owned(),
            second_factor: second_factor.is_some_and(|wanted| words.any(|word| word == wanted)),
        }
    }

    fn id(&self) -> ClientId {
        ClientId::new(self.settings.client.clone())
    }

    fn secret(&self) -> ClientSecret {
        ClientSecret::new(self.settings.secret.clone())
    }
}

fn statement(told: &CoreTokenResponse) -> Result<&openidconnect::core::CoreIdToken, Fault> {
    told.id_token().ok_or_else(|| Fault::Refused("there is none".to_owned()))
}

fn verifier(secrets: &Secrets) -> PkceCodeVerifier {
    PkceCodeVerifier::new(secrets.verifier.clone())
}

fn address(back: &str) -> Result<RedirectUrl, Fault> {
    RedirectUrl::new(back.to_owned()).map_err(|fault| Fault::Refused(fault.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_encrypted_line_leads_off_this_machine() {
        let service = |issuer: &str| {
            let (client, secret) = ("nang-hang".to_owned(), "x".to_owned());
            Service::new(Settings { issuer: issuer.to_owned(), client, secret, second_factor: None })
        };
        assert!(service("https://dinhdanh.example.vn").is_ok());
        assert!(service("http://127.0.0.1:4000").is_ok());
        for unfit in ["http://dinhdanh.example.vn", "ftp://127.0.0.1", "dinhdanh", ""] {
            assert!(service(unfit).is_err(), "{unfit}");
        }
    }
}
