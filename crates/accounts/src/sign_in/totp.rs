//! The code of a second factor: six digits of a secret and the time (RFC 6238), each taken once.

use jiff::Timestamp;
use totp_rs::{Builder, Secret, Totp};

use crate::Chance;

/// Who the codes are for, as an app on a phone lists them.
const ISSUER: &str = "Nâng Hạng";

/// A new secret of 160 bits, in base 32.
pub(super) fn secret(chance: &Chance) -> String {
    Secret::new_stack(chance.bytes::<20>()).to_base32()
}

/// The step whose code this is, if it is later than the last one that was taken. One step before or after the
/// clock's is let pass.
pub(super) fn step(secret: &str, code: &str, now: Timestamp, last: Option<i64>) -> Option<i64> {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    let seconds = u64::try_from(now.as_second()).ok()?;
    let found = totp(secret, "")?.check(&digits, seconds)?;
    i64::try_from(found).ok().filter(|step| last.is_none_or(|last| *step > last))
}

/// The address that an app on a phone reads from a QR code.
pub(super) fn address(secret: &str, account: &str) -> String {
    totp(secret, account).and_then(|totp| totp.to_url().ok()).unwrap_or_default()
}

fn totp(secret: &str, account: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER)).build().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `12345678901234567890`, the secret of RFC 6238's test vectors.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six of its eight digits.
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924")] {
            assert_eq!(step(RFC, code, at(second), None), Some(second / 30), "{code}");
        }
        assert_eq!(step(RFC, "081 804", at(1_111_111_109), None), Some(37_037_036));
        assert_eq!(step(RFC, "287082", at(59 + 60), None), None, "too late");
    }

    #[test]
    fn an_app_reads_who_the_codes_are_for() {
        let address = address(RFC, "lan.nguyen");
        assert!(address.starts_with("otpauth://totp/N%C3%A2ng%20H%E1%BA%A1ng:lan.nguyen?"), "{address}");
        assert!(address.contains(RFC), "{address}");
    }

    proptest! {
        #[test]
        fn a_step_is_taken_once(second in 1_000_000_000_i64..2_000_000_000, later in 0_i64..60) {
            let code = totp(RFC, "").unwrap().generate(u64::try_from(second).unwrap()).to_string();
            let first = step(RFC, &code, at(second), None);
            prop_assert!(first.is_some());
            prop_assert_eq!(step(RFC, &code, at(second + later), first), None);
        }

        #[test]
        fn whatever_is_typed_is_only_right_or_wrong(code in "\\PC{0,20}") {
            step(RFC, &code, at(1_750_000_000), None);
        }
    }
}
