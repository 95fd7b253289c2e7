//! Hosts: which addresses anybody can open, and which lead inside a network or to one's own machine.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Endings of names that no open network knows (RFC 6761, RFC 6762, RFC 8375).
const INSIDE: [&str; 6] = [".localhost", ".local", ".internal", ".home.arpa", ".test", ".invalid"];

/// Whether anybody can open a host of this name: it has a domain, and is no number of a private network.
pub(super) fn is_open(host: &str) -> bool {
    let host = host.split(':').next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let last = host.rsplit('.').next().unwrap_or_default();
    // A browser reads a name that ends in a number as an address, in whatever way it is written.
    let is_number = last.starts_with("0x") || last.chars().all(|c| c.is_ascii_digit());
    if is_number {
        return host.parse().is_ok_and(|address| is_public(IpAddr::V4(address)));
    }
    host.contains('.') && !INSIDE.iter().any(|ending| host.ends_with(ending))
}

/// Whether an address is of the open network.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_kept = address.is_private()
        || address.is_loopback()
        || address.is_link_local()
        || address.is_documentation()
        || matches!((a, b), (100, 64..=127) | (198, 18..=19))
        || (a, b, c) == (192, 0, 0)
        || (a, b, c) == (192, 88, 99)
        || a == 0
        || a >= 224;
    !is_kept
}

/// Of what is given out to networks, without what carries an address of version 4, or is for examples.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    let is_given_out = a & 0xe000 == 0x2000;
    let is_kept = a == 0x2002 || (a == 0x2001 && (b < 0x200 || b == 0xdb8)) || a == 0x3fff;
    is_given_out && !is_kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_leads_inside_is_not_open() {
        for host in ["baclieu.gov.vn", "x.vn:8443", "113.160.1.1", "BacLieu.gov.vn."] {
            assert!(is_open(host), "{host}");
        }
        for host in [
            "localhost",
            "localhost:8080",
            "a.localhost",
            "may-chu",
            "may-in.local",
            "127.0.0.1",
            "127.1",
            "2130706433",
            "0x7f000001",
            "0x7f.1",
            "10.0.0.5:80",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "",
        ] {
            assert!(!is_open(host), "{host}");
        }
    }
}
