//! Which hosts may be asked: those of the state on the open network, and those that the operator named.

use std::net::IpAddr;

use plan::evidence::is_public;

use super::Trouble;

/// How the names of the state's hosts end.
const STATE: &str = ".gov.vn";

/// Whether a host of this name may be asked at all; one without letters has to be named.
pub(super) fn is_known(host: &str, named: &[String]) -> bool {
    let host = host.trim_end_matches('.');
    is_named(host, named) || host.ends_with(STATE)
}

/// Whether an address is of a site of the state's; another is asked only where the operator named its host.
pub fn is_of_state(address: &str) -> bool {
    let url = reqwest::Url::parse(address).ok();
    url.and_then(|url| Some(url.host_str()?.trim_end_matches('.').ends_with(STATE))).unwrap_or(false)
}

/// Whether it may be asked where its name leads: to nothing private, unless the operator named it.
pub(super) fn judged(host: &str, named: &[String], leads_to: &[IpAddr]) -> Result<(), Trouble> {
    if leads_to.is_empty() {
        return Err(Trouble::Unreachable);
    }
    if !is_known(host, named) {
        return Err(Trouble::Host);
    }
    let is_open = is_named(host, named) || leads_to.iter().all(|address| is_public(*address));
    if is_open { Ok(()) } else { Err(Trouble::Private) }
}

fn is_named(host: &str, named: &[String]) -> bool {
    named.iter().any(|name| name.trim().eq_ignore_ascii_case(host))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_state_and_what_was_named_is_asked() {
        let named = vec!["cong.local".to_owned(), "127.0.0.1".to_owned()];
        for host in ["baclieu.gov.vn", "snv.baclieu.gov.vn", "CONG.local", "127.0.0.1"] {
            assert!(is_known(host, &named), "{host}");
        }
        for host in ["gov.vn.evil.com", "evilgov.vn", "localhost", "169.254.169.254", "cong.local.vn", ""] {
            assert!(!is_known(host, &named), "{host}");
        }
    }

    #[test]
    fn a_name_of_the_state_that_leads_inside_is_refused() {
        let leads = |host: &str, named: &[String], to: &[&str]| {
            judged(host, named, &to.iter().map(|one| one.parse().unwrap()).collect::<Vec<_>>())
        };
        for inside in [
            "127.0.0.1",
            "10.1.2.3",
            "172.16.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "2001:db8::1",
            "2001::1",
            "ff02::1",
        ] {
            assert_eq!(leads("a.gov.vn", &[], &[inside]), Err(Trouble::Private), "{inside}");
            assert_eq!(leads("a.gov.vn", &[], &["113.160.1.1", inside]), Err(Trouble::Private), "one of two");
            assert_eq!(leads("a.gov.vn", &["a.gov.vn".to_owned()], &[inside]), Ok(()));
        }
        assert_eq!(leads("a.gov.vn", &[], &["113.160.1.1", "2405:4800::1"]), Ok(()));
        assert_eq!(leads("a.com", &[], &["113.160.1.1"]), Err(Trouble::Host));
        assert_eq!(leads("a.gov.vn", &[], &[]), Err(Trouble::Unreachable));
    }
}
