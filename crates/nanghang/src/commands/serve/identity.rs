//! The province's own identity service, as `serve` is told of it: by variables alone, all three or none.

use identity::{Service, Settings};
use look::{Lang, say, say_with};

use crate::output::Fault;

/// What is told of it. The secret stands in no list of processes: it has no option.
#[derive(Debug, Default)]
pub(super) struct Told {
    issuer: Option<String>,
    client: Option<String>,
    secret: Option<String>,
    second_factor: Option<String>,
}

impl Told {
    /// What the environment says.
    pub(super) fn read() -> Self {
        let told = |name: &str| std::env::var(name).ok().filter(|value| !value.trim().is_empty());
        Self {
            issuer: told("NANGHANG_OIDC_ISSUER"),
            client: told("NANGHANG_OIDC_CLIENT_ID"),
            secret: told("NANGHANG_OIDC_CLIENT_SECRET"),
            second_factor: told("NANGHANG_OIDC_SECOND_FACTOR"),
        }
    }

    /// The service, where there is one; people come back from it to `origin`.
    pub(super) fn service(self, origin: Option<&str>, lang: Lang) -> Result<Option<Service>, Fault> {
        let wrong = |key: &str| Err(Fault::Wrong(say(lang, key)));
        match (self.issuer, self.client, self.secret) {
            (None, None, None) => Ok(None),
            (Some(_), Some(_), Some(_)) if origin.is_none() => wrong("work-identity-origin"),
            (Some(issuer), Some(client), Some(secret)) => {
                let settings = Settings { issuer, client, secret, second_factor: self.second_factor };
                Service::new(settings).map(Some).map_err(|unfit| {
                    let reason = [("reason", unfit.to_string().into())];
                    Fault::Wrong(say_with(lang, "work-identity-unfit", &reason))
                })
            }
            _ => wrong("work-identity-part"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(issuer: Option<&str>, secret: Option<&str>, origin: Option<&str>) -> Result<bool, ()> {
        let [issuer, secret] = [issuer, secret].map(|text| text.map(str::to_owned));
        let client = issuer.clone().map(|_| "nang-hang".to_owned());
        let told = Told { issuer, client, secret, second_factor: None };
        told.service(origin, Lang::Vi).map(|service| service.is_some()).map_err(|_| ())
    }

    #[test]
    fn the_service_is_told_whole_or_not_at_all() {
        let (issuer, origin) = (Some("https://dinhdanh.example.vn"), Some("https://papi.example.vn"));
        assert_eq!(told(None, None, None), Ok(false));
        assert_eq!(told(issuer, Some("x"), origin), Ok(true));
        assert_eq!(told(issuer, None, origin), Err(()));
        assert_eq!(told(None, Some("x"), origin), Err(()));
        assert_eq!(told(issuer, Some("x"), None), Err(()), "nobody could come back");
        assert_eq!(told(Some("http://dinhdanh.example.vn"), Some("x"), origin), Err(()));
    }
}
